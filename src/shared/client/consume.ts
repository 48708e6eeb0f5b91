import {
  type ClaimWish,
  claimEarlier,
  claimIdle,
  createGroup,
  type Deliveries,
  hasMissedEntries,
  newEntries,
  ownPending,
} from './group.ts'
import { type ConsumedEvent, handOut } from './handOut.ts'
import { type ConsumeOptions, openSession, type Session, withRetries } from './session.ts'

/**
 * The events of the output stream for one consumer of a group. Asking for the next event acknowledges the one before;
 * leaving the loop or throwing does not, and the event comes again. An event that the group has done with is not handed
 * out again, however often it stands in the stream. Work of consumers that died comes over.
 */
export async function* consume(options: ConsumeOptions): AsyncGenerator<ConsumedEvent> {
  const session = openSession(options)
  try {
    const began = await withRetries(session, () => createGroup(session.place, session.from))
    if (began === null) return
    const fromStart = /^0(-0)?$/.test(began)
    for await (const { found, trimmed } of batches(session)) {
      if (trimmed.length > 0) await letGo(session, trimmed)
      yield* handOut(session, found, fromStart)
    }
  } finally {
    session.close()
  }
}

/** Nobody can have these entries any more: they stop being pending. */
async function letGo(session: Session, trimmed: readonly string[]): Promise<void> {
  const { redis, keys, group } = session.place
  await withRetries(session, () => redis.xack(keys.events, group, ...trimmed))
  session.notice({ kind: 'trimmed', streamIds: trimmed })
}

/** What there is to do: what is in hand from before, work that others left, then what is new. */
async function* batches(session: Session): AsyncGenerator<Deliveries> {
  const { place, batch, claimAfterMs, alone, signal } = session
  yield* alone ? earlierWork(session, null) : oldWork(session)
  let lookedMs = Number.NEGATIVE_INFINITY
  while (!signal.aborted) {
    if (performance.now() - lookedMs > claimAfterMs / 2) {
      lookedMs = performance.now()
      await lookForMissed(session)
      yield* leftWork(session)
    }
    const read = await withRetries(session, () => newEntries(place, batch))
    // who was alone before may not know yet, and have read once more
    if (alone) yield* earlierWork(session, read?.found[0]?.streamId ?? null)
    if (read) yield read
  }
}

async function lookForMissed(session: Session): Promise<void> {
  if (await withRetries(session, () => hasMissedEntries(session.place)))
    session.notice({ kind: 'missed', message: 'events were trimmed unread: read a snapshot' })
}

async function* oldWork(session: Session): AsyncGenerator<Deliveries> {
  const { place, batch, signal } = session
  for (let after = '0'; !signal.aborted; ) {
    const from = after
    const pending = await withRetries(session, () => ownPending(place, from, batch))
    if (!pending || pending.last === null) return
    after = pending.last
    yield pending
  }
}

/** What is in anybody's hand and stands before an entry; all of it for null. What is handed out is in hand no more. */
async function* earlierWork(session: Session, before: string | null): AsyncGenerator<Deliveries> {
  const { place, batch, signal } = session
  while (!signal.aborted) {
    const claimed = await withRetries(session, () => claimEarlier(place, before, batch))
    if (!claimed || claimed.found.length + claimed.trimmed.length === 0) return
    yield claimed
  }
}

/** What is in anybody's hand, this consumer's too, and was left alone for long. */
async function* leftWork(session: Session): AsyncGenerator<Deliveries> {
  const { place, batch, claimAfterMs, signal } = session
  for (let next: string | null = '0-0'; next !== null && !signal.aborted; ) {
    const wish: ClaimWish = { from: next, count: batch, idleMs: claimAfterMs }
    const claimed = await withRetries(session, () => claimIdle(place, wish))
    if (claimed) yield claimed
    next = claimed?.next ?? null
  }
}
