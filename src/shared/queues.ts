import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { packItem } from './jobData.ts'
import type { Keys } from './keys.ts'
import { type In, type StageName, stageNames, stages } from './stages.ts'

/** An item for a stage. Its id is the id of the job: while the job exists, a second one is dropped. */
export interface Item<S extends StageName> {
  readonly id: string
  readonly payload: In<S>
}

/** Jobs of a queue by state. */
export interface QueueDepth {
  readonly waiting: number
  readonly active: number
  readonly delayed: number
  readonly failed: number
}

/** The queues of all stages. */
export interface Queues {
  enqueue<S extends StageName>(stage: S, items: readonly Item<S>[]): Promise<void>
  depth(stage: StageName): Promise<QueueDepth>
  /** Age of the job that has waited longest, ms; 0 when none waits. */
  oldestAgeMs(stage: StageName, nowMs: number): Promise<number>
  /** BullMQ's own queue of a stage. */
  of(stage: StageName): Queue
  /** BullMQ's own queues, for a board that shows them. */
  all(): readonly Queue[]
  close(): Promise<void>
}

const toJob = <S extends StageName>(stage: S, { id, payload }: Item<S>) => ({
  name: stage,
  data: packItem(id, payload),
  opts: { jobId: id },
})

/** Builds the BullMQ queues from the stage catalog. */
export function createQueues(redis: Redis, keys: Keys): Queues {
  const create = (stage: StageName) => {
    return new Queue(stages[stage].queue, {
      connection: redis,
      prefix: keys.queues,
      // BullMQ's own event stream is read by nobody here: short, or it dominates memory and the JavaScript store's time
      streams: { events: { maxLen: 100 } },
    })
  }
  const queues = new Map(stageNames.map((stage) => [stage, create(stage)]))
  const queueOf = (stage: StageName) => queues.get(stage) ?? create(stage)
  for (const queue of queues.values()) queue.on('error', () => {})
  return {
    of: queueOf,
    all: () => [...queues.values()],

    async enqueue(stage, items) {
      const queue = queueOf(stage)
      const [only] = items
      // one job needs no pipeline, whose making costs as much as the job
      if (only && items.length === 1)
        await queue.add(stage, packItem(only.id, only.payload), { jobId: only.id })
      else if (only) await queue.addBulk(items.map((item) => toJob(stage, item)))
    },
    async depth(stage) {
      const counts = await queueOf(stage).getJobCounts(
        'wait',
        'active',
        'delayed',
        'failed',
        'prioritized',
      )
      const count = (state: string) => counts[state] ?? 0
      return {
        waiting: count('wait') + count('waiting') + count('prioritized'),
        active: count('active'),
        delayed: count('delayed'),
        failed: count('failed'),
      }
    },
    async oldestAgeMs(stage, nowMs) {
      const [oldest] = await queueOf(stage).getJobs(['wait'], 0, 0, true)
      return oldest ? Math.max(0, nowMs - oldest.timestamp) : 0
    },
    async close() {
      for (const queue of queues.values()) await queue.close()
    },
  }
}
