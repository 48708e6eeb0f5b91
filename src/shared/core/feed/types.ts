/** One element of a feed, as published. Absent facts are null; text is plain, never markup. */
export interface FeedEntry {
  /** Absolute http(s) URL without credentials, at most 2,048 characters. */
  readonly url: string
  readonly guid: string | null
  readonly title: string | null
  /** ISO 8601 with the offset as written by the publisher; a bare day is `YYYY-MM-DD`. */
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
  /** Enclosures, media content and thumbnails: absolute http(s) URLs, at most 20. */
  readonly mediaUrls: readonly string[]
}

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap'

export interface Feed {
  readonly format: FeedFormat
  /** Atom `id`: names the feed for ever, not always a URL. */
  readonly id: string | null
  readonly title: string | null
  /** Plain text, at most 2,000 characters. */
  readonly description: string | null
  readonly siteUrl: string | null
  readonly language: string | null
  /** ISO 8601 with the offset as written by the publisher; a bare day is `YYYY-MM-DD`. */
  readonly updatedAt: string | null
  readonly ttlMinutes: number | null
  /** Hours (0 to 23) and days of the week (0 = Sunday), in GMT, without news (RSS 2.0). */
  readonly skipHours: readonly number[]
  readonly skipDays: readonly number[]
  /** WebSub hub and topic URL (W3C WebSub, section 4). */
  readonly hubUrl: string | null
  readonly selfUrl: string | null
  /** In document order, at most 2,000. */
  readonly entries: readonly FeedEntry[]
  /** Entries left out because no usable URL could be found for them. */
  readonly entriesWithoutUrl: number
}

/** An entry as read, before those without a usable URL are left out. */
export type EntryDraft = Omit<FeedEntry, 'url'> & { readonly url: string | null }

/** A feed as read, before entries without a usable URL are left out. */
export type FeedDraft = Omit<Feed, 'entries' | 'entriesWithoutUrl'> & {
  readonly entries: readonly EntryDraft[]
}

/** What the HTTP response said about the bytes of a feed. */
export interface FeedContext {
  /** URL that answered, after redirects. */
  readonly url: string
  /** Value of the Content-Type header, raw. */
  readonly contentType: string | null
  /** Value of the Content-Location header, raw. */
  readonly contentLocation?: string | null
  /** Value of the Content-Language header, raw: the last resort for the feed's language. */
  readonly contentLanguage?: string | null
}

export type FeedErrorCode = 'feed_empty' | 'feed_not_recognised' | 'feed_too_deep'

export type FeedResult =
  | { readonly ok: true; readonly feed: Feed }
  | { readonly ok: false; readonly code: FeedErrorCode; readonly message: string }

/** As `FeedResult`, with the entries that have no usable URL still in it. */
export type FeedDraftResult =
  | { readonly ok: true; readonly feed: FeedDraft }
  | { readonly ok: false; readonly code: FeedErrorCode; readonly message: string }
