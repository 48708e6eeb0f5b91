import { type FeedState, FIRST_INTERVAL_SECONDS, type IntervalReason } from './feedState.ts'
import { afterSkipped } from './hints.ts'
import { followMove } from './moves.ts'
import type { FailedPoll, FreshPoll, PollOutcome, UnchangedPoll } from './pollOutcome.ts'
import { meanGapSeconds, newestTimes } from './rhythm.ts'
import { fillSeconds, isOverflowing, withinRoom } from './room.ts'
import { trustAfter } from './validators.ts'

export interface ScheduleOptions {
  readonly nowMs: number
  /** From 0 up to 1, fresh for every call: spreads polls so that feeds do not march in step. */
  readonly random: number
  readonly minSeconds: number
  readonly maxSeconds: number
  /** A hub sends what is new, so that polls only make sure of it. */
  readonly pushed?: boolean
}

const HOUR_SECONDS = 3_600
const DAY_SECONDS = 24 * HOUR_SECONDS

/** Feeds with room enough are polled a little more rarely than they bring entries: that pays for those that need it. */
const GAPS_PER_POLL = 1.2

const UNKNOWN_RHYTHM_FACTOR = 1.15

/** Publishers promise days and mean minutes: their hints hold polls back this long at most. */
const HINT_LIMIT_SECONDS = 6 * HOUR_SECONDS

/**
 * … and no longer than so many entries take to come: the shortest feeds show ten, and what falls out of them is lost.
 * Simulated, hints believed without this bound lose 0.15 % of all entries.
 */
const HINT_LIMIT_ENTRIES = 2

/** Failures and Retry-After hold polls back this long at most. */
const BACKOFF_LIMIT_SECONDS = DAY_SECONDS

/** A feed that answers 410 for a day is gone; it is looked at once a week, for publishers change their minds. */
const GONE = { afterSeconds: DAY_SECONDS, lookSeconds: 7 * DAY_SECONDS } as const

/** A new address that failed this often is given up for the old one. */
const MOVE_FAILURES = 3

const JITTER = 0.2

/** Seconds to wait, and what decided them. */
interface Wait {
  readonly seconds: number
  readonly reason: IntervalReason
}

function clamp(value: number, minimum: number, maximum: number): number {
  return Math.min(Math.max(value, minimum), maximum)
}

function spread(seconds: number, random: number): number {
  return seconds * (1 - JITTER + 2 * JITTER * random)
}

function rhythmOf(state: FeedState, { nowMs, minSeconds, maxSeconds }: ScheduleOptions): Wait {
  const gap = meanGapSeconds(state.entryTimesMs, nowMs)
  const wanted =
    gap === null
      ? Math.max(state.intervalSeconds, FIRST_INTERVAL_SECONDS) * UNKNOWN_RHYTHM_FACTOR
      : withinRoom(GAPS_PER_POLL * gap, state)
  if (wanted < minSeconds) return { seconds: minSeconds, reason: 'shortest' }
  if (wanted > maxSeconds) return { seconds: maxSeconds, reason: 'longest' }
  return { seconds: wanted, reason: gap === null ? 'unknown_rhythm' : 'rhythm' }
}

/** Longest time a hint is believed for, in seconds. */
function hintLimit(state: FeedState, { nowMs, minSeconds }: ScheduleOptions): number {
  const gap = meanGapSeconds(state.entryTimesMs, nowMs)
  if (gap === null) return HINT_LIMIT_SECONDS
  return clamp(withinRoom(HINT_LIMIT_ENTRIES * gap, state), minSeconds, HINT_LIMIT_SECONDS)
}

/** The rhythm of the entries, held back by what the publisher asks for. */
function steadyWait(
  state: FeedState,
  { freshSeconds }: FreshPoll | UnchangedPoll,
  options: ScheduleOptions,
): Wait {
  const rhythm = rhythmOf(state, options)
  const hint = clamp(Math.max(freshSeconds, state.hints.ttlSeconds), 0, hintLimit(state, options))
  if (options.pushed) return { seconds: Math.max(options.maxSeconds, hint), reason: 'pushed' }
  return hint > rhythm.seconds ? { seconds: hint, reason: 'publisher_hint' } : rhythm
}

/** What every good poll settles; the state already holds what the answer said. */
function afterSuccess(
  state: FeedState,
  { seconds, reason }: Wait,
  { nowMs, random }: ScheduleOptions,
): FeedState {
  const wantedMs = nowMs + spread(seconds, random) * 1_000
  const nextPollAtMs = Math.round(afterSkipped(wantedMs, state.hints))
  return {
    ...state,
    intervalSeconds: seconds,
    reason: nextPollAtMs > wantedMs + 1 ? 'skip_times' : reason,
    failures: 0,
    failure: null,
    lastError: null,
    goneSinceMs: null,
    lastSuccessMs: nowMs,
    nextPollAtMs,
  }
}

/** Entries without dates are taken to be as old as the poll that found them; the first poll says nothing. */
function timesOf(before: FeedState, poll: FreshPoll, nowMs: number): readonly number[] {
  const isUndated = poll.publishedMs.length === 0 && poll.newEntries > 0
  return isUndated && before.lastSuccessMs !== null ? [nowMs] : poll.publishedMs
}

function afterFresh(before: FeedState, poll: FreshPoll, options: ScheduleOptions): FeedState {
  const { nowMs, minSeconds } = options
  const { etag, lastModified, bodyHash, hints } = poll
  const state: FeedState = {
    ...before,
    ...followMove(before, poll.permanentUrl, nowMs),
    ...{ etag, lastModified, bodyHash, hints },
    trust: trustAfter(before, poll),
    shownEntries: poll.entries,
    entryTimesMs: newestTimes(before.entryTimesMs, timesOf(before, poll, nowMs), nowMs),
    lastFullMs: nowMs,
    lastChangeMs: nowMs,
    lastReadMs: nowMs,
  }
  const steady = steadyWait(state, poll, options)
  const isHurried = isOverflowing(before, poll)
  const hurried: Wait = { seconds: Math.max(steady.seconds / 2, minSeconds), reason: 'overflow' }
  return afterSuccess(state, isHurried ? hurried : steady, options)
}

function afterUnchanged(
  before: FeedState,
  poll: UnchangedPoll,
  options: ScheduleOptions,
): FeedState {
  const state: FeedState = {
    ...before,
    ...followMove(before, poll.permanentUrl, options.nowMs),
    lastFullMs: poll.full ? options.nowMs : before.lastFullMs,
    lastReadMs: poll.read ? options.nowMs : before.lastReadMs,
  }
  return afterSuccess(state, steadyWait(state, poll, options), options)
}

/** The wait after a failure: doubled each time, longer when the server asks for it, a week for what is gone. */
function waitAfterFailure(state: FeedState, poll: FailedPoll, options: ScheduleOptions): Wait {
  const { nowMs, random, minSeconds } = options
  const goneSeconds = state.goneSinceMs === null ? 0 : (nowMs - state.goneSinceMs) / 1_000
  if (goneSeconds >= GONE.afterSeconds) {
    return { seconds: spread(GONE.lookSeconds, random), reason: 'gone' }
  }
  const shortest = Math.max(state.intervalSeconds, minSeconds)
  const doubled = shortest * 2 ** Math.min(state.failures, 32)
  const backoffLimit = clamp(fillSeconds(state, nowMs), shortest, BACKOFF_LIMIT_SECONDS)
  const backoff = spread(Math.min(doubled, backoffLimit), random)
  // Jitter never shortens what the server asked for, and after a long outage it is the feed's own, not the outage's.
  const retryAfter = clamp(poll.retryAfterMs / 1_000, 0, BACKOFF_LIMIT_SECONDS)
  const asked = retryAfter + JITTER * random * Math.min(retryAfter, state.intervalSeconds)
  return asked > backoff
    ? { seconds: asked, reason: 'retry_after' }
    : { seconds: backoff, reason: 'backoff' }
}

function afterFailure(before: FeedState, poll: FailedPoll, options: ScheduleOptions): FeedState {
  const state: FeedState = {
    ...before,
    failures: before.failures + 1,
    failure: poll.result,
    lastError: poll.message,
    goneSinceMs: poll.result === 'gone' ? (before.goneSinceMs ?? options.nowMs) : null,
    movedTo: before.failures + 1 >= MOVE_FAILURES ? null : before.movedTo,
  }
  const { seconds, reason } = waitAfterFailure(state, poll, options)
  return { ...state, reason, nextPollAtMs: Math.round(options.nowMs + seconds * 1_000) }
}

/**
 * State of a feed after a poll, its next poll included: a little more than the mean gap of its entries, less where they could
 * push each other out of the feed, held back by the publisher's hints,
 * halved when half of the feed was new; failures double the wait up to 24 hours and Retry-After is honoured.
 */
export function nextPoll(
  state: FeedState,
  outcome: PollOutcome,
  options: ScheduleOptions,
): FeedState {
  if (outcome.result === 'ok') return afterFresh(state, outcome, options)
  if (outcome.result === 'not_modified') return afterUnchanged(state, outcome, options)
  return afterFailure(state, outcome, options)
}
