import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { entriesOf } from '../../src/shared/eventStream.ts'
import { type ChaosRun, openChaos, scaled } from '../support/chaosRun.ts'
import { eventually } from '../support/eventually.ts'

const noRedis = 'needs a real Redis'
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1_000))
const streamOf = ({ bench }: ChaosRun) => `${bench.prefix}:events`
const movedClock = fileURLToPath(new URL('../support/movedClock.mjs', import.meta.url))

test('a process that is stopped past its lock or lease does no harm when it goes on', async ({
  skip,
  onTestFinished,
}) => {
  const chaos = await openChaos({ texts: scaled(90, 900) })
  if (!chaos) return skip(noRedis)
  onTestFinished(() => chaos.close())
  chaos.up()
  chaos.up(['workers'])
  const stopFor = async (role: string, forSeconds: number) => {
    const [pid = 0] = chaos.bench.processes(role)
    process.kill(pid, 'SIGSTOP')
    await seconds(forSeconds)
    process.kill(pid, 'SIGCONT')
  }
  await chaos.reaches(0.1)
  // a lease is five seconds, a lock on a page six, on an entry ten
  await stopFor('role assigner', 7)
  await chaos.reaches(0.4)
  await stopFor('role reader', scaled(7, 25))
  await chaos.reaches(0.6)
  await stopFor('role producers', scaled(3, 40))
  console.info(`stopped past lease and locks: ${await chaos.expectIntact()}`)
})

test('a clock that jumps forth and back confuses nothing', async ({ skip, onTestFinished }) => {
  const chaos = await openChaos({ texts: scaled(60, 600) })
  if (!chaos) return skip(noRedis)
  onTestFinished(() => chaos.close())
  const file = chaos.bench.write('clock', '0')
  const jump = (minutes: number) => writeFileSync(file, String(minutes * 60_000))
  chaos.up([], { NODE_OPTIONS: `--import ${movedClock}`, MOVED_CLOCK: file })
  for (const [share, minutes] of [
    [0.15, 60],
    [0.4, -10],
    [0.65, 3],
  ] as const) {
    await chaos.reaches(share)
    jump(minutes)
  }
  await chaos.reaches(0.95)
  const [, newest] =
    (await chaos.watcher.redis.xrevrange(streamOf(chaos), '+', '-', 'COUNT', 1))[0] ?? []
  expect(Date.parse(newest?.[9] ?? '') - Date.now()).toBeGreaterThan(100_000)
  console.info(`clock jumps of +60, -70 and +13 min: ${await chaos.expectIntact()}`)
})

test('a slow consumer group gets every event, however short the stream', async ({
  skip,
  onTestFinished,
}) => {
  const chaos = await openChaos({
    texts: scaled(120, 900),
    // what is unread stays up to twice the length
    settings: { EVENTS_MAX_LENGTH: scaled('100', '500') },
  })
  if (!chaos) return skip(noRedis)
  onTestFinished(() => chaos.close())
  const { redis } = chaos.watcher
  const stream = streamOf(chaos)
  await redis.xgroup('CREATE', stream, 'slow', '0', 'MKSTREAM')
  chaos.up()
  const got: string[] = []
  const readSome = async () => {
    const answer: unknown = await redis.xreadgroup(
      ...(['GROUP', 'slow', 'me', 'COUNT', 20, 'STREAMS', stream, '>'] as const),
    )
    const ids = entriesOf(answer).map(([id]) => id)
    if (ids.length > 0) await redis.xack(stream, 'slow', ...ids)
    got.push(...ids)
  }
  await chaos.reaches(0.5)
  const hasAll = async () => {
    await readSome()
    return got.length >= chaos.items.length
  }
  await eventually('the slow group to have read all', hasAll, 300_000)
  expect(new Set(got).size).toBe(got.length)
  expect(got.length).toBeGreaterThanOrEqual(chaos.items.length)
})
