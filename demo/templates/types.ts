import type { Markup } from '../markup.ts'
import type { Outlet } from '../outletTypes.ts'
import type { Phrases } from '../phrases/types.ts'

/** A link with its text, absolute. */
export interface PageLink {
  readonly title: string
  readonly url: string
}

/** Everything a template needs to print one article. */
export interface ArticlePage {
  readonly outlet: Outlet
  readonly phrases: Phrases
  /** Absolute, without tracking parameters. */
  readonly url: string
  /** What `rel=canonical` says. */
  readonly canonicalUrl: string
  readonly homeUrl: string
  readonly feedUrl: string
  readonly imageUrl: string
  readonly headline: string
  readonly dek: string | null
  readonly byline: string | null
  /** ISO 8601 with the outlet's offset. */
  readonly publishedAt: string
  /** The same time as the outlet shows it to readers. */
  readonly publishedShown: string
  /** As printed: the dateline is in the first one. */
  readonly paragraphs: readonly string[]
  /** The text ends here for readers without a subscription. */
  readonly walled: boolean
  /** The sentence that names the agency, for carried texts. */
  readonly agencyNote: string | null
  readonly related: readonly PageLink[]
  readonly mostRead: readonly PageLink[]
  /** Any whole number: drives comment counts and generated class names. */
  readonly serial: number
}

/** Prints a whole document. */
export type Template = (page: ArticlePage) => Markup
