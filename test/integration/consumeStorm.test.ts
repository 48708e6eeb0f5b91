import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, inject, onTestFinished, test } from 'vitest'
import { createRandom } from '../../demo/random.ts'
import { storyId, writeEvent } from '../support/consuming.ts'
import { redisBinary } from '../support/e2eRedis.ts'
import { eventually } from '../support/eventually.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const script = fileURLToPath(new URL('../support/kitConsumer.ts', import.meta.url))
const random = createRandom(8)
const stories = 'abcdef'
const eventsAStory = 60
const kills = 6
const eventsBetweenKills = 45

function startConsumer({ keys }: TestContext, name: string): ChildProcess {
  const child = spawn(process.execPath, [script, inject('redisUrl'), keys.prefix, name], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  onTestFinished(() => kill(child))
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Every third event is written twice, some of them long after the first time. */
async function writeStorm(context: TestContext): Promise<readonly string[]> {
  const written: { story: string; seq: number }[] = []
  for (let seq = 1; seq <= eventsAStory; seq += 1) {
    for (const story of stories) {
      written.push({ story, seq })
      await writeEvent(context, { story, seq })
      if (random.next() < 1 / 3) await writeEvent(context, random.pick(written))
    }
  }
  return written.map(({ story, seq }) => `${storyId(story)}.${seq}`)
}

/** The connections of all consumers break, in the middle of whatever they ask. */
async function dropConnections({ redis, keys }: TestContext): Promise<void> {
  const clients = String(await redis.client('LIST')).split('\n')
  const own = clients.filter((line) => line.includes(` name=${keys.prefix} `))
  for (const line of own) {
    const id = /^id=(\d+)/.exec(line)?.[1]
    if (id) await redis.client('KILL', 'ID', id)
  }
}

test('under kills, broken connections and repeats no event is missed and none is applied twice', async ({
  skip,
}) => {
  if (!(await redisBinary(inject('redisUrl')))) return skip('the JavaScript store names no clients')
  const context = openContext()
  const { redis, keys } = context
  const consumers = ['one', 'two', 'three'].map((name) => startConsumer(context, name))
  const desk = (name: string) => redis.hgetall(`${keys.prefix}:desk:${name}`)
  const handed = async () => Object.keys(await desk('handed')).length
  await eventually('a consumer is there', () => redis.hexists(keys.consumerGroups, 'desk'))
  const writing = writeStorm(context)
  for (let killed = 0; killed < kills; killed += 1) {
    const due = (killed + 1) * eventsBetweenKills
    await eventually(`${due} are handed out`, async () => (await handed()) >= due)
    const at = killed % consumers.length
    await kill(consumers[at] as ChildProcess)
    // one is dead for good: the others get its work
    if (at !== 2) consumers[at] = startConsumer(context, ['one', 'two'][at] ?? '')
    await dropConnections(context)
  }
  const ids = await writing
  await eventually('nothing is left', async () => {
    const [pending] = (await redis.xpending(keys.events, 'desk')) as [number]
    return pending === 0 && Object.keys(await desk('effects')).length >= ids.length
  })
  const effects = await desk('effects')
  expect(Object.keys(effects).toSorted()).toEqual(ids.toSorted())
  expect(Object.values(effects).filter((times) => times !== '1')).toEqual([])
  expect(await redis.xlen(keys.deadEvents('desk'))).toBe(0)
})
