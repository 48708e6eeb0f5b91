import { UnrecoverableError, Worker } from 'bullmq'
import { expect, test } from 'vitest'
import { sweepDeadLetters } from '../../src/shared/deadLetterSweep.ts'
import { jobIdOf } from '../../src/shared/schemas.ts'
import type { StageName } from '../../src/shared/stages.ts'
import { isBalanced } from '../../src/shared/store/entries.ts'
import { anEntry, aPageRef, noonMs } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const hourMs = 3_600_000
const entry = anEntry()

const enqueue = ({ queues }: TestContext, stage: 'fetch' | 'read', read = entry) =>
  stage === 'fetch'
    ? queues.enqueue('fetch', [{ id: jobIdOf(read), payload: read }])
    : queues.enqueue('read', [{ id: jobIdOf(read), payload: aPageRef(read) }])

/** A job that BullMQ gives up, as it does with one that stalled too often: nobody gives its entry an outcome. */
async function failUncounted(
  context: TestContext,
  stage: 'fetch' | 'read',
  read = entry,
): Promise<void> {
  const { redis, keys, queues, entries } = context
  await enqueue(context, stage, read)
  await entries.admit([entry.entryId], noonMs)
  const giveUp = async () => {
    throw new UnrecoverableError('job stalled more than allowable limit')
  }
  const worker = new Worker(queues.of(stage).name, giveUp, {
    connection: redis,
    prefix: keys.queues,
  })
  await eventually('it failed', async () => (await queues.depth(stage)).failed === 1)
  await worker.close()
}

/** As if it had failed so long ago. */
async function age({ redis, queues }: TestContext, stage: StageName, hours: number): Promise<void> {
  const failedMs = Date.now() - hours * hourMs
  const queue = queues.of(stage)
  await redis.zadd(queue.toKey('failed'), failedMs, entry.entryId)
  await redis.hset(queue.toKey(entry.entryId), 'finishedOn', failedMs)
}

test('a job that nobody counted when it was given up gets its outcome, once', async () => {
  const context = openContext()
  await failUncounted(context, 'read')
  await context.order.admit([entry.entryId], async () => {})
  for (const _ of ['once', 'twice']) await sweepDeadLetters(context)
  const ledger = await context.entries.ledger()
  expect(ledger.outcomes).toEqual(new Map([['failed:stalled_too_often', 1]]))
  expect(isBalanced(ledger)).toBe(true)
  expect(await context.redis.zcard(context.keys.arrivals)).toBe(0)
  const counters = (await context.metrics.deadLetters.get()).values
  const counted = counters.filter(({ value }) => value > 0)
  expect(counted.map(({ labels, value }) => [labels.queue, labels.reason, value])).toEqual([
    ['pages', 'stalled_too_often', 1],
  ])
  expect(await context.queues.depth('read')).toMatchObject({ failed: 1 })
})

test.for([
  ['a week, however long entries are remembered', 720, 168],
  ['as long as its entry is remembered', 24, 24],
] as const)('a dead letter is kept %s, also when no other job fails', async ([, ttl, hours]) => {
  const context = openContext({ settings: { ENTRY_TTL_HOURS: ttl } })
  await failUncounted(context, 'fetch')
  await age(context, 'fetch', hours - 1)
  await sweepDeadLetters(context)
  expect(await context.queues.depth('fetch')).toMatchObject({ failed: 1 })
  await age(context, 'fetch', hours)
  await sweepDeadLetters(context)
  expect(await context.queues.depth('fetch')).toMatchObject({ failed: 0 })
})

test('an entry that was forgotten and is listed again is worked on, whatever became of it before', async () => {
  const context = openContext()
  await failUncounted(context, 'fetch')
  await age(context, 'fetch', 721)
  await context.redis.del(context.keys.entry(entry.entryId))
  await enqueue(context, 'fetch')
  expect(await context.queues.depth('fetch')).toMatchObject({ waiting: 0, failed: 1 })
  await sweepDeadLetters(context)
  await enqueue(context, 'fetch')
  expect(await context.queues.depth('fetch')).toMatchObject({ waiting: 1, failed: 0 })
})

test('a later version that failed gives no outcome to an entry that was forgotten and is worked on anew', async () => {
  const context = openContext()
  await failUncounted(context, 'fetch', { ...entry, version: 'check1' })
  await enqueue(context, 'fetch')
  await sweepDeadLetters(context)
  expect(await context.entries.ledger()).toMatchObject({ inFlight: 1, outcomes: new Map() })
})
