import { isCopy } from './overlap.ts'
import { titleSimilarity } from './titleSimilarity.ts'
import type { Overlap } from './types.ts'
import { parseUrlParts } from './urlParts.ts'

/** What names an article in a feed; any of it may drift while the article stays the same. */
export interface ArticleIdentity {
  readonly source: string
  readonly guid: string | null
  /** Canonical. */
  readonly url: string
  readonly title: string
  readonly publishedMs: number | null
}

/** What the texts of two entries have to do with each other. */
export interface TextMatch extends Overlap {
  /** They are pages of one template that contradict each other. */
  readonly siblings: boolean
  /** The later text is a notice that the article is withdrawn. */
  readonly retracted: boolean
}

/** By what an article was recognised; `none` when the two are different articles. */
export type IdentityRule = 'url' | 'guid' | 'number' | 'slug' | 'published' | 'text' | 'none'

/** The least overlap with which a rule is believed; `published` means to the second, and by the publisher. */
const leastJaccard = { number: 0.1, slug: 0.15, published: 0.15 } as const

/** Similarity of titles that are two versions of one; of different articles under one address or number it is lower. */
const likeTitle = 0.25

/**
 * By what name two entries of one source are the same article, whatever of guid, address, title and text has been
 * edited. The stronger the name they share, the less of the text is asked for.
 */
export function matchArticle(
  previous: ArticleIdentity,
  next: ArticleIdentity,
  match: TextMatch,
): IdentityRule {
  if (previous.source !== next.source || match.siblings) return 'none'
  if (isReused(previous, next, match)) return 'none'
  if (previous.url === next.url) return 'url'
  if (previous.guid !== null && previous.guid === next.guid) return 'guid'
  const isAlike = (least: number) => match.jaccard >= least || match.containment >= 0.4
  const isNamedAlike = match.retracted || titleSimilarity(previous.title, next.title) >= likeTitle
  if (haveCommonNumber(previous.url, next.url) && (isNamedAlike || isAlike(leastJaccard.number)))
    return 'number'
  if (isAlike(leastJaccard.slug) && haveOneSlug(previous.url, next.url)) return 'slug'
  if (isAlike(leastJaccard.published) && wereBothPublished(previous, next)) return 'published'
  return isCopy(match) ? 'text' : 'none'
}

/** Whether two entries are the same article. */
export function isSameArticle(
  previous: ArticleIdentity,
  next: ArticleIdentity,
  match: TextMatch,
): boolean {
  return matchArticle(previous, next, match) !== 'none'
}

/** An address or guid whose title and text are both new was given to another article. */
function isReused(previous: ArticleIdentity, next: ArticleIdentity, match: TextMatch): boolean {
  return (
    !match.retracted &&
    match.jaccard < 0.05 &&
    match.containment < 0.2 &&
    titleSimilarity(previous.title, next.title) < likeTitle
  )
}

function wereBothPublished(previous: ArticleIdentity, next: ArticleIdentity): boolean {
  const { publishedMs } = previous
  if (publishedMs === null || publishedMs !== next.publishedMs) return false
  return publishedMs % 60_000 !== 0 || titleSimilarity(previous.title, next.title) >= 0.3
}

/** A number of five digits or more that is no date, such as the one a publishing system gives an article. */
function haveCommonNumber(one: string, other: string): boolean {
  const numbers = numbersOf(one)
  return numbersOf(other).some((number) => numbers.includes(number))
}

const dateLike = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:\d{2})?$/

function numbersOf(url: string): readonly string[] {
  const parts = parseUrlParts(url)
  if (parts === null) return []
  const places = [...parts.segments, ...parts.parameters.map(([, value]) => value)]
  const numbers = places.flatMap((place) => place.match(/\d{5,}/g) ?? [])
  return numbers.filter((number) => !dateLike.test(number))
}

/** Words were added to a slug or taken away; where one took the place of another, it may name another place or day. */
function haveOneSlug(one: string, other: string): boolean {
  const words = wordsOfSlug(one)
  const others = wordsOfSlug(other)
  const fewer = Math.min(words.size, others.size)
  return fewer >= fewestSlugWords && words.intersection(others).size === fewer
}

const fewestSlugWords = 3

function wordsOfSlug(url: string): ReadonlySet<string> {
  const slug =
    parseUrlParts(url)
      ?.segments.at(-1)
      ?.replace(/\.\w{2,5}$/, '') ?? ''
  return new Set(slug.toLowerCase().match(/[\p{L}\p{M}]+/gu))
}
