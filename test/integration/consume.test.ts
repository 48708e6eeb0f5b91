import { expect, inject, test } from 'vitest'
import { consume } from '../../src/shared/client/index.ts'
import { startConsumer, storyId, writeEvent } from '../support/consuming.ts'
import { redisBinary } from '../support/e2eRedis.ts'
import { eventually } from '../support/eventually.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const patience = { claimAfterMs: 60 }

async function writeAll(context: TestContext, events: string): Promise<void> {
  for (const name of events.split(' '))
    await writeEvent(context, { story: name[0] ?? '', seq: Number(name.slice(1)) })
}

/** As a consumer does that is killed while it works: it takes all there is and acknowledges nothing. */
async function takeAndDie({ redis, keys }: TestContext, consumer = 'dead'): Promise<void> {
  await redis.xgroup('CREATE', keys.events, 'g', '0', 'MKSTREAM').catch(() => {})
  await redis.xreadgroup('GROUP', 'g', consumer, 'COUNT', 100, 'STREAMS', keys.events, '>')
}

async function pendingOf({ redis, keys }: TestContext): Promise<number> {
  const [count] = (await redis.xpending(keys.events, 'g')) as [number]
  return count
}

/** Waits until the oldest pending entry has been renewed so often. */
async function signsOfLife({ redis, keys }: TestContext, wanted: number): Promise<void> {
  let [signs, idle] = [0, 0]
  await eventually(`${wanted} signs of life`, async () => {
    const [entry] = (await redis.xpending(keys.events, 'g', '-', '+', 1)) as [
      [string, string, number],
    ]
    if (entry[2] < idle) signs += 1
    idle = entry[2]
    return signs >= wanted
  })
}

/** As a consumer does whose handler cannot do this event: its loop ends. */
async function failOn(seq: string, context: TestContext) {
  const failing = startConsumer(context, {
    ...patience,
    work(event) {
      if (event.seq === seq) throw new Error('cannot')
    },
  })
  await failing.ended
}

const untilNothingIsPending = (context: TestContext) =>
  eventually('nothing is pending', async () => (await pendingOf(context)) === 0)

const untilGiven = (consumer: { given: readonly string[] }, names: string) =>
  eventually(names, () => consumer.given.join(' ') === names)

test('hands out every event in order, with its data, and acknowledges each', async () => {
  const context = openContext()
  await writeAll(context, 'a1 b1 a2')
  const consumer = startConsumer(context)
  await untilGiven(consumer, 'a1 b1 a2')
  await writeAll(context, 'a3')
  await untilGiven(consumer, 'a1 b1 a2 a3')
  await untilNothingIsPending(context)
  const [first] = consumer.events
  expect(first?.data.story.headline).toBe('Ferry')
  expect(first).toMatchObject({ type: 'wirefold.story.joined.v1', deliveries: 1, gap: null })
  expect(consumer.notices).toEqual([])
})

test('an event that stands in the stream twice is applied once, also by another consumer', async () => {
  const context = openContext()
  await writeAll(context, 'a1 a2 a1 b1 a2 b1')
  const consumer = startConsumer(context)
  await untilGiven(consumer, 'a1 a2 b1')
  await untilNothingIsPending(context)
  await consumer.close()
  const other = startConsumer(context, { consumer: 'two' })
  await writeAll(context, 'a2 a3')
  await untilGiven(other, 'a3')
})

test('each group gets all events', async () => {
  const context = openContext()
  await writeAll(context, 'a1 a2')
  for (const group of ['g', 'h']) await untilGiven(startConsumer(context, { group }), 'a1 a2')
})

test('consumers of a group share the events, and together apply each once', async () => {
  const context = openContext()
  const names = Array.from({ length: 60 }, (_, at) => `${'abc'[at % 3]}${Math.floor(at / 3) + 1}`)
  const both = ['one', 'two'].map((consumer) => startConsumer(context, { consumer, batch: 5 }))
  await writeAll(context, names.join(' '))
  const given = () => both.flatMap((consumer) => consumer.given)
  await eventually('all are given', () => given().length >= names.length)
  await untilNothingIsPending(context)
  expect(given().toSorted()).toEqual(names.toSorted())
})

test('work that failed stays with the consumer and comes first when it starts again', async () => {
  const context = openContext()
  await writeAll(context, 'a1 a2 a3')
  const failing = startConsumer(context, {
    work: ({ seq }) => {
      if (seq === '2') throw new Error('disk full')
    },
  })
  expect(await failing.ended).toEqual(new Error('disk full'))
  await writeAll(context, 'a4')
  const again = startConsumer(context)
  await untilGiven(again, 'a2 a3 a4')
  expect(again.events.map(({ deliveries }) => deliveries)).toEqual([2, 1, 1])
})

test('leaving the loop leaves the event in hand undone', async () => {
  const context = openContext()
  await writeAll(context, 'a1 a2')
  const { redis, keys } = context
  for await (const event of consume({ redis, group: 'g', consumer: 'one', prefix: keys.prefix }))
    if (event.seq === '2') break
  await untilGiven(startConsumer(context), 'a2')
})

test('the work of a dead consumer comes over after its time', async () => {
  const context = openContext()
  await writeAll(context, 'a1 a2')
  await takeAndDie(context)
  const consumer = startConsumer(context, patience)
  await untilGiven(consumer, 'a1 a2')
  await untilNothingIsPending(context)
})

test('the work of a dead consumer comes over from behind all that a busy one has in hand', async () => {
  const context = openContext()
  const { redis, keys } = context
  // one call looks at ten times as many entries as it may bring
  let last = ''
  for (let seq = 1; seq <= 25; seq += 1) last = await writeEvent(context, { story: 'a', seq })
  await takeAndDie(context, 'busy')
  await redis.xclaim(keys.events, 'g', 'dead', 0, last, 'IDLE', 100_000, 'JUSTID')
  await untilGiven(startConsumer(context, { batch: 1 }), 'a25')
})

test('who is alone in its group gets what anybody had in hand at once, in order, before what is new', async () => {
  const context = openContext()
  for (const [consumer, names] of [
    ['dead', 'a1 b1'],
    ['one', 'a2'],
    ['dead', 'b2'],
  ] as const) {
    await writeAll(context, names)
    await takeAndDie(context, consumer)
  }
  await writeAll(context, 'a3')
  const consumer = startConsumer(context, { alone: true, batch: 2 })
  await untilGiven(consumer, 'a1 b1 a2 b2 a3')
  await untilNothingIsPending(context)
  expect(consumer.events.map(({ deliveries }) => deliveries)).toEqual([2, 2, 2, 2, 1])
})

test.for([
  ['newer ones', 'a1 a2 a3 a4 a5 a6'],
  ['nothing', 'a1 a2 a3 a4'],
] as const)(
  'who is alone gets what a former one read late in order, with %s behind it',
  async ([, names]) => {
    const context = openContext()
    const { redis, keys } = context
    await writeAll(context, names)
    let isLate = true
    const readLate = async () => {
      if (!isLate) return
      isLate = false
      await redis.xreadgroup('GROUP', 'g', 'former', 'COUNT', 2, 'STREAMS', keys.events, '>')
    }
    await untilGiven(startConsumer(context, { alone: true, batch: 2, work: readLate }), names)
    await untilNothingIsPending(context)
  },
)

test('a consumer that works longer than that keeps its work', async () => {
  const context = openContext()
  await writeAll(context, 'a1')
  let finish = () => {}
  const slow = startConsumer(context, {
    ...patience,
    work: () => new Promise<void>((resolve) => (finish = resolve)),
  })
  await untilGiven(slow, 'a1')
  const other = startConsumer(context, { ...patience, consumer: 'two' })
  await signsOfLife(context, 3)
  await writeAll(context, 'b1')
  await eventually('the other is at work', () => other.given.includes('b1'))
  finish()
  await untilNothingIsPending(context)
  expect(other.given).not.toContain('a1')
})

test('an event that nobody gets done goes to the dead letters with its reason', async () => {
  const context = openContext()
  await writeAll(context, 'a1')
  for (const _ of ['once', 'twice']) await failOn('1', context)
  const consumer = startConsumer(context, { maxDeliveries: 2 })
  await eventually('it is dead', () => consumer.notices.length === 1)
  const { redis, keys } = context
  const letters = await redis.xrange(keys.deadEvents('g'), '-', '+')
  expect(letters.map(([, flat]) => flat.at(-1))).toEqual(['handed out 2 times, never done'])
  await untilNothingIsPending(context)
})

test.for([
  ['read by a consumer that fails', null],
  ['in the hands of a consumer that was killed', 'one'],
  ['left by another', 'dead'],
] as const)('what was never handed out is not given up: %s', async ([, owner]) => {
  const context = openContext()
  await writeAll(context, 'a1 a2 a3 a4 a5 a6 a7 a8 a9 a10')
  if (owner) await takeAndDie(context, owner)
  // what a killed consumer had read counts once
  for (let times = owner ? 2 : 1; times <= 3; times += 1) await failOn('1', context)
  const consumer = startConsumer(context, { maxDeliveries: 3 })
  await untilGiven(consumer, 'a2 a3 a4 a5 a6 a7 a8 a9 a10')
  await untilNothingIsPending(context)
  expect(consumer.notices).toMatchObject([
    { kind: 'dead', reason: 'handed out 3 times, never done' },
  ])
})

test('an event can be rejected; the loop goes on', async () => {
  const context = openContext()
  await writeAll(context, 'a1 a2')
  const consumer = startConsumer(context, {
    work: (event) => {
      if (event.seq === '1') event.reject('no such language here')
    },
  })
  await untilGiven(consumer, 'a1 a2')
  await untilNothingIsPending(context)
  expect(consumer.notices).toMatchObject([{ kind: 'dead', reason: 'no such language here' }])
})

test('what is no event goes to the dead letters, what is newer is passed over', async () => {
  const context = openContext()
  const { redis, keys } = context
  await redis.xadd(keys.events, '*', 'hello', 'world')
  await writeEvent(context, { story: 'a', seq: 1, data: '[1' })
  await writeEvent(context, { story: 'a', seq: 1, type: 'wirefold.story.sung.v7' })
  await writeAll(context, 'a1')
  const consumer = startConsumer(context)
  await untilGiven(consumer, 'a1')
  expect(consumer.notices.map(({ kind }) => kind)).toEqual(['dead', 'dead', 'unknown'])
})

test('tells which events of a story did not come before', async () => {
  const context = openContext()
  await writeAll(context, 'a1 a4 b3 a5')
  const consumer = startConsumer(context)
  await untilGiven(consumer, 'a1 a4 b3 a5')
  expect(consumer.events.map(({ gap }) => gap)).toEqual([
    null,
    { from: 2, to: 3 },
    { from: 1, to: 2 },
    null,
  ])
})

test('a group that begins in the middle misses no beginnings', async () => {
  const context = openContext()
  const cursor = await writeEvent(context, { story: 'a', seq: 1 })
  await writeAll(context, 'a2 b7 b9')
  const consumer = startConsumer(context, { from: cursor })
  await untilGiven(consumer, 'a2 b7 b9')
  expect(consumer.events.map(({ gap }) => gap)).toEqual([null, null, { from: 8, to: 8 }])
})

test('a consumer three days late is told that events were trimmed, and finds the gap', async ({
  skip,
}) => {
  if (!(await redisBinary(inject('redisUrl'))))
    return skip('the JavaScript store hands events to a reader that has gone')
  const context = openContext()
  const { redis, keys } = context
  await writeAll(context, 'a1 a2')
  const early = startConsumer(context)
  await untilGiven(early, 'a1 a2')
  await early.close()
  await writeAll(context, 'a3 a4 a5')
  await redis.xtrim(keys.events, 'MAXLEN', 1)
  const late = startConsumer(context)
  await untilGiven(late, 'a5')
  expect(late.events[0]?.gap).toEqual({ from: 3, to: 4 })
  expect(late.notices.map(({ kind }) => kind)).toEqual(['missed'])
})

test('events trimmed while somebody had them in hand are let go', async () => {
  const context = openContext()
  const { redis, keys } = context
  await writeAll(context, 'a1 a2 a3')
  await takeAndDie(context, 'one')
  await redis.xtrim(keys.events, 'MAXLEN', 1)
  const consumer = startConsumer(context)
  await untilGiven(consumer, 'a3')
  await untilNothingIsPending(context)
  expect(consumer.notices).toMatchObject([
    { kind: 'trimmed', streamIds: [expect.any(String), expect.any(String)] },
  ])
})

test('ends at once when told to while it waits', async () => {
  const context = openContext()
  const consumer = startConsumer(context)
  await eventually('the group is there', async () => {
    const { redis, keys } = context
    return redis.hget(keys.consumerGroups, 'g')
  })
  await consumer.close()
  expect(await consumer.ended).toBeNull()
})

test('options that cannot be meant are refused in words', async () => {
  const context = openContext()
  const reasons: string[] = []
  for (const wishes of [{ group: '' }, { consumer: 'a b' }, { batch: 0 }, { from: 'yesterday' }])
    reasons.push(String(await startConsumer(context, wishes).ended))
  expect(reasons).toEqual([
    'RangeError: group must be 1 to 100 letters, digits, or . @ _ -, not ""',
    'RangeError: consumer must be 1 to 100 letters, digits, or . @ _ -, not "a b"',
    'RangeError: batch must be a whole number above 0, not 0',
    'RangeError: from must be 0, $ or the id of a stream entry, not "yesterday"',
  ])
})

test('remembers what it applied in a few characters, whatever the order', async () => {
  const context = openContext()
  const seqs = [5, 1, 2, 9, 4, 3, 8, 7, 11]
  for (const seq of seqs) await writeEvent(context, { story: 'a', seq })
  const consumer = startConsumer(context)
  await eventually('all are given', () => consumer.given.length === seqs.length)
  await untilNothingIsPending(context)
  const { redis, keys } = context
  expect(await redis.get(keys.consumerProgress('g', storyId('a')))).toBe('1-5,7-9,11')
})
