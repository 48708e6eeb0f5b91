import type { StructuredArticle } from './jsonLd.ts'
import type { Mark, MarkKind } from './marks.ts'
import type { PageOutline } from './outline.ts'
import { parsePageDate } from './pageDate.ts'
import type { EntryHints } from './types.ts'

const publishedMeta = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'datecreated',
]
const updatedMeta = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
]

/** When an article was published and last changed: ISO 8601 with the offset as written, or null. */
export interface Publication {
  readonly publishedAt: string | null
  readonly updatedAt: string | null
}

/** Takes the first readable claim of each kind, the most reliable kind first; the feed comes last. */
export function publicationOf(
  page: PageOutline,
  article: StructuredArticle | null,
  source: { readonly url: string; readonly hints: EntryHints },
): Publication {
  const published = [
    article?.published,
    ...metaValues(page, publishedMeta),
    ...markValues(page.marks, 'published'),
    ...markValues(page.marks, 'time'),
    dayInUrl(source.url),
    source.hints.publishedAt,
    ...markValues(page.marks, 'dateText'),
  ]
  const updated = [
    article?.modified,
    ...metaValues(page, updatedMeta),
    ...markValues(page.marks, 'updated'),
    source.hints.updatedAt,
  ]
  return { publishedAt: firstDate(published), updatedAt: firstDate(updated) }
}

function firstDate(claims: readonly (string | null | undefined)[]): string | null {
  for (const claim of claims) {
    const date = claim ? parsePageDate(claim) : null
    if (date !== null) return date
  }
  return null
}

function metaValues(page: PageOutline, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => page.head.meta.get(name)?.[0] ?? [])
}

function markValues(marks: readonly Mark[], kind: MarkKind): readonly string[] {
  return marks.filter((mark) => mark.kind === kind).map((mark) => mark.value)
}

const slashedDay = /\/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=\D|$)/
const joinedDay = /(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/

/** `/2024/05/31/` or `20240531` in the address, as a day. */
function dayInUrl(url: string): string | null {
  const match = slashedDay.exec(url) ?? joinedDay.exec(url)
  if (match === null) return null
  const [, year, month, day] = match
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
}
