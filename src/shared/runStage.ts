import { DelayedError, type Job, UnrecoverableError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { ArrivalOrder } from './arrivalOrder.ts'
import type { Config } from './config.ts'
import {
  classifyFailure,
  type FailureCode,
  failureClasses,
  messageOf,
  PipelineError,
} from './errors.ts'
import { addressOf, identityOf, unpackItem } from './jobData.ts'
import type { Keys } from './keys.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Outcome } from './outcomes.ts'
import type { Queues } from './queues.ts'
import { type Handler, type In, type Out, type StageName, stages } from './stages.ts'
import type { EntryStore } from './store/entries.ts'

/** What the runner needs around a handler. */
export interface RunnerParts {
  readonly redis: Redis
  readonly keys: Keys
  readonly config: Config
  readonly queues: Queues
  readonly order: ArrivalOrder
  readonly entries: EntryStore
  readonly metrics: Metrics
  readonly log: Log
  readonly now: () => number
}

/** A running stage. */
export interface RunningStage {
  /** Takes no more jobs while held; the running ones go on. */
  hold(held: boolean): Promise<void>
  /** Stops taking jobs, waits for the running ones. */
  close(): Promise<void>
}

/** Said to the worker and not to every job, which would carry it about. How long dead letters are kept: `deadLetterSweep.ts`. */
const keptJobs = { removeOnComplete: { count: 0 }, removeOnFail: { count: 100_000 } }

/** Share of a pause before another attempt that is left to chance, so that what failed together does not come back together. */
const jitter = 0.3

/** Even a process that gets no CPU for seconds keeps its jobs. */
const renewalsALock = 6

/** A throttled item is given up when it is older than this. */
const throttledMaxAgeMs = 6 * 3_600_000

/**
 * The one wrapper around every handler: checks the payload, times the attempt, passes the result on, decides what a
 * failure means, and gives the entry its outcome. Handlers never count, retry or log.
 */
export function runStage<S extends StageName>(
  stage: S,
  handler: Handler<S>,
  parts: RunnerParts,
): RunningStage {
  const spec = stages[stage]
  const retries = { attempts: spec.attempts, backoff: { ...spec.backoff, jitter } }
  announceCounters(stage, parts.metrics)
  const process = async (job: Job, token?: string) => {
    const started = performance.now()
    // said here and not by every waiting job; so a new release's patience holds for jobs of the old one
    Object.assign(job.opts, retries)
    if (job.attemptsStarted <= 1)
      parts.metrics.stageWait.observe({ stage }, Math.max(0, parts.now() - job.timestamp) / 1_000)
    const observe = (outcome: string) =>
      parts.metrics.stageDuration.observe({ stage, outcome }, (performance.now() - started) / 1_000)
    try {
      const outcome = await handler(parseInput(stage, job))
      await finish(stage, job, outcome, parts)
      observe(outcome.kind)
    } catch (error) {
      const failure = classifyFailure(error)
      observe(failureClasses[failure.code])
      await meetFailure({ stage, job, token, failure }, parts)
    }
  }
  const worker = new Worker(spec.queue, process, {
    connection: parts.redis,
    prefix: parts.keys.queues,
    concurrency: spec.concurrency(parts.config),
    lockDuration: spec.lockMs,
    lockRenewTime: spec.lockMs / renewalsALock,
    // whole, or Redis refuses it
    stalledInterval: Math.ceil(spec.lockMs / 3),
    maxStalledCount: 10,
    runRetryDelay: 1_000,
    ...keptJobs,
  })
  worker.on('error', (error) => {
    // an outage is told once, by the connection
    const level = classifyFailure(error).code === 'redis_unavailable' ? 'debug' : 'warn'
    parts.log[level]({ stage }, `worker of ${stage}: ${messageOf(error)}`)
  })
  worker.on('stalled', () => parts.metrics.stalled.inc({ queue: spec.queue }))
  return {
    async hold(held) {
      if (held) await worker.pause(true)
      else await worker.resume()
    },
    close: () => worker.close(),
  }
}

// An alert on an increase needs a value to increase from.
function announceCounters(stage: StageName, { stalled, deadLetters }: Metrics): void {
  const { queue } = stages[stage]
  stalled.inc({ queue }, 0)
  for (const reason of Object.keys(failureClasses)) deadLetters.inc({ queue, reason }, 0)
}

function parseInput<S extends StageName>(stage: S, job: Job): In<S> {
  const result = stages[stage].input.safeParse(unpackItem(String(job.id), job.data))
  if (result.success) return result.data as In<S>
  const issue = result.error.issues[0]
  throw new PipelineError('job_invalid', `${issue?.path.join('.')}: ${issue?.message}`)
}

async function finish<S extends StageName>(
  stage: S,
  job: Job,
  outcome: Outcome<Out<S>>,
  parts: RunnerParts,
): Promise<void> {
  const id = String(job.id)
  if (outcome.kind === 'next') await passOn(stage, { id, payload: outcome.payload }, parts)
  if (outcome.kind === 'drop') {
    const isNew = await parts.entries.settle(
      identityOf(String(job.id)).entryId,
      `dropped:${outcome.reason}`,
    )
    if (isNew) parts.metrics.items.inc({ outcome: 'dropped', reason: outcome.reason })
    parts.log.debug({ stage, id, reason: outcome.reason }, outcome.detail)
  }
  if (stages[stage].ordered) await parts.order.leave(id, 'read')
}

async function passOn<S extends StageName>(
  stage: S,
  { id, payload }: { readonly id: string; readonly payload: Out<S> },
  { queues, order }: RunnerParts,
): Promise<void> {
  const following = stages[stage].next
  if (!following) return
  const enqueue = () =>
    queues.enqueue(following, [{ id, payload: payload as In<typeof following> }])
  if (stages[stage].ordered) await order.turn(id)
  if (stages[following].ordered) await order.admit([id], enqueue)
  else await enqueue()
}

interface Failed {
  readonly stage: StageName
  readonly job: Job
  readonly token: string | undefined
  readonly failure: PipelineError
}

async function meetFailure(
  { stage, job, token, failure }: Failed,
  parts: RunnerParts,
): Promise<never> {
  const kind = failureClasses[failure.code]
  const resumeMs = parts.now() + Math.max(failure.retryAfterMs, 1)
  if (kind === 'throttled' && resumeMs - job.timestamp < throttledMaxAgeMs) {
    await job.moveToDelayed(resumeMs, token)
    throw new DelayedError()
  }
  const isLast = kind !== 'transient' || job.attemptsMade + 1 >= stages[stage].attempts
  if (!isLast) throw failure
  await giveUp({ stage, job, code: failure.code }, parts)
  parts.log.warn({ stage, id: job.id, code: failure.code }, describe(stage, job, failure))
  throw new UnrecoverableError(`${failure.code}: ${failure.message}`)
}

interface GivenUp {
  readonly stage: StageName
  readonly job: Job
  readonly code: FailureCode
}

/** Gives the entry of a job its outcome, and counts it, unless that was done. */
export async function giveUp(
  { stage, job, code }: GivenUp,
  parts: Pick<RunnerParts, 'order' | 'entries' | 'metrics'>,
): Promise<void> {
  if (stages[stage].ordered) await parts.order.leave(String(job.id), 'given_up')
  const isNew = await parts.entries.settle(identityOf(String(job.id)).entryId, `failed:${code}`)
  if (!isNew) return
  parts.metrics.items.inc({ outcome: 'failed', reason: code })
  parts.metrics.deadLetters.inc({ queue: stages[stage].queue, reason: code })
}

function describe(stage: StageName, job: Job, failure: PipelineError): string {
  const id = String(job.id)
  return `${stage} gave up on ${addressOf(id, job.data) || id}: ${failure.message} (${failure.code})`
}
