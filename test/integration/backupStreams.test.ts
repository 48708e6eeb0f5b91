import { expect, inject, test } from 'vitest'
import { readStream, type StreamPart, writeStreamPart } from '../../src/shared/backup/streams.ts'
import { redisBinary } from '../support/e2eRedis.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const bytes = Buffer.from([0, 255, 128, 10])

async function fill({ redis, keys }: TestContext, entries: number): Promise<string> {
  const name = keys.events
  for (let at = 1; at <= entries; at += 1) await redis.xadd(name, `${at}-0`, 'at', at, 'raw', bytes)
  return name
}

async function moved(context: TestContext, name: string) {
  const other = openContext()
  const parts: StreamPart[] = []
  for await (const part of readStream(context.redis, name)) parts.push(part)
  for (const part of parts) {
    const told = JSON.parse(JSON.stringify(part)) as StreamPart
    await writeStreamPart(other.redis, other.keys.events, told, 0)
  }
  return { other, parts: parts.length }
}

const factsOf = async ({ redis, keys }: TestContext) => ({
  entries: await redis.xrangeBuffer(keys.events, '-', '+'),
  stream: ((await redis.call('XINFO', 'STREAM', keys.events)) as readonly unknown[]).filter(
    (_, at, all) =>
      /length|last-generated-id|max-deleted|entries-added/.test(String(all[at - (at % 2)])),
  ),
  groups: ((await redis.call('XINFO', 'GROUPS', keys.events)) as readonly unknown[][]).map(
    (group) => group.filter((_, at, all) => !/^consumers$/.test(String(all[at - (at % 2)]))),
  ),
  pending: (await redis.xpending(keys.events, 'kit', '-', '+', 9_999)).map(
    (row) =>
      [row as unknown[]].map(([id, consumer, , deliveries]) => [id, consumer, deliveries])[0],
  ),
})

test('a stream comes back in parts, with what was deleted, its groups and what they were handed', async ({
  skip,
}) => {
  if (!(await redisBinary(inject('redisUrl')))) return skip('the JavaScript store tells less')
  const context = openContext()
  const name = await fill(context, 1_203)
  await context.redis.xdel(name, '1203-0', '7-0')
  await context.redis.xgroup('CREATE', name, 'kit', '0')
  await context.redis.xgroup('CREATE', name, 'idle', '$')
  await context.redis.xreadgroup('GROUP', 'kit', 'one', 'COUNT', 40, 'STREAMS', name, '>')
  await context.redis.xreadgroup('GROUP', 'kit', 'two', 'COUNT', 2, 'STREAMS', name, '>')
  await context.redis.xack(name, 'kit', '1-0', '2-0')
  const { other, parts } = await moved(context, name)
  expect(parts).toBe(3)
  expect(await factsOf(other)).toEqual(await factsOf(context))
})

test('a part that is written twice is there once', async ({ skip }) => {
  if (!(await redisBinary(inject('redisUrl')))) return skip('the JavaScript store tells less')
  const context = openContext()
  const name = await fill(context, 3)
  await context.redis.xgroup('CREATE', name, 'kit', '0')
  const { other } = await moved(context, name)
  for await (const part of readStream(context.redis, name))
    await writeStreamPart(other.redis, other.keys.events, part, 0)
  expect(await factsOf(other)).toEqual(await factsOf(context))
})
