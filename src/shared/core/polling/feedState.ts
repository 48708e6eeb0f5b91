import type { FeedHints } from './hints.ts'

/** Why a poll brought nothing; a metric label. */
export type PollFailure =
  | 'gone'
  | 'rate_limited'
  | 'http_error'
  | 'refused'
  | 'unreachable'
  | 'not_a_feed'
  | 'robots'

/**
 * Whether the validators of a feed can be believed: `proven` when the server has noticed a change by itself, `lying` when a
 * body changed under the same validator.
 */
export type ValidatorTrust = 'unproven' | 'proven' | 'lying'

/** What decided when a feed is polled next. */
export type IntervalReason =
  | 'first_poll'
  | 'rhythm'
  | 'unknown_rhythm'
  | 'shortest'
  | 'longest'
  | 'publisher_hint'
  | 'skip_times'
  | 'overflow'
  | 'pushed'
  | 'backoff'
  | 'retry_after'
  | 'gone'

/** A permanent redirect that is not believed yet. */
export interface PendingMove {
  readonly url: string
  /** Polls in a row that were sent there, and since when. */
  readonly polls: number
  readonly sinceMs: number
}

/** What is remembered of a feed between polls; safe to store as JSON. All times are epoch milliseconds. */
export interface FeedState {
  /** Names the feed for ever, wherever it moves. */
  readonly url: string
  /** Where it is asked for since it moved for good; null as long as that is `url`. */
  readonly movedTo: string | null
  readonly pendingMove: PendingMove | null
  /** Validators of the last full response, to be sent back as they are. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** Digest of the last body: servers without validators repeat themselves too. */
  readonly bodyHash: string | null
  readonly trust: ValidatorTrust
  /** Failed polls in a row. */
  readonly failures: number
  /** What kind the last failure was, and its message; null after a good poll. */
  readonly failure: PollFailure | null
  readonly lastError: string | null
  /** Kinds of failure that were reported since the last good poll. */
  readonly reported: readonly PollFailure[]
  /** First of the answers 410 in a row. */
  readonly goneSinceMs: number | null
  /** What the feed itself says of when to come back. */
  readonly hints: FeedHints
  /** Seconds between polls as long as nothing fails, before jitter; what decided the next poll. */
  readonly intervalSeconds: number
  readonly reason: IntervalReason
  /** Times of the newest entries, newest first, at most 12. */
  readonly entryTimesMs: readonly number[]
  /** Entries the feed showed when it last changed: more than that between two polls, and some are lost; 0 = not known. */
  readonly shownEntries: number
  readonly lastSuccessMs: number | null
  /** Last time the whole feed was sent, was another than before, and was read. */
  readonly lastFullMs: number | null
  readonly lastChangeMs: number | null
  readonly lastReadMs: number | null
  readonly nextPollAtMs: number
}

/** A feed that never showed its rhythm is polled hourly, then ever more rarely. */
export const FIRST_INTERVAL_SECONDS = 3_600

/** State of a feed never polled. */
export function newFeedState(url: string, firstPollAtMs: number): FeedState {
  return {
    url,
    movedTo: null,
    pendingMove: null,
    etag: null,
    lastModified: null,
    bodyHash: null,
    trust: 'unproven',
    failures: 0,
    failure: null,
    lastError: null,
    reported: [],
    goneSinceMs: null,
    hints: { ttlSeconds: 0, skipHours: [], skipDays: [] },
    intervalSeconds: FIRST_INTERVAL_SECONDS,
    reason: 'first_poll',
    entryTimesMs: [],
    shownEntries: 0,
    lastSuccessMs: null,
    lastFullMs: null,
    lastChangeMs: null,
    lastReadMs: null,
    nextPollAtMs: firstPollAtMs,
  }
}

/** Where a feed is asked for now. */
export function addressOf({ url, movedTo }: FeedState): string {
  return movedTo ?? url
}
