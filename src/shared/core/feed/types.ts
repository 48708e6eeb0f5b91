/** One element of a feed, as published. Absent facts are null; text is plain, never markup. */
export interface FeedEntry {
  /** Absolute http(s) URL without credentials, at most 2,048 characters. */
  readonly url: string
  readonly guid: string | null
  readonly title: string | null
  /** ISO 8601 with the offset as written by the publisher. */
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  /** Plain text, at most 2,000 characters. */
  readonly summary: string | null
  /** HTML of `content:encoded` or Atom `content`, at most 200,000 characters. */
  readonly contentHtml: string | null
  readonly author: string | null
  /** Language claim, raw (`en-us`), of the entry or else of the feed. */
  readonly language: string | null
  readonly categories: readonly string[]
}

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap'

export interface Feed {
  readonly format: FeedFormat
  readonly title: string | null
  readonly siteUrl: string | null
  readonly language: string | null
  readonly ttlMinutes: number | null
  /** WebSub hub and topic URL (W3C WebSub, section 4). */
  readonly hubUrl: string | null
  readonly selfUrl: string | null
  /** In document order, at most 2,000. */
  readonly entries: readonly FeedEntry[]
}

export type FeedErrorCode = 'feed_empty' | 'feed_not_recognised' | 'feed_too_deep'

export type FeedResult =
  | { readonly ok: true; readonly feed: Feed }
  | { readonly ok: false; readonly code: FeedErrorCode; readonly message: string }
