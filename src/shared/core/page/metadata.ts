import { absoluteUrl, addressesOf } from './addresses.ts'
import { bylineOf } from './byline.ts'
import type { StructuredArticle } from './jsonLd.ts'
import type { PageOutline } from './outline.ts'
import { publicationOf } from './publication.ts'
import { siteNamesOf } from './siteNames.ts'
import { articleTitle, claimedTitles } from './titles.ts'
import type { CleanArticle, EntryHints } from './types.ts'

/** Everything known of an article but its text and what follows from the text. */
export type Metadata = Omit<
  CleanArticle,
  'paragraphs' | 'credit' | 'stub' | 'method' | 'confidence'
>

/** What metadata are read from. */
export interface MetadataSources {
  readonly page: PageOutline
  readonly article: StructuredArticle | null
  readonly url: string
  /** When the page was seen, epoch milliseconds; absent when nobody knows. */
  readonly seenMs?: number | undefined
  readonly hints: EntryHints
  /** Index of the block with the headline, or -1. */
  readonly headline: number
}

/** Reads the metadata of a page; facts the page does not state come from the feed or are null. */
export function readMetadata(sources: MetadataSources): Metadata {
  const { page, article, url, hints } = sources
  const siteName =
    firstMeta(page, ['og:site_name', 'application-name']) ?? article?.publisher ?? null
  const claims = languageClaims(page, article, hints)
  const siteNames = siteNamesOf(url, [siteName, article?.publisher])
  const title = articleTitle({
    blocks: page.blocks,
    claims: claimedTitles(page.head, article),
    withoutKicker: page.marks.flatMap((mark) => (mark.kind === 'headline' ? mark.value : [])),
    siteNames,
    slug: lastSegment(url),
    hint: hints.title,
  })
  return {
    title: title === '' ? (hints.title ?? '') : title,
    byline: bylineOf({ ...sources, siteNames }),
    ...publicationOf({ ...sources, languages: claims }),
    ...addressesOf(page, url),
    siteName,
    languageClaims: claims,
    imageUrl: absoluteUrl(firstMeta(page, ['og:image', 'twitter:image']) ?? article?.image, url),
    section: firstMeta(page, ['article:section']) ?? article?.section ?? null,
    keywords: keywords(page, article),
    metered: isMetered(page, article),
  }
}

/** The last long part of an address, in lower case: it often repeats the title. */
function lastSegment(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname.toLowerCase() : ''
  return path.split('/').findLast((segment) => segment.length > 3) ?? ''
}

function firstMeta(page: PageOutline, names: readonly string[]): string | null {
  for (const name of names) {
    const value = page.head.meta.get(name)?.[0]
    if (value) return value
  }
  return null
}

function languageClaims(
  page: PageOutline,
  article: StructuredArticle | null,
  hints: EntryHints,
): readonly string[] {
  const claims = [
    page.head.htmlLanguage,
    firstMeta(page, ['og:locale', 'content-language']),
    article?.language,
    hints.language,
  ]
  return [...new Set(claims.flatMap((claim) => claim || []))]
}

function keywords(page: PageOutline, article: StructuredArticle | null): readonly string[] {
  const tags = page.head.meta.get('article:tag') ?? []
  const written = firstMeta(page, ['news_keywords', 'keywords'])?.split(',') ?? []
  const all = [...tags, ...written, ...(article?.keywords ?? [])].map((word) => word.trim())
  return [...new Set(all.filter((word) => word !== '' && word.length <= 100))].slice(0, 30)
}

function isMetered(page: PageOutline, article: StructuredArticle | null): boolean {
  const tier = firstMeta(page, ['article:content_tier', 'content_tier'])?.toLowerCase()
  return article?.isMetered === true || tier === 'metered' || tier === 'locked'
}
