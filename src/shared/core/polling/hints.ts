import type { Feed } from '../feed/types.ts'

/** What a feed says of when to come back. */
export interface FeedHints {
  /** Time between updates as promised (`ttl`, `sy:updatePeriod`), in seconds; 0 for none. */
  readonly ttlSeconds: number
  /** Hours of the day (0 to 23) and days of the week (0 = Sunday), in GMT, without news (RSS 2.0, `skipHours`, `skipDays`). */
  readonly skipHours: readonly number[]
  readonly skipDays: readonly number[]
}

const HOUR_MS = 3_600_000

/** Looked ahead for an hour that is not skipped; a publisher that skips all of a week is not believed. */
const HOURS_AHEAD = 7 * 24

/** Hints of a feed as read. */
export function hintsOfFeed({ ttlMinutes, skipHours, skipDays }: Feed): FeedHints {
  return { ttlSeconds: (ttlMinutes ?? 0) * 60, skipHours, skipDays }
}

/** The first moment from `atMs` on at which the publisher does not skip. */
export function afterSkipped(atMs: number, { skipHours, skipDays }: FeedHints): number {
  if (skipHours.length + skipDays.length === 0) return atMs
  const isSkipped = (timeMs: number) => {
    const time = new Date(timeMs)
    return skipHours.includes(time.getUTCHours()) || skipDays.includes(time.getUTCDay())
  }
  if (!isSkipped(atMs)) return atMs
  const startOfHour = Math.floor(atMs / HOUR_MS) * HOUR_MS
  for (let hours = 1; hours <= HOURS_AHEAD; hours += 1) {
    const candidate = startOfHour + hours * HOUR_MS
    if (!isSkipped(candidate)) return candidate
  }
  return atMs
}
