import type { FeedState, PendingMove } from './feedState.ts'

const DAY_MS = 86_400_000

/** A permanent redirect is believed after three polls over a day: a mistake of the publisher is mended by then. */
const BELIEVED = { polls: 3, afterMs: DAY_MS } as const

/** Where a feed is asked for after an answer from `permanentUrl` (null = where it was asked). */
export function followMove(
  state: FeedState,
  permanentUrl: string | null,
  nowMs: number,
): Pick<FeedState, 'movedTo' | 'pendingMove'> {
  if (permanentUrl === null) return { movedTo: state.movedTo, pendingMove: null }
  const pendingMove = prolong(state.pendingMove, permanentUrl, nowMs)
  const isBelieved =
    pendingMove.polls >= BELIEVED.polls && nowMs - pendingMove.sinceMs >= BELIEVED.afterMs
  return isBelieved
    ? { movedTo: permanentUrl === state.url ? null : permanentUrl, pendingMove: null }
    : { movedTo: state.movedTo, pendingMove }
}

function prolong(pending: PendingMove | null, url: string, nowMs: number): PendingMove {
  if (pending?.url !== url) return { url, polls: 1, sinceMs: nowMs }
  return { ...pending, polls: pending.polls + 1 }
}
