import { unlessStopped } from '../lifecycle.ts'
import { parseEvent } from './events.ts'
import type { WirefoldEvent } from './eventTypes.ts'
import { type Delivery, keepAlive, setDeliveries } from './group.ts'
import { type Gap, gapBefore, hasApplied, type Progress, parseProgress } from './progress.ts'
import { farewellMs, type Session, withRetries } from './session.ts'

/** An event in hand: the fields of the stream, with `data` parsed. */
export type ConsumedEvent = WirefoldEvent & {
  readonly streamId: string
  /** 1 = handed out for the first time. A consumer that was killed may count once too often, never more. */
  readonly deliveries: number
  /** Events of this story that did not come before this one: trimmed, or in the hands of another consumer. */
  readonly gap: Gap | null
  /** Gives the event up: it goes to the dead-letter stream of the group, and the loop goes on. */
  reject(reason: string): void
}

/** How long the group remembers what it applied of a story, after the story's last event. */
const progressTtlSeconds = 14 * 86_400
/** Dead letters a group keeps; older ones make room. */
export const mostDead = 10_000

/** Hands out a batch one by one, and settles each: done, repeated, passed over or given up. */
export async function* handOut(
  session: Session,
  batch: readonly Delivery[],
  fromStart: boolean,
): AsyncGenerator<ConsumedEvent> {
  const inHand = new Set(batch.map(({ streamId }) => streamId))
  const untouched = new Set(
    batch.filter(({ isCounted }) => isCounted).map(({ streamId }) => streamId),
  )
  const progress = await loadProgress(session, batch)
  const signs = setInterval(() => void showLife(session, inHand), session.claimAfterMs / 3)
  try {
    for (const delivery of batch) {
      if (session.signal.aborted) return
      untouched.delete(delivery.streamId)
      yield* settle({ session, progress, fromStart }, delivery)
      inHand.delete(delivery.streamId)
    }
  } finally {
    clearInterval(signs)
    await uncount(session, untouched)
  }
}

interface Desk {
  readonly session: Session
  readonly progress: Map<string, Progress>
  readonly fromStart: boolean
}

async function* settle(desk: Desk, delivery: Delivery): AsyncGenerator<ConsumedEvent> {
  const { session, progress } = desk
  const parsed = parseEvent(delivery)
  if (parsed.kind === 'malformed') return giveUp(session, delivery, parsed.reason)
  if (parsed.kind === 'unknown') {
    session.notice({ kind: 'unknown', type: parsed.type, streamId: delivery.streamId })
    return acknowledge(session, delivery)
  }
  const { subject, seq } = parsed.event
  const known = progress.get(subject) ?? []
  if (hasApplied(known, Number(seq))) return acknowledge(session, delivery)
  if (delivery.deliveries > session.maxDeliveries)
    return giveUp(session, delivery, `handed out ${delivery.deliveries - 1} times, never done`)
  if (!delivery.isCounted) await count(session, delivery)
  let rejected: string | null = null
  yield Object.assign(parsed.event, {
    streamId: delivery.streamId,
    deliveries: delivery.deliveries,
    gap: gapBefore(known, Number(seq), desk.fromStart),
    reject: (reason: string) => {
      rejected = reason
    },
  })
  if (rejected !== null) return giveUp(session, delivery, rejected)
  const applied = await apply(session, delivery)
  if (applied !== null) progress.set(subject, parseProgress(applied))
}

async function loadProgress({ place, ...session }: Session, batch: readonly Delivery[]) {
  const stories = [...new Set(batch.map(({ fields }) => fields['subject'] ?? ''))]
  if (stories.length === 0) return new Map<string, Progress>()
  const wanted = stories.map((story) => place.keys.consumerProgress(place.group, story))
  const texts = await withRetries(session, () => place.redis.mget(...wanted))
  return new Map(stories.map((story, at) => [story, parseProgress(texts?.[at] ?? null)]))
}

/** Before it is handed out: a handler that ends the process is counted too. */
async function count(session: Session, { streamId, deliveries }: Delivery): Promise<void> {
  await withRetries(session, () => setDeliveries(session.place, [streamId], deliveries))
}

/** What was read and not handed out does not count. A Redis that does not answer is not waited for. */
async function uncount({ place }: Session, untouched: ReadonlySet<string>): Promise<void> {
  if (untouched.size === 0) return
  const asked = setDeliveries(place, [...untouched], 0).catch(() => {})
  await unlessStopped(asked, AbortSignal.timeout(farewellMs))
}

/** The event is done: remembered and acknowledged in one step. */
function apply({ place, scripts, ...session }: Session, { streamId, fields }: Delivery) {
  const { keys, group } = place
  const progressKey = keys.consumerProgress(group, fields['subject'] ?? '')
  const facts = [group, streamId, fields['seq'] ?? '', progressTtlSeconds]
  return withRetries(session, () => scripts.applyEvent([keys.events, progressKey], facts))
}

async function acknowledge({ place, ...session }: Session, { streamId }: Delivery): Promise<void> {
  const { redis, keys, group } = place
  await withRetries(session, () => redis.xack(keys.events, group, streamId))
}

/** To the dead letters first: a crash in between gives two letters and loses none. */
async function giveUp(session: Session, delivery: Delivery, reason: string): Promise<void> {
  const { redis, keys, group } = session.place
  const { streamId, fields } = delivery
  const told = { ...fields, streamId, reason: reason.slice(0, 1_000) }
  const trim = ['MAXLEN', '~', mostDead] as const
  await withRetries(session, () =>
    redis.xadd(keys.deadEvents(group), ...trim, '*', ...Object.entries(told).flat()),
  )
  await acknowledge(session, delivery)
  session.notice({ kind: 'dead', reason, streamId })
}

/** Missing one sign of life is no harm: the next comes before the time is over. */
async function showLife({ place }: Session, inHand: ReadonlySet<string>): Promise<void> {
  await keepAlive(place, [...inHand]).catch(() => {})
}
