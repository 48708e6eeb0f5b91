import type { FeedState } from './feedState.ts'
import type { FreshPoll } from './pollOutcome.ts'
import { meanGapSeconds } from './rhythm.ts'

/**
 * Of the entries a feed shows, so many may be new at a poll: bursts come on each other's heels. Simulated over weeks of 2,000
 * feeds, a fourth loses up to 0.12 % (four seeds), a sixth up to 0.083 % (five), no bound at all 0.18 %.
 */
const ROOM_SHARE = 1 / 6

/** Holds an interval so short that entries coming as thick as lately fill only a part of the feed. */
export function withinRoom(seconds: number, { shownEntries, entryTimesMs }: FeedState): number {
  if (shownEntries === 0) return seconds
  const crowd = mostWithin(entryTimesMs, seconds * 1_000)
  return seconds * Math.min(1, (shownEntries * ROOM_SHARE) / crowd)
}

/**
 * Seconds in which a feed that cannot be read fills so far up; without end when that is not known. The longer nothing is
 * found, the longer it is reckoned to take, so that a dead feed is asked ever more rarely.
 */
export function fillSeconds({ shownEntries, entryTimesMs }: FeedState, nowMs: number): number {
  const gap = meanGapSeconds(entryTimesMs, nowMs)
  return gap === null || shownEntries === 0
    ? Number.POSITIVE_INFINITY
    : gap * shownEntries * ROOM_SHARE
}

/** Most of the times, newest first, that lie within a span of this length; 1 when there are none. */
function mostWithin(times: readonly number[], spanMs: number): number {
  const counts = times.map((newest, at) => {
    const beyond = times.findIndex((time) => newest - time > spanMs)
    return (beyond < 0 ? times.length : beyond) - at
  })
  return Math.max(1, ...counts)
}

/** True when the feed turned over so fast that entries may fall out of it unseen; the first poll says nothing. */
export function isOverflowing(before: FeedState, poll: FreshPoll): boolean {
  const isFirst = before.lastSuccessMs === null
  return !isFirst && poll.newEntries > 0 && poll.newEntries * 2 >= poll.entries
}
