import { expect, onTestFinished, test } from 'vitest'
import { followEvents, lastId, readEvents, type StreamEvent } from '../../src/shared/eventStream.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

async function add({ redis, keys }: TestContext, ...names: readonly string[]): Promise<void> {
  for (const name of names) await redis.xadd(keys.events, '*', 'id', name, 'type', 't')
}

/** The ids of the first events that come, `number` of them. */
async function take(
  events: AsyncGenerator<StreamEvent>,
  number: number,
): Promise<readonly string[]> {
  const ids: string[] = []
  for await (const { fields } of events) {
    ids.push(fields['id'] ?? '')
    if (ids.length === number) break
  }
  return ids
}

function follow(context: TestContext, afterId: string) {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  return followEvents(context.redis, context.keys.events, { afterId, signal: stop.signal })
}

test('follows the stream from its start and on into the future', async () => {
  const context = openContext()
  await add(context, 'one', 'two')
  const taken = take(follow(context, '0'), 3)
  await add(context, 'three')
  expect(await taken).toEqual(['one', 'two', 'three'])
})

test('follows the stream from where a reader left off', async () => {
  const context = openContext()
  await add(context, 'one')
  const left = await lastId(context.redis, context.keys.events)
  await add(context, 'two', 'three')
  expect(await take(follow(context, left), 2)).toEqual(['two', 'three'])
})

test('stops when it is told to, though nothing comes', async () => {
  const context = openContext()
  const stop = new AbortController()
  const { redis, keys } = context
  const taken = take(followEvents(redis, keys.events, { afterId: '0', signal: stop.signal }), 1)
  stop.abort()
  expect(await taken).toEqual([])
})

test('reads everything there is, in order, beyond one batch', async () => {
  const context = openContext()
  const pipeline = context.redis.pipeline()
  for (let at = 0; at < 1_203; at += 1) pipeline.xadd(context.keys.events, '*', 'id', `${at}`)
  await pipeline.exec()
  const read = await take(readEvents(context.redis, context.keys.events), 5_000)
  expect(read).toEqual(Array.from({ length: 1_203 }, (_, at) => `${at}`))
})

test('reads only what came after the given event', async () => {
  const context = openContext()
  await add(context, 'one')
  const first = await lastId(context.redis, context.keys.events)
  await add(context, 'two')
  expect(await take(readEvents(context.redis, context.keys.events, first), 9)).toEqual(['two'])
})

test('an empty stream has no events and no last one', async () => {
  const { redis, keys } = openContext()
  expect(await lastId(redis, keys.events)).toBe('0')
  expect(await take(readEvents(redis, keys.events), 1)).toEqual([])
})
