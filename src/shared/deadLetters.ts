import { type Job, Queue } from 'bullmq'
import type { Context } from './context.ts'
import { type FailureCode, failureClasses } from './errors.ts'
import { addressOf, unpackItem } from './jobData.ts'
import { type In, type StageName, stageNames, stages } from './stages.ts'

/** An item that was given up, and why. */
export interface DeadLetter {
  readonly id: string
  readonly stage: StageName
  readonly queue: string
  readonly reason: FailureCode
  readonly message: string
  /** Address of the page; empty when the job cannot be read. */
  readonly url: string
  readonly failedMs: number
  readonly attempts: number
}

/** Which dead letters are meant; what is left out matches all. */
export interface DeadLetterFilter {
  readonly queue?: string | undefined
  readonly reason?: string | undefined
  readonly sinceMs?: number | undefined
}

type Parts = Pick<Context, 'redis' | 'keys' | 'queues'>
interface Found {
  readonly letter: DeadLetter
  readonly job: Job
}

const batch = 500

/** Dead letters: BullMQ's failed jobs, seen as items of the pipeline. `close` after use. */
export function openDeadLetters({ redis, keys, queues }: Parts) {
  const open = (stage: StageName) =>
    new Queue(stages[stage].queue, {
      connection: redis,
      prefix: keys.queues,
      skipMetasUpdate: true,
    })
  const opened = new Map(stageNames.map((stage) => [stage, open(stage)]))

  async function* find(filter: DeadLetterFilter): AsyncGenerator<Found> {
    for (const [stage, queue] of opened) {
      if (filter.queue !== undefined && filter.queue !== queue.name) continue
      // read whole before anything is changed: jobs that are retried or dropped would shift the pages
      const ids = await readIds(queue)
      for (const id of ids) {
        const job = await queue.getJob(id)
        // somebody else may have retried it since
        if (!job || !(await job.isFailed())) continue
        const letter = letterOf(stage, job)
        if (matches(letter, filter)) yield { letter, job }
      }
    }
  }

  const retry = async ({ letter, job }: Found): Promise<void> => {
    const entry = letter.stage === 'read' && letter.reason === 'page_expired' && entryOf(job)
    if (!entry) return job.retry('failed', { resetAttemptsMade: true })
    // its page is gone: it has to be fetched again
    await queues.enqueue('fetch', [{ id: letter.id, payload: entry }])
    await job.remove()
  }

  const each = async (filter: DeadLetterFilter, act: (found: Found) => Promise<void>) => {
    let count = 0
    for await (const found of find(filter)) if (await acted(found, act)) count += 1
    return count
  }

  return {
    /** Newest first within a queue. */
    async *list(filter: DeadLetterFilter): AsyncGenerator<DeadLetter> {
      for await (const { letter } of find(filter)) yield letter
    },
    /** Puts them back to work with all their attempts. What was committed before stays as it is. Returns how many. */
    retry: (filter: DeadLetterFilter) => each(filter, retry),
    /** Removes them; the ledger keeps them as failed. Returns how many. */
    drop: (filter: DeadLetterFilter) => each(filter, ({ job }) => job.remove()),
    async close(): Promise<void> {
      for (const queue of opened.values()) await queue.close()
    },
  }
}

/** False when the letter was none any more: somebody else was faster. */
async function acted(found: Found, act: (found: Found) => Promise<void>): Promise<boolean> {
  try {
    await act(found)
    return true
  } catch (error) {
    if (await found.job.isFailed()) throw error
    return false
  }
}

/** Each id once: a failure that comes while the pages are read shifts them. */
async function readIds(queue: Queue): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (let from = 0; ; from += batch) {
    const jobs = await queue.getJobs(['failed'], from, from + batch - 1)
    for (const job of jobs) if (job?.id) ids.add(job.id)
    if (jobs.length < batch) return ids
  }
}

function letterOf(stage: StageName, job: Job): DeadLetter {
  const told = job.failedReason ?? ''
  return {
    id: String(job.id),
    stage,
    queue: stages[stage].queue,
    reason: reasonOf(told),
    message: told.replace(/^\w+: /, ''),
    url: addressOf(String(job.id), job.data),
    failedMs: job.finishedOn ?? job.timestamp,
    attempts: job.attemptsMade,
  }
}

/** The runner begins a reason with its code; BullMQ gives up jobs by itself that have stalled too often. */
export function reasonOf(told: string): FailureCode {
  const code = /^(\w+):/.exec(told)?.[1] ?? ''
  if (Object.hasOwn(failureClasses, code)) return code as FailureCode
  return /stalled more than allowable/.test(told) ? 'stalled_too_often' : 'unexpected'
}

function matches(letter: DeadLetter, { reason, sinceMs }: DeadLetterFilter): boolean {
  return (
    (reason === undefined || letter.reason === reason) &&
    (sinceMs === undefined || letter.failedMs >= sinceMs)
  )
}

function entryOf(job: Job): In<'fetch'> | null {
  const parsed = stages.read.input.safeParse(unpackItem(String(job.id), job.data))
  return parsed.success ? parsed.data.entry : null
}
