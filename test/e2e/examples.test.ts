import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, inject, onTestFinished, test } from 'vitest'
import { writeEvent } from '../support/consuming.ts'
import { needProgram, type Program } from '../support/debianProgram.ts'
import { redisBinary } from '../support/e2eRedis.ts'
import { eventually } from '../support/eventually.ts'
import { root } from '../support/sourceTree.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const folder = join(root, 'examples/consumers')

/** Runs a consumer on a stream with two new events, one of them twice, and one that it had in hand when it died. */
async function linesOf(context: TestContext, { path, env }: Program, args: readonly string[]) {
  const place = [inject('redisUrl'), context.keys.prefix, 'example']
  const child = spawn(path, [...args, ...place], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(async () => {
    const gone = once(child, 'exit')
    if (child.exitCode === null && child.kill('SIGKILL')) await gone
  })
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  return lines
}

async function oneInHand({ redis, keys }: TestContext, consumer: string): Promise<void> {
  await redis.xgroup('CREATE', keys.events, 'example', '0')
  await redis.xreadgroup('GROUP', 'example', consumer, 'COUNT', 1, 'STREAMS', keys.events, '>')
}

async function untilDone({ redis, keys }: TestContext, lines: readonly string[], wanted: number) {
  await eventually('all is read and acknowledged', async () => {
    const [pending] = (await redis.xpending(keys.events, 'example')) as [number]
    return lines.length >= wanted && pending === 0
  })
}

async function tryExample(
  consumer: string,
  { program, args, wanted }: { program: Program; args: readonly string[]; wanted: number },
): Promise<readonly string[]> {
  const context = openContext()
  for (const seq of [1, 2, 1]) await writeEvent(context, { story: 'a', seq })
  await oneInHand(context, consumer)
  const lines = await linesOf(context, program, args)
  await untilDone(context, lines, wanted)
  return lines.map((line) => line.split(' ').slice(0, 3).join(' '))
}

const joined = 'wirefold.story.joined.v1 saaaaaaaaaaaaaaaaaaaa'
const once1and2 = [`${joined} 1`, `${joined} 2`]

test('the TypeScript consumer works off its group, each event once', async () => {
  const program = { path: process.execPath, env: process.env }
  // the client of this checkout, as it stands in the package once that is compiled
  const args = ['--conditions=wirefold-source', 'consume.ts']
  expect(await tryExample('typescript', { program, args, wanted: 2 })).toEqual(once1and2)
})

test('the Python consumer works off its group, each event once', {
  timeout: 300_000,
}, async (task) => {
  const program = await needProgram('pythonWithRedis', task)
  expect(await tryExample('python', { program, args: ['consume.py'], wanted: 2 })).toEqual(
    once1and2,
  )
})

test('the shell consumer works off its group', async ({ skip }) => {
  const server = await redisBinary(inject('redisUrl'))
  if (!server) return skip('the JavaScript store brings no redis-cli')
  const path = `${dirname(server.path)}:${process.env['PATH']}`
  const env = { ...process.env, PATH: path, LD_LIBRARY_PATH: server.libraries }
  const lines = await tryExample('shell', {
    program: { path: 'bash', env },
    args: ['consume.sh'],
    wanted: 3,
  })
  expect(lines).toEqual([...once1and2, `${joined} 1`])
})
