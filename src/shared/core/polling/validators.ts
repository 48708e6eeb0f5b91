import type { FeedState, ValidatorTrust } from './feedState.ts'
import type { FreshPoll } from './pollOutcome.ts'
import type { Validators } from './response.ts'
import { busyGapMs } from './rhythm.ts'

/** Polls asked for without conditions though nothing speaks against the validators (NewsBlur: 1 in 100). */
const AUDIT_SHARE = 0.01

/** A server not proven honest is asked for all after a silence in which so many entries were to be expected. */
const SUSPICIOUS_GAPS = 4

/** Reckoned with while a feed has shown fewer than two times. */
const UNKNOWN_GAP_MS = 6 * 3_600_000

interface Moment {
  readonly nowMs: number
  /** From 0 up to 1, fresh for every call. */
  readonly random: number
  /** The whole feed is read at least this often, so that what it still shows stays known. */
  readonly rereadMs: number
}

const NONE: Validators = { etag: null, lastModified: null }

/**
 * Validators to send with the next request; none when the whole feed is wanted: because the server's are known to lie, for an
 * audit, because it has been silent for longer than it should, or because the feed was not read for too long.
 */
export function conditionsFor(state: FeedState, moment: Moment): Validators {
  const { etag, lastModified } = state
  return mustReadAll(state, moment) ? NONE : { etag, lastModified }
}

function mustReadAll(state: FeedState, { nowMs, random, rereadMs }: Moment): boolean {
  if (state.trust === 'lying' || random < AUDIT_SHARE) return true
  return isRereadDue(state, { nowMs, rereadMs }) || isSuspiciouslySilent(state, nowMs)
}

/** Whether even a feed that did not change must be read, so that its entries are not forgotten. */
export function isRereadDue(
  { lastReadMs }: FeedState,
  { nowMs, rereadMs }: Pick<Moment, 'nowMs' | 'rereadMs'>,
): boolean {
  return lastReadMs === null || nowMs - lastReadMs >= rereadMs
}

/** Each full answer without news doubles the patience: a feed may be silent for good reasons. */
function isSuspiciouslySilent(state: FeedState, nowMs: number): boolean {
  const { trust, lastFullMs, lastChangeMs, entryTimesMs } = state
  if (trust === 'proven' || lastFullMs === null) return false
  const gapMs = busyGapMs(entryTimesMs) ?? UNKNOWN_GAP_MS
  const patienceMs = Math.max(SUSPICIOUS_GAPS * gapMs, lastFullMs - (lastChangeMs ?? lastFullMs))
  return nowMs - lastFullMs >= patienceMs
}

/** What a changed body says of the server's validators. */
export function trustAfter(state: FeedState, poll: FreshPoll): ValidatorTrust {
  const offered = state.etag !== null || state.lastModified !== null
  if (state.trust === 'lying' || !offered || state.bodyHash === null) return state.trust
  if (poll.conditional) return 'proven'
  const isSame = poll.etag === state.etag && poll.lastModified === state.lastModified
  return isSame ? 'lying' : state.trust
}
