import type { PollFailure } from './feedState.ts'
import type { FeedHints } from './hints.ts'

/** What every answer that can be used tells. */
interface GoodPoll {
  /** How long the answer stays fresh by its headers, in seconds; 0 when they say nothing. */
  readonly freshSeconds: number
  /** Where only permanent redirects led; null when there were none, or others among them. */
  readonly permanentUrl: string | null
  /** The request carried the validators of the state. */
  readonly conditional: boolean
}

/** A feed that answered with something new. */
export interface FreshPoll extends GoodPoll {
  readonly result: 'ok'
  readonly etag: string | null
  readonly lastModified: string | null
  readonly bodyHash: string
  readonly hints: FeedHints
  /** Publication times of the entries, in any order, epoch milliseconds. */
  readonly publishedMs: readonly number[]
  /** Entries in the feed, and how many of them had never been seen. */
  readonly entries: number
  readonly newEntries: number
}

/** A feed that did not change: HTTP 304, or the whole feed again, byte for byte (`full`), and perhaps `read` again. */
export interface UnchangedPoll extends GoodPoll {
  readonly result: 'not_modified'
  readonly full: boolean
  readonly read: boolean
}

/** A poll without a usable answer. */
export interface FailedPoll {
  readonly result: PollFailure
  /** For operators. */
  readonly message: string
  /** 0 when the server did not ask for a wait. */
  readonly retryAfterMs: number
}

/** How a poll ended; `result` is a metric label. */
export type PollOutcome = FreshPoll | UnchangedPoll | FailedPoll
