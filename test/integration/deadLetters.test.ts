import { Queue } from 'bullmq'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  type DeadLetter,
  type DeadLetterFilter,
  openDeadLetters,
} from '../../src/shared/deadLetters.ts'
import { PipelineError } from '../../src/shared/errors.ts'
import { done } from '../../src/shared/outcomes.ts'
import { runStage } from '../../src/shared/runStage.ts'
import type { Entry } from '../../src/shared/schemas.ts'
import type { Handler } from '../../src/shared/stages.ts'
import { isBalanced } from '../../src/shared/store/entries.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { eventsOf, takeLease } from '../support/assigning.ts'
import { anEntry, aPageRef, aReadArticle, noonMs } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { openContext, run, type TestContext, untilSettled } from '../support/testContext.ts'

function openLetters(context: TestContext) {
  const letters = openDeadLetters(context)
  onTestFinished(() => letters.close())
  const list = async (filter: DeadLetterFilter = {}) => {
    const found: DeadLetter[] = []
    for await (const letter of letters.list(filter)) found.push(letter)
    return found
  }
  return { ...letters, list }
}

const someEntries = (count: number) =>
  Array.from({ length: count }, (_, at) => anEntry({ url: `http://a.example/${at}` }))

async function fail(context: TestContext, entries: readonly Entry[], error: PipelineError) {
  const failing = runStage(
    'fetch',
    async () => {
      throw error
    },
    context,
  )
  await context.queues.enqueue(
    'fetch',
    entries.map((payload) => ({ id: payload.entryId, payload })),
  )
  await context.entries.admit(
    entries.map(({ entryId }) => entryId),
    noonMs,
  )
  await untilSettled(context, entries.length)
  await failing.close()
}

test('a dead letter says where it failed, why and which page it was', async () => {
  const context = openContext()
  const [entry = anEntry()] = someEntries(1)
  await fail(context, [entry], new PipelineError('http_client_error', 'HTTP 418'))
  expect(await openLetters(context).list()).toMatchObject([
    {
      id: entry.entryId,
      queue: 'fetch',
      reason: 'http_client_error',
      message: 'HTTP 418',
      url: entry.url,
    },
  ])
})

test('dead letters are found by queue, reason and time', async () => {
  const context = openContext()
  await fail(context, someEntries(3), new PipelineError('http_client_error', 'HTTP 418'))
  const letters = openLetters(context)
  expect(await letters.list({ reason: 'http_client_error' })).toHaveLength(3)
  expect(await letters.list({ reason: 'job_invalid' })).toEqual([])
  expect(await letters.list({ queue: 'assign' })).toEqual([])
  expect(await letters.list({ sinceMs: Date.now() - 60_000 })).toHaveLength(3)
  expect(await letters.list({ sinceMs: Date.now() + 60_000 })).toEqual([])
})

test('what is retried gets its true outcome, and the ledger stays exact', async () => {
  const context = openContext()
  await fail(context, someEntries(1_050), new PipelineError('http_client_error', 'HTTP 418'))
  const letters = openLetters(context)
  expect(await letters.retry({})).toBe(1_050)
  const seen: string[] = []
  const fetch: Handler<'fetch'> = async ({ entryId }) => {
    seen.push(entryId)
    return done
  }
  run(runStage('fetch', fetch, context))
  await eventually('all to be tried again', () => seen.length === 1_050)
  expect(await letters.list()).toEqual([])
  expect(isBalanced(await context.entries.ledger())).toBe(true)
})

test('two who retry at once retry each letter once between them', async () => {
  const context = openContext()
  await fail(context, someEntries(60), new PipelineError('http_client_error', 'HTTP 418'))
  const [one, two] = [openLetters(context), openLetters(context)]
  const counts = await Promise.all([one.retry({}), two.retry({})])
  expect(counts[0] + counts[1]).toBe(60)
  expect(await context.queues.depth('fetch')).toMatchObject({ waiting: 60, failed: 0 })
})

test('a failure that comes while a long list is read aborts no retry', async () => {
  const context = openContext()
  const error = new PipelineError('http_client_error', 'HTTP 418')
  await fail(context, someEntries(501), error)
  const late = anEntry({ url: 'http://a.example/late' })
  const read = Queue.prototype.getJobs
  const reading = vi.spyOn(Queue.prototype, 'getJobs')
  onTestFinished(() => reading.mockRestore())
  let isShifted = false
  reading.mockImplementation(async function (this: Queue, ...wish) {
    const jobs = await read.apply(this, wish)
    if (jobs.length === 500 && !isShifted) {
      isShifted = true
      await fail(context, [late], error)
    }
    return jobs
  })
  expect(await openLetters(context).retry({})).toBe(501)
  expect(await context.queues.depth('fetch')).toMatchObject({ waiting: 501, failed: 1 })
})

test('an article that was committed before its job was given up is not told twice', async () => {
  const context = openContext()
  const article = aReadArticle()
  const { handler } = createAssigner(context, await takeLease(context))
  await handler(article)
  const giveUp = runStage(
    'assign',
    async () => {
      throw new PipelineError('job_invalid', 'killed after the commit')
    },
    context,
  )
  await context.queues.enqueue('assign', [{ id: article.entryId, payload: article }])
  const letters = openLetters(context)
  await eventually('the dead letter', async () => (await letters.list()).length > 0)
  await giveUp.close()
  expect(await letters.retry({ queue: 'assign' })).toBe(1)
  run(runStage('assign', handler, context))
  await eventually('it to be through', async () => {
    const { waiting, active } = await context.queues.depth('assign')
    return waiting + active === 0
  })
  expect(await eventsOf(context)).toHaveLength(1)
  const ledger = await context.entries.ledger()
  expect(ledger.outcomes).toEqual(new Map([['clustered', 1]]))
  expect(isBalanced(ledger)).toBe(true)
})

test('an entry whose page had expired is fetched again when it is retried', async () => {
  const context = openContext()
  const entry = anEntry()
  const failing = runStage(
    'read',
    async () => {
      throw new PipelineError('page_expired', 'gone')
    },
    context,
  )
  await context.queues.enqueue('read', [{ id: entry.entryId, payload: aPageRef(entry) }])
  await untilSettled(context, 1)
  await failing.close()
  const letters = openLetters(context)
  expect(await letters.retry({ reason: 'page_expired' })).toBe(1)
  expect(await context.queues.depth('read')).toMatchObject({ waiting: 0, failed: 0 })
  expect(await context.queues.depth('fetch')).toMatchObject({ waiting: 1 })
})

test('what is dropped leaves the queue and stays failed in the ledger', async () => {
  const context = openContext()
  await fail(context, someEntries(2), new PipelineError('http_client_error', 'HTTP 418'))
  const letters = openLetters(context)
  expect(await letters.drop({})).toBe(2)
  expect(await letters.list()).toEqual([])
  const { outcomes } = await context.entries.ledger()
  expect(outcomes).toEqual(new Map([['failed:http_client_error', 2]]))
})
