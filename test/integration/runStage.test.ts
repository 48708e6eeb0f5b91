import { Queue } from 'bullmq'
import { expect, onTestFinished, test } from 'vitest'
import { type FailureCode, PipelineError } from '../../src/shared/errors.ts'
import { unpackItem } from '../../src/shared/jobData.ts'
import { done, drop, next } from '../../src/shared/outcomes.ts'
import { runStage } from '../../src/shared/runStage.ts'
import { type Handler, type StageName, stages } from '../../src/shared/stages.ts'
import { anEntry, aPageRef, noonMs } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { openContext, run, type TestContext, untilSettled } from '../support/testContext.ts'

const entry = anEntry()

/** The BullMQ queue of a stage, to look at it and to cut back-offs short. */
function openQueue({ redis, keys }: TestContext, stage: StageName = 'fetch'): Queue {
  const queue = new Queue(stages[stage].queue, { connection: redis, prefix: keys.queues })
  onTestFinished(() => queue.close())
  return queue
}

async function enqueueAdmitted({ queues, entries }: TestContext): Promise<void> {
  await queues.enqueue('fetch', [{ id: entry.entryId, payload: entry }])
  await entries.admit([entry.entryId], noonMs)
}

/** Runs the stage until every entry has its outcome; retries follow each other without their back-off. */
async function runUntilSettled(context: TestContext, handler: Handler<'fetch'>): Promise<void> {
  const queue = openQueue(context)
  run(runStage('fetch', handler, context))
  await eventually('every entry has its outcome', async () => {
    await queue.promoteJobs()
    const { seen, inFlight } = await context.entries.ledger()
    return seen > 0 && inFlight === 0
  })
}

async function valuesOf(metric: TestContext['metrics']['items' | 'deadLetters']) {
  return (await metric.get()).values.filter(({ value }) => value > 0)
}

const throwing = (code: FailureCode, retryAfterMs = 0) => {
  const calls: number[] = []
  const handler: Handler<'fetch'> = async () => {
    calls.push(calls.length)
    throw new PipelineError(code, 'as the test wants it', { retryAfterMs })
  }
  return { calls, handler }
}

test('a payload that does not fit its schema is a dead letter at once and never reaches the handler', async () => {
  const context = openContext()
  const queue = openQueue(context)
  const { calls, handler } = throwing('unexpected')
  await queue.add('fetch', { ...entry, url: 7 }, { jobId: entry.entryId, attempts: 4 })
  await context.entries.admit([entry.entryId], noonMs)
  await runUntilSettled(context, handler)
  expect(calls).toHaveLength(0)
  expect((await context.entries.ledger()).outcomes).toEqual(new Map([['failed:job_invalid', 1]]))
  const job = await eventually('the dead letter', async () => (await queue.getFailed())[0])
  expect(job.failedReason).toMatch(/^job_invalid: url: /)
})

test('a transient failure is tried as often as the catalog says, then fails and is counted once', async () => {
  const context = openContext()
  const { calls, handler } = throwing('http_server_error')
  await enqueueAdmitted(context)
  await runUntilSettled(context, handler)
  expect(calls).toHaveLength(stages.fetch.attempts)
  expect((await context.entries.ledger()).outcomes).toEqual(
    new Map([['failed:http_server_error', 1]]),
  )
  expect(await valuesOf(context.metrics.items)).toEqual([
    { labels: { outcome: 'failed', reason: 'http_server_error' }, value: 1 },
  ])
  expect(await valuesOf(context.metrics.deadLetters)).toEqual([
    { labels: { queue: 'fetch', reason: 'http_server_error' }, value: 1 },
  ])
  expect(context.logged.filter(({ level }) => level === 'warn')).toHaveLength(1)
})

test('a transient failure that passes leaves no trace in the ledger', async () => {
  const context = openContext()
  let attempts = 0
  await enqueueAdmitted(context)
  await runUntilSettled(context, async () => {
    attempts += 1
    if (attempts < 3) throw new PipelineError('http_timeout', 'slow')
    return drop('fetch_gone', 'HTTP 410')
  })
  expect(attempts).toBe(3)
  expect((await context.entries.ledger()).outcomes).toEqual(new Map([['dropped:fetch_gone', 1]]))
})

test('a permanent failure is not tried again', async () => {
  const context = openContext()
  const { calls, handler } = throwing('http_client_error')
  await enqueueAdmitted(context)
  await runUntilSettled(context, handler)
  expect(calls).toHaveLength(1)
  expect((await context.entries.ledger()).outcomes).toEqual(
    new Map([['failed:http_client_error', 1]]),
  )
})

test('waiting for its turn costs an item no attempt', async () => {
  const context = openContext()
  let attempts = 0
  await enqueueAdmitted(context)
  await runUntilSettled(context, async () => {
    attempts += 1
    if (attempts <= 3 * stages.fetch.attempts) {
      throw new PipelineError('host_busy', 'not yet', { retryAfterMs: 1 })
    }
    if (attempts <= 4 * stages.fetch.attempts - 1) throw new PipelineError('http_timeout', 'slow')
    return drop('fetch_gone', 'HTTP 404')
  })
  expect((await context.entries.ledger()).outcomes).toEqual(new Map([['dropped:fetch_gone', 1]]))
})

test('an item that was throttled for hours is given up', async () => {
  const context = openContext({ parts: { now: () => Date.now() + 7 * 3_600_000 } })
  const { handler } = throwing('http_rate_limited', 1)
  await enqueueAdmitted(context)
  await runUntilSettled(context, handler)
  expect((await context.entries.ledger()).outcomes).toEqual(
    new Map([['failed:http_rate_limited', 1]]),
  )
})

test('a drop is counted once, even when its job runs twice', async () => {
  const context = openContext()
  let runs = 0
  await enqueueAdmitted(context)
  await runUntilSettled(context, async () => {
    runs += 1
    return drop('fetch_not_html', 'image/png')
  })
  await eventually(
    'the queue is empty',
    async () => (await context.queues.depth('fetch')).active === 0,
  )
  await context.queues.enqueue('fetch', [{ id: entry.entryId, payload: entry }])
  await eventually('the second run', () => runs === 2)
  await eventually('its end', async () => (await context.queues.depth('fetch')).active === 0)
  expect((await context.entries.ledger()).outcomes).toEqual(
    new Map([['dropped:fetch_not_html', 1]]),
  )
  expect(await valuesOf(context.metrics.items)).toEqual([
    { labels: { outcome: 'dropped', reason: 'fetch_not_html' }, value: 1 },
  ])
})

test('an exception without a code is tried again and then counted as unexpected', async () => {
  const context = openContext()
  let attempts = 0
  await enqueueAdmitted(context)
  await runUntilSettled(context, async () => {
    attempts += 1
    throw new TypeError('nothing was foreseen')
  })
  expect(attempts).toBe(stages.fetch.attempts)
  expect((await context.entries.ledger()).outcomes).toEqual(new Map([['failed:unexpected', 1]]))
})

test('what a handler passes on is a job of the next stage under the same id', async () => {
  const context = openContext()
  await enqueueAdmitted(context)
  run(runStage('fetch', async () => next(aPageRef(entry)), context))
  const passed = openQueue(context, 'read')
  const job = await eventually('the job of the next stage', () => passed.getJob(entry.entryId))
  expect(stages.read.input.parse(unpackItem(entry.entryId, job.data))).toEqual(aPageRef(entry))
  expect((await context.entries.ledger()).inFlight).toBe(1)
})

test('closing waits for the item under way', async () => {
  const context = openContext()
  const started = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  await enqueueAdmitted(context)
  const stage = runStage(
    'fetch',
    async () => {
      started.resolve()
      await finish.promise
      return drop('fetch_gone', 'HTTP 410')
    },
    context,
  )
  await started.promise
  const closed = stage.close()
  finish.resolve()
  await closed
  await untilSettled(context, 1)
})

test('an item that is done keeps the outcome its handler gave it', async () => {
  const context = openContext()
  await enqueueAdmitted(context)
  await runUntilSettled(context, async ({ entryId }) => {
    await context.entries.settle(entryId, 'dropped:duplicate_url')
    return done
  })
  expect((await context.entries.ledger()).outcomes).toEqual(new Map([['dropped:duplicate_url', 1]]))
})
