import { findBody } from './body.ts'
import { creditOf } from './credit.ts'
import { chooseText } from './fallback.ts'
import { headlineBlock } from './headline.ts'
import { readStructuredArticle, type StructuredArticle } from './jsonLd.ts'
import { readMetadata } from './metadata.ts'
import { isOtherFormat } from './otherFormats.ts'
import type { PageOutline } from './outline.ts'
import { parsePage } from './parse.ts'
import { isTeaser, leadOf, pageProblem, withoutClosingOffer } from './stub.ts'
import { claimedTitles } from './titles.ts'
import type { EntryHints, PageDropReason, PageResult } from './types.ts'
import { walkPage } from './walk.ts'

/**
 * The article of a decoded page: its text as paragraphs, and its metadata. A page without an article is dropped with
 * its reason. `hints` is what the feed said, used where the page says nothing. Never throws.
 */
export function cleanPage(
  html: string,
  page: { readonly url: string },
  hints: EntryHints,
): PageResult {
  if (html.trim() === '') return dropped('page_empty', 'the page has no content')
  if (isOtherFormat(html)) return dropped('page_not_html', 'the content is no markup')
  const parsed = parsePage(html)
  if (!parsed.ok) return parsed
  return cleanOutline(walkPage(parsed.root), page.url, hints)
}

/** Paragraphs at either end of the text that may credit an agency. */
const edgeParagraphs = 3

function cleanOutline(page: PageOutline, url: string, hints: EntryHints): PageResult {
  const article = readStructuredArticle(page.head.jsonLd)
  const headline = headlineBlock(page.blocks, claimedTitles(page.head, article))
  const metadata = readMetadata({ page, article, url, hints, headline })
  const body = findBody(page, { headline, byline: metadata.byline, title: metadata.title })
  const text = chooseText(body, article, hints)
  const evidence = {
    title: metadata.title,
    otherTitles: [page.head.documentTitle, ...headingsOf(page)],
    paragraphs: text.paragraphs,
    lastLines: body?.edges.last ?? [],
    summary: hints.summary,
    metered: metadata.metered,
    claimsArticle: claimsArticle(page, article),
    isVideo: isVideoPage(page, article?.isVideo === true),
  }
  const problem = pageProblem(evidence)
  if (problem !== null) return dropped(problem, detailOf(text.paragraphs))
  const credit = creditOf({
    firstLines: [...(body?.edges.first ?? []), ...text.paragraphs.slice(0, edgeParagraphs)],
    lastLines: [...(body?.edges.last ?? []), ...text.paragraphs.slice(-edgeParagraphs)],
    byline: metadata.byline,
  })
  const stub = text.isSummary || isTeaser(evidence)
  const paragraphs = stub ? leadOf(text.paragraphs) : withoutClosingOffer(text.paragraphs)
  const { method, confidence } = text
  return { ok: true, article: { ...metadata, paragraphs, credit, stub, method, confidence } }
}

function dropped(reason: PageDropReason, detail: string): PageResult {
  return { ok: false, reason, detail }
}

function detailOf(paragraphs: readonly string[]): string {
  const text = paragraphs.join(' ')
  return text === '' ? 'no prose found' : `${text.length} characters: ${text.slice(0, 80)}`
}

function headingsOf(page: PageOutline): readonly string[] {
  const headings = page.blocks.filter((block) => block.tag === 'h1' || block.tag === 'h2')
  return headings.slice(0, 10).map((block) => block.text)
}

/** Whether the page, not the feed, says that it is an article. */
function claimsArticle(page: PageOutline, article: StructuredArticle | null): boolean {
  const isMarked = page.marks.some((mark) => mark.kind === 'published' || mark.kind === 'author')
  const type = page.head.meta.get('og:type')?.[0]
  return type === 'article' || isMarked || (article !== null && !article.isVideo)
}

function isVideoPage(page: PageOutline, isVideo: boolean): boolean {
  return isVideo || (page.head.meta.get('og:type')?.[0] ?? '').startsWith('video')
}
