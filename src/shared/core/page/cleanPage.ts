import { findBody } from './body.ts'
import { creditOf } from './credit.ts'
import { evidenceOf } from './evidence.ts'
import { chooseText } from './fallback.ts'
import { headlineBlock } from './headline.ts'
import { readStructuredArticle } from './jsonLd.ts'
import { readMetadata } from './metadata.ts'
import { isOtherFormat } from './otherFormats.ts'
import type { PageOutline } from './outline.ts'
import { parsePage } from './parse.ts'
import { isTeaser, leadOf, pageProblem, withoutClosingOffer } from './stub.ts'
import { claimedTitles } from './titles.ts'
import type { EntryHints, Markup, PageDropReason, PageResult, PageVisit } from './types.ts'

/**
 * The article of a decoded page: its text as paragraphs, and its metadata. A page without an article is dropped with
 * its reason. `hints` is what the feed said, used where the page says nothing. Never throws.
 */
export function cleanPage(page: Markup, visit: PageVisit, hints: EntryHints): PageResult {
  const { html } = page
  if (html.trim() === '') return dropped('page_empty', 'the page has no content')
  if (isOtherFormat(html)) return dropped('page_not_html', 'the content is no markup')
  const parsed = parsePage(page)
  if (!parsed.ok) return parsed
  return cleanOutline(parsed.outline, visit, hints)
}

/** Paragraphs at either end of the text that may credit an agency. */
const edgeParagraphs = 3

function cleanOutline(page: PageOutline, visit: PageVisit, hints: EntryHints): PageResult {
  const article = readStructuredArticle(page.head.jsonLd)
  const headline = headlineBlock(page.blocks, claimedTitles(page.head, article))
  const metadata = readMetadata({ page, article, ...visit, hints, headline })
  const body = findBody(page, { headline, byline: metadata.byline, title: metadata.title })
  const text = chooseText(body, article, hints)
  const evidence = evidenceOf({ page, article, metadata, body, text, hints })
  const problem = pageProblem(evidence)
  if (problem !== null) return dropped(problem, detailOf(text.paragraphs))
  const credit = creditOf({
    firstLines: [...(body?.edges.first ?? []), ...text.paragraphs.slice(0, edgeParagraphs)],
    lastLines: [...(body?.edges.last ?? []), ...text.paragraphs.slice(-edgeParagraphs)],
    sources: [...(article?.sources ?? []), ...statedSources(page)],
    byline: metadata.byline,
  })
  const stub = text.isSummary || isTeaser(evidence)
  const paragraphs = stub ? leadOf(text.paragraphs) : withoutClosingOffer(text.paragraphs)
  if (paragraphs.length === 0) return dropped('page_no_article', detailOf(text.paragraphs))
  const { method, confidence } = text
  return { ok: true, article: { ...metadata, paragraphs, credit, stub, method, confidence } }
}

/** `<meta name="source" content="新华社">` */
function statedSources({ head }: PageOutline): readonly string[] {
  return ['source', 'dc.source', 'dcterms.source', 'article:source', 'og:article:source'].flatMap(
    (name) => head.meta.get(name) ?? [],
  )
}

function dropped(reason: PageDropReason, detail: string): PageResult {
  return { ok: false, reason, detail }
}

function detailOf(paragraphs: readonly string[]): string {
  const text = paragraphs.join(' ')
  return text === '' ? 'no prose found' : `${text.length} characters: ${text.slice(0, 80)}`
}
