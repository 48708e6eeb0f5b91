import type { Context } from '../shared/context.ts'
import { pause } from '../shared/lifecycle.ts'
import { stageNames } from '../shared/stages.ts'

const lookEveryMs = 100

/** Resolves when no queue has work left, or when the signal is given. */
export async function queuesDrained(
  { queues }: Pick<Context, 'queues'>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && !(await isDrained(queues))) await pause(lookEveryMs, signal)
}

// An item is enqueued for its next stage before its job ends: looked at in the order of the flow, it cannot slip by.
async function isDrained(queues: Context['queues']): Promise<boolean> {
  for (const stage of stageNames) {
    const { waiting, active, delayed } = await queues.depth(stage)
    if (waiting + active + delayed > 0) return false
  }
  return true
}
