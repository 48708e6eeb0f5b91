import type { Context } from '../../src/shared/context.ts'
import { readEvents, type StreamEvent } from '../../src/shared/eventStream.ts'
import { type Assigner, createAssigner } from '../../src/workers/assign/assignArticle.ts'

const leaseMs = 600_000

/** Takes the lease of the assigner; 0 when another holds it. */
export function takeLease({ scripts, keys }: Context, held = 0, forMs = leaseMs): Promise<number> {
  return scripts.holdLease([keys.lease('assigner'), keys.fence('assigner')], [held, forMs])
}

/** The assigner in charge, without a queue before it. */
export async function anAssigner(context: Context): Promise<Assigner> {
  return createAssigner(context, await takeLease(context))
}

/** All events of the output stream. */
export async function eventsOf({ redis, keys }: Context): Promise<readonly StreamEvent[]> {
  const events: StreamEvent[] = []
  for await (const event of readEvents(redis, keys.events)) events.push(event)
  return events
}

/** The `seq` values of every story, in the order of the stream. */
export function sequencesOf(
  events: readonly StreamEvent[],
): ReadonlyMap<string, readonly number[]> {
  const sequences = new Map<string, number[]>()
  for (const { fields } of events) {
    const subject = fields['subject'] ?? ''
    sequences.set(subject, [...(sequences.get(subject) ?? []), Number(fields['seq'])])
  }
  return sequences
}
