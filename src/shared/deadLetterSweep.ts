import type { Queue } from 'bullmq'
import type { Context } from './context.ts'
import { reasonOf } from './deadLetters.ts'
import { messageOf } from './errors.ts'
import { type Running, repeat } from './lifecycle.ts'
import { giveUp } from './runStage.ts'
import { type StageName, stageNames } from './stages.ts'

const everyMs = 60_000
const hourMs = 3_600_000
/** Dead letters are kept so long, unless their entries are forgotten before. */
const mostKeptMs = 7 * 24 * hourMs
const batch = 500

type Parts = Pick<Context, 'queues' | 'entries' | 'order' | 'metrics' | 'config' | 'log' | 'now'>

/** Sweeps the dead letters until closed. More than one may: each step is one script. */
export function startSweeping(parts: Parts): Running {
  return repeat(
    everyMs,
    () => sweepDeadLetters(parts),
    (error) => parts.log.debug(`dead letters: ${messageOf(error)}`),
  )
}

/**
 * Removes dead letters past their time: BullMQ would do so only when another job of the queue fails, and a letter that
 * outlives its entry stands in the way when the entry is listed again. And gives an outcome to those that have none: BullMQ
 * gives up a job that stalled too often by itself, and nobody is told for certain.
 */
export async function sweepDeadLetters(parts: Parts): Promise<void> {
  for (const stage of stageNames) {
    await forgetOld(parts, parts.queues.of(stage))
    await countUncounted(parts, stage)
  }
}

async function forgetOld({ config, now }: Parts, queue: Queue): Promise<void> {
  // a look before the entry is forgotten, and not one after
  const keptMs = Math.min(mostKeptMs, config.ENTRY_TTL_HOURS * hourMs - everyMs)
  const [oldest] = await queue.getJobs(['failed'], 0, 0, true)
  // BullMQ notes every call as an event
  if ((oldest?.finishedOn ?? Number.POSITIVE_INFINITY) > now() - keptMs) return
  while ((await queue.clean(keptMs, batch, 'failed')).length === batch);
}

async function countUncounted(parts: Parts, stage: StageName): Promise<void> {
  const queue = parts.queues.of(stage)
  for (let from = 0; ; from += batch) {
    const ids = await queue.getRanges(['failed'], from, from + batch - 1)
    for (const id of await parts.entries.withoutOutcome(ids)) {
      const job = await queue.getJob(id)
      // it may have been retried since
      if (job && (await job.isFailed()))
        await giveUp({ stage, job, code: reasonOf(job.failedReason ?? '') }, parts)
    }
    if (ids.length < batch) return
  }
}
