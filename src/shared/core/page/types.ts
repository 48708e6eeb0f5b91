import type { TextOf } from '../markup/pieces.ts'

/** The HTTP response of an entry's URL, decompressed but not decoded. */
export interface RawPage {
  readonly bytes: Uint8Array
  /** Value of the Content-Type header, raw. */
  readonly contentType: string | null
  /** URL that answered, after redirects. */
  readonly url: string
}

/**
 * A page ready to be parsed. The markup of UTF-8 and of charsets of one byte a character is ASCII and found without decoding: there
 * `html` has one character a byte, and only the texts that somebody reads are decoded. To decode a whole page of 110 KB takes 0.4
 * to 0.9 ms, most of it for memory that is new each time.
 */
export interface Markup {
  readonly html: string
  readonly textOf: TextOf
}

/** Where a page was, and when. */
export interface PageVisit {
  /** URL that answered, after redirects. */
  readonly url: string
  /** When it was first seen, epoch milliseconds: what it dates later than that is no fact. Absent when nobody knows. */
  readonly seenMs?: number | undefined
}

/** What the feed said about the page: fallbacks and evidence, never the truth. */
export interface EntryHints {
  readonly title: string | null
  readonly summary: string | null
  readonly contentHtml: string | null
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  readonly author: string | null
  readonly language: string | null
}

/** A wire agency named by the page, with the words that name it. */
export interface Credit {
  /** Closed list: `AP`, `Reuters`, `AFP`, `dpa`, `TASS`, … */
  readonly agency: string
  /** The words found, at most 120 characters. */
  readonly evidence: string
}

/** Where the text came from, best first. */
export type ExtractionMethod = 'dom' | 'relaxed' | 'jsonld' | 'feed'

/** Cleaned text and metadata of one page. */
export interface CleanArticle {
  readonly title: string
  /** In reading order; plain text, white space folded, no empty string. */
  readonly paragraphs: readonly string[]
  readonly byline: string | null
  /** ISO 8601 with the offset as written; a bare day is `YYYY-MM-DD`. */
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  /** `rel=canonical` of the same site, else the page's own URL; absolute. */
  readonly canonicalUrl: string
  /** `rel=canonical` on another site: the page says it is syndicated from there. */
  readonly syndicatedFrom: string | null
  readonly siteName: string | null
  /** Language claims of the page (`html lang`, `og:locale`), raw, best first. */
  readonly languageClaims: readonly string[]
  readonly imageUrl: string | null
  readonly section: string | null
  readonly keywords: readonly string[]
  readonly credit: Credit | null
  /** The publisher says the text is not free. */
  readonly metered: boolean
  /** Only the lead is there (paywall teaser, login wall with lead). */
  readonly stub: boolean
  readonly method: ExtractionMethod
  /** 0..1: how sure the extractor is that the text is the article. */
  readonly confidence: number
}

/** Intended ends of a page that carries no article. */
export const pageDropReasons = [
  'page_empty',
  'page_not_html',
  'page_too_deep',
  'page_too_many_nodes',
  'page_no_article',
  'page_too_short',
  'page_consent_wall',
  'page_login_wall',
  'page_not_found',
  'page_video_only',
  'page_placeholder',
  'page_refused',
] as const
export type PageDropReason = (typeof pageDropReasons)[number]

export type PageResult =
  | { readonly ok: true; readonly article: CleanArticle }
  | { readonly ok: false; readonly reason: PageDropReason; readonly detail: string }
