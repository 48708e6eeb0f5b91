import { type Body, findBody } from './body.ts'
import { writtenMarkup } from './decode.ts'
import type { StructuredArticle } from './jsonLd.ts'
import { parsePage } from './parse.ts'
import { stubLimits } from './stub.ts'
import { foldText } from './text.ts'
import type { EntryHints, ExtractionMethod } from './types.ts'

/** The text chosen for the article, where it came from and how sure that is (0..1). */
export interface ChosenText {
  readonly paragraphs: readonly string[]
  readonly method: ExtractionMethod
  readonly confidence: number
  /** Only a summary was to be had. */
  readonly isSummary: boolean
}

/** A structured or syndicated body must have this many characters, and the page less than half of it, to win. */
const fallbackLength = 500

const noText: ChosenText = { paragraphs: [], method: 'dom', confidence: 0, isSummary: false }

/** The page's own text, unless the structured data or the feed carry more than twice as much. */
export function chooseText(
  body: Body | null,
  article: StructuredArticle | null,
  hints: EntryHints,
): ChosenText {
  const shown = body === null ? noText : textOfBody(body)
  const structured = structuredText(article)
  if (isMuchLonger(structured.paragraphs, shown.paragraphs)) return structured
  const fed = feedText(hints, lengthOf(shown.paragraphs))
  if (isMuchLonger(fed.paragraphs, shown.paragraphs)) return fed
  const summary = summaryText(hints)
  return showsMore(lengthOf(shown.paragraphs), lengthOf(summary.paragraphs)) ? shown : summary
}

/** Whether a page shows more than the feed's summary: a text with less than half of it is not the article. */
function showsMore(shown: number, summary: number): boolean {
  return shown >= Math.min(stubLimits.article, summary) && shown * 2 >= summary
}

function textOfBody({ paragraphs, pick }: Body): ChosenText {
  const share = Math.min(1, pick.prose / Math.max(pick.pageProse, 1))
  const certainty = (pick.isAtHeadline ? 0.6 : 0.4) + 0.4 * share
  const isStrict = pick.pass === 'strict'
  return {
    paragraphs,
    method: isStrict ? 'dom' : 'relaxed',
    confidence: Math.round((isStrict ? certainty : certainty / 2) * 100) / 100,
    isSummary: false,
  }
}

function isMuchLonger(candidate: readonly string[], shown: readonly string[]): boolean {
  const length = lengthOf(candidate)
  return length >= fallbackLength && lengthOf(shown) < length / 2
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0)
}

function structuredText(article: StructuredArticle | null): ChosenText {
  const body = article?.body ?? null
  const paragraphs = body === null ? [] : plainParagraphs(body)
  return { paragraphs, method: 'jsonld', confidence: 0.7, isSummary: false }
}

/** The feed's markup is read only when it is long enough to win. */
function feedText({ contentHtml }: EntryHints, shownLength: number): ChosenText {
  const isLonger = contentHtml !== null && contentHtml.length > shownLength * 2
  const paragraphs = isLonger ? markupParagraphs(contentHtml) : []
  return { paragraphs, method: 'feed', confidence: 0.6, isSummary: false }
}

function summaryText(hints: EntryHints): ChosenText {
  const paragraphs = hints.summary === null ? [] : plainParagraphs(hints.summary)
  return { paragraphs, method: 'feed', confidence: 0.3, isSummary: true }
}

/** Structured bodies are plain text with line breaks, or markup. */
function plainParagraphs(text: string): readonly string[] {
  if (/<(?:p|br|div)\b/i.test(text.slice(0, 5_000))) return markupParagraphs(text)
  return text.split(/\r?\n/).map(foldText).filter(Boolean)
}

function markupParagraphs(html: string): readonly string[] {
  const parsed = parsePage(writtenMarkup(html))
  if (!parsed.ok) return []
  return findBody(parsed.outline, { headline: -1, byline: null, title: '' })?.paragraphs ?? []
}
