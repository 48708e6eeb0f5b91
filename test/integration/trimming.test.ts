import { expect, test } from 'vitest'
import { trimEvents } from '../../src/shared/trimming.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const hourMs = 3_600_000

/** A stream of `count` events, one a millisecond from the epoch on, in a pipeline whose time is `nowMs`. */
async function aStream(count: number, nowMs = 1_000): Promise<TestContext> {
  const context = openContext({
    settings: { EVENTS_MAX_LENGTH: 100, EVENTS_TTL_HOURS: 1 },
    parts: { now: () => nowMs },
  })
  for (let ms = 1; ms <= count; ms += 1)
    await context.redis.xadd(context.keys.events, `${ms}-0`, 'id', `${ms}`)
  return context
}

const idsOf = async ({ redis, keys }: TestContext) =>
  (await redis.xrange(keys.events, '-', '+')).map(([id]) => Number(id.split('-')[0]))

async function aGroup(
  { redis, keys }: TestContext,
  { read, acknowledged }: Reading,
): Promise<void> {
  await redis.xgroup('CREATE', keys.events, 'readers', '0')
  if (read > 0)
    await redis.xreadgroup('GROUP', 'readers', 'me', 'COUNT', read, 'STREAMS', keys.events, '>')
  for (let ms = 1; ms <= acknowledged; ms += 1) await redis.xack(keys.events, 'readers', `${ms}-0`)
}

interface Reading {
  readonly read: number
  readonly acknowledged: number
}

const trimmedUnread = async ({ metrics }: TestContext) =>
  (await metrics.eventsTrimmed.get()).values.find(({ labels }) => labels.read === 'no')?.value

test('a stream without groups is trimmed to its greatest length', async () => {
  const context = await aStream(150)
  await trimEvents(context)
  expect(await idsOf(context)).toHaveLength(100)
  expect((await idsOf(context))[0]).toBe(51)
})

test('events past their time go, however few there are', async () => {
  const context = await aStream(20, hourMs + 11)
  await trimEvents(context)
  expect(await idsOf(context)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20])
})

test('what a group has not read stays, and what it has read and not acknowledged', async () => {
  const unread = await aStream(150)
  await aGroup(unread, { read: 30, acknowledged: 30 })
  await trimEvents(unread)
  expect((await idsOf(unread))[0]).toBe(31)
  const pending = await aStream(150)
  await aGroup(pending, { read: 40, acknowledged: 20 })
  await trimEvents(pending)
  expect((await idsOf(pending))[0]).toBe(21)
  expect(await trimmedUnread(pending)).toBe(0)
})

test('a group that has read everything holds nothing back', async () => {
  const context = await aStream(150)
  await aGroup(context, { read: 150, acknowledged: 150 })
  await trimEvents(context)
  expect(await idsOf(context)).toHaveLength(100)
})

test('at twice the length unread events go, counted and told', async () => {
  const context = await aStream(230)
  await aGroup(context, { read: 10, acknowledged: 10 })
  await trimEvents(context)
  expect(await idsOf(context)).toHaveLength(200)
  expect(await trimmedUnread(context)).toBe(20)
  expect(context.logged.at(-1)).toMatchObject({
    msg: expect.stringMatching(/20 events were trimmed that a consumer group has not acknowledged/),
  })
})

test('a stream that is not there yet is left alone', async () => {
  const context = openContext()
  await trimEvents(context)
  expect(await context.redis.exists(context.keys.events)).toBe(0)
})
