import type { FeedState, IntervalReason, PollFailure } from './feedState.ts'

/** How a feed is doing: `gone` has answered 410 for a day, `failing` brought nothing at its last poll. */
export interface FeedHealth {
  readonly status: 'new' | 'healthy' | 'failing' | 'gone'
  /** In words, for operators; null when all is well. */
  readonly why: string | null
}

/** What is said to the operator after a poll. */
export interface HealthReport {
  readonly level: 'info' | 'warn'
  readonly message: string
}

/** A feed that once worked is reported when it has failed this often in a row: single failures mean nothing. */
const REPORTED_FAILURES = 3

const NEXT_POLL: Readonly<Record<IntervalReason, string>> = {
  first_poll: 'it was not polled yet',
  rhythm: 'as often as it has brought entries lately',
  unknown_rhythm: 'it has not shown yet how often it brings entries',
  shortest: 'it brings entries faster than the shortest interval (POLL_MIN_SECONDS)',
  longest: 'it brings entries more rarely than the longest interval (POLL_MAX_SECONDS)',
  publisher_hint: 'the publisher asks not to be polled more often',
  skip_times: 'the publisher names hours or days without news',
  overflow: 'half of it was new, so that entries may be missed',
  pushed: 'its hub pushes what is new',
  backoff: 'it waits longer with every failure',
  retry_after: 'the server asked for this wait',
  gone: 'it is gone for good, and looked at once a week',
}

/** Why a feed is polled when it is, in words. */
export function reasonInWords(reason: IntervalReason): string {
  return NEXT_POLL[reason]
}

/** How a feed is doing, from its state. */
export function healthOf(state: FeedState): FeedHealth {
  const { failures, lastError, lastSuccessMs, movedTo, reason } = state
  if (reason === 'gone') return { status: 'gone', why: lastError ?? 'answered HTTP 410' }
  if (failures > 0) {
    const times = failures === 1 ? 'once' : `${failures} times in a row`
    return { status: 'failing', why: `${lastError} (${times})` }
  }
  if (lastSuccessMs === null) return { status: 'new', why: 'not polled yet' }
  return { status: 'healthy', why: movedTo ? `moved to ${movedTo}` : null }
}

/**
 * What a poll has changed that an operator should hear of, and the state that remembers that it was told. Each kind of
 * failure is told once an outage, so that a feed which fails now so and now so does not fill the log.
 */
export function reportOf(
  before: FeedState,
  after: FeedState,
): { readonly state: FeedState; readonly report: HealthReport | null } {
  const { failure } = after
  if (failure === null) return reportSuccess(before, after)
  const isTold = after.reported.includes(failure)
  const isGone = after.reason === 'gone' && before.reason !== 'gone'
  const isDue = after.lastSuccessMs === null || after.failures >= REPORTED_FAILURES
  if (!isGone && (isTold || !isDue)) return { state: after, report: null }
  const message = `feed ${after.url}: ${after.lastError}; ${adviceOn(failure, after.reason)}`
  const reported = [...new Set([...after.reported, failure])]
  return { state: { ...after, reported }, report: { level: 'warn', message } }
}

function reportSuccess(before: FeedState, after: FeedState) {
  const state: FeedState = { ...after, reported: [] }
  const message =
    before.reported.length > 0
      ? `feed ${after.url} works again`
      : before.movedTo !== after.movedTo
        ? `feed ${after.url} has moved for good to ${after.movedTo ?? after.url}: put that address into your list`
        : null
  return { state, report: message === null ? null : ({ level: 'info', message } as const) }
}

function adviceOn(failure: PollFailure, reason: IntervalReason): string {
  if (reason === 'gone') return 'it is gone for good: take it from your list'
  return ADVICE[failure]
}

const ADVICE: Readonly<Record<PollFailure, string>> = {
  gone: 'tried again later',
  rate_limited: 'tried again when the server allows it',
  http_error: 'tried again later',
  refused: 'tried again later',
  unreachable: 'tried again later',
  not_a_feed: 'tried again later',
  robots: 'tried again later',
}

/** Health of feeds that are followed, the worst first. */
export const healthOrder = ['gone', 'failing', 'paused', 'new', 'healthy'] as const

/** How a feed does, one that is paused by hand too. */
export interface FollowedHealth {
  readonly status: (typeof healthOrder)[number]
  /** In words, for operators; null when all is well. */
  readonly why: string | null
}

/** How a followed feed is doing; `dueMs` null = it is paused. */
export function followedHealthOf(feed: {
  readonly state: FeedState
  readonly dueMs: number | null
}): FollowedHealth {
  return feed.dueMs === null ? { status: 'paused', why: 'paused by hand' } : healthOf(feed.state)
}

/** Order of a list: the worst first. */
export function worseFirst(one: FollowedHealth, other: FollowedHealth): number {
  return healthOrder.indexOf(one.status) - healthOrder.indexOf(other.status)
}
