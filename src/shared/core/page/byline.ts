import type { StructuredArticle } from './jsonLd.ts'
import type { PageOutline } from './outline.ts'
import type { EntryHints } from './types.ts'

const authorMeta = [
  'author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'article:author',
]

/** The author as named by the page, else by the feed; several are joined by a comma. */
export function bylineOf(
  page: PageOutline,
  article: StructuredArticle | null,
  hints: EntryHints,
): string | null {
  const claims = [
    article?.authors.join(', '),
    ...marksOf(page, 'author'),
    ...authorMeta.flatMap((name) => page.head.meta.get(name)?.[0] ?? []),
    ...marksOf(page, 'byline'),
    hints.author,
  ]
  for (const claim of claims) {
    const name = claim ? authorName(claim) : null
    if (name !== null) return name
  }
  return null
}

function marksOf(page: PageOutline, kind: 'author' | 'byline'): readonly string[] {
  return page.marks.filter((mark) => mark.kind === kind).map((mark) => mark.value)
}

const announcement =
  /^(?:(?:written |posted )?by|von|par|por|di|da|door|av|af|od|автор|текст)\s*:?\s+/i

/** A claim without `By`; null for addresses and for what is no name. */
export function authorName(claim: string): string | null {
  const name = claim.trim().replace(announcement, '').trim()
  if (name.length < 3 || name.length > 100 || /^https?:|@|\d{3}/.test(name)) return null
  return name
}
