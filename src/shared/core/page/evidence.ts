import type { Body } from './body.ts'
import type { ChosenText } from './fallback.ts'
import type { StructuredArticle } from './jsonLd.ts'
import type { Metadata } from './metadata.ts'
import type { PageOutline } from './outline.ts'
import type { PageEvidence } from './stub.ts'
import type { EntryHints } from './types.ts'

/** All that was read from a page. */
export interface ReadParts {
  readonly page: PageOutline
  readonly article: StructuredArticle | null
  readonly metadata: Metadata
  readonly body: Body | null
  readonly text: ChosenText
  readonly hints: EntryHints
}

/** What speaks for and against a page carrying a whole article. */
export function evidenceOf({
  page,
  article,
  metadata,
  body,
  text,
  hints,
}: ReadParts): PageEvidence {
  return {
    title: metadata.title,
    otherTitles: [page.head.documentTitle, ...headingsOf(page)],
    paragraphs: text.paragraphs,
    lastLines: [...(body?.edges.last ?? []), ...(body?.after ?? [])],
    summary: hints.summary,
    feedTitle: hints.title,
    metered: metadata.metered,
    claimsArticle: claimsArticle(page, article),
    isVideo: isVideoPage(page, article),
  }
}

function headingsOf(page: PageOutline): readonly string[] {
  const headings = page.blocks.filter((block) => block.tag === 'h1' || block.tag === 'h2')
  return headings.slice(0, 10).map((block) => block.text)
}

/** Whether the page, not the feed, says that it is an article. */
function claimsArticle(page: PageOutline, article: StructuredArticle | null): boolean {
  const isMarked = page.marks.some((mark) => mark.kind === 'published' || mark.kind === 'author')
  return typeOf(page) === 'article' || isMarked || article?.isVideo === false
}

function isVideoPage(page: PageOutline, article: StructuredArticle | null): boolean {
  return article?.isVideo === true || typeOf(page).startsWith('video')
}

function typeOf(page: PageOutline): string {
  return page.head.meta.get('og:type')?.[0] ?? ''
}
