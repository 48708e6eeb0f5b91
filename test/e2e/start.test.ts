import { afterEach, beforeEach, expect, onTestFailed, test } from 'vitest'
import { type Bench, openBench, type Program } from '../support/e2eRun.ts'
import { eventually } from '../support/eventually.ts'

let bench: Bench

beforeEach(() => {
  bench = openBench()
  onTestFailed(() => console.error(bench.log()))
})

afterEach(() => bench.close())

const firstStory = (program: Program) =>
  eventually('a first story', () => /● opened {2}\S/.test(program.stdout()), 90_000)
const nobodyLeft = () =>
  eventually('every process to be gone', () => bench.processes().length === 0, 30_000)

/** Reads a path of the metrics server. */
async function read(program: Program, path: string): Promise<{ status: number; body: string }> {
  const origin = /metrics at (http:\/\/[\d.]+:\d+)/.exec(program.stderr())?.[1]
  const answer = await fetch(`${origin}${path}`)
  return { status: answer.status, body: await answer.text() }
}

/** Sum of a metric over its labels. */
const total = (metrics: string, name: string) =>
  [...metrics.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))].reduce(
    (sum, [, value]) => sum + Number(value),
    0,
  )

test('shows stories, lets other commands look, serves metrics of all processes, and ends cleanly', async () => {
  const start = bench.start(['start'])
  await firstStory(start)

  const stories = await bench.run(['stories'])
  expect(stories).toMatchObject({ code: 0 })
  expect(stories.stdout).toMatch(
    /^story +articles +sources +languages +updated +headline\ns[0-9a-f]{20} /,
  )
  const ledger = await bench.run(['ledger', '--json'])
  expect(JSON.parse(ledger.stdout)).toMatchObject({ balanced: true, clustered: expect.any(Number) })
  const doctor = await bench.run(['doctor'])
  expect(doctor, doctor.stdout).toMatchObject({ code: 0 })
  expect(doctor.stdout).toMatch(/20 feeds, 20 healthy/)
  expect(doctor.stdout).not.toMatch(/PROBLEM/)

  expect(await read(start, '/healthz')).toEqual({ status: 200, body: 'ok\n' })
  // counted by three processes: the poller, the reader and the assigner
  await eventually('metrics of all processes', async () => {
    const { body } = await read(start, '/metrics')
    const names = [
      'wirefold_feed_polls_total',
      'wirefold_extraction_total',
      'wirefold_stories_total',
      'wirefold_queue_jobs',
      'wirefold_redis_used_memory_bytes',
    ]
    return (
      names.every((name) => body.includes(`# TYPE ${name} `)) &&
      ['wirefold_feed_polls_total', 'wirefold_extraction_total', 'wirefold_stories_total'].every(
        (name) => total(body, name) > 0,
      )
    )
  })

  start.interrupt()
  expect(await start.ended).toMatchObject({ code: 0, signal: null })
  await nobodyLeft()
}, 180_000)

test('leaves no process behind when the launcher is killed', async () => {
  const start = bench.start(['start'])
  await firstStory(start)
  expect(
    bench.processes('redis-server').length + bench.processes('jsRedis').length,
  ).toBeGreaterThan(0)
  start.kill('SIGKILL')
  await nobodyLeft()
}, 180_000)

test('start --once folds the whole sample web and prints what came of it', async () => {
  const { code, stdout } = await bench.run(['start', '--once'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^texts +outlets +languages +story$/m)
  expect(stdout).toMatch(/adds up: every entry has exactly one place/)
  await nobodyLeft()
}, 180_000)
