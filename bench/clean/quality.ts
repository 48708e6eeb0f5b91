import { Parser } from 'htmlparser2'
import { cleanPage } from '../../src/shared/core/page/cleanPage.ts'
import { decodePage, writtenMarkup } from '../../src/shared/core/page/decode.ts'
import type { CleanArticle, EntryHints, Markup } from '../../src/shared/core/page/types.ts'
import type { BodyPage, SegmentPage } from './data.ts'
import { folded, harmonicMean, mean, scoreText, shareOf } from './metrics.ts'

/** Scores in 0..1 by name, beside the number of pages. */
export type Scores = Readonly<Record<string, number>>

/** What the benchmarks know of a page: its bytes and where they came from. */
export interface Source {
  readonly bytes: Uint8Array
  readonly url: string
}

const noHints: EntryHints = {
  title: null,
  summary: null,
  contentHtml: null,
  publishedAt: null,
  updatedAt: null,
  author: null,
  language: null,
}

/** Text of a page's bytes; the benchmarks know no HTTP header. */
export function htmlOf({ bytes, url }: Source): string {
  const { html, textOf } = markupOf({ bytes, url })
  return textOf(html)
}

/** A page as the reader gets it. */
export function markupOf({ bytes, url }: Source): Markup {
  return decodePage({ bytes, url, contentType: null })
}

/** The article of a page, or null when it is dropped. The feed says nothing. */
export function articleOf(html: string, url: string): CleanArticle | null {
  return articleIn(writtenMarkup(html), url)
}

/** The article of a page as the reader gets it, or null when it is dropped. */
export function articleIn(page: Markup, url: string): CleanArticle | null {
  const result = cleanPage(page, { url }, noHints)
  return result.ok ? result.article : null
}

/** What an extractor says of a page. */
export interface Reading {
  readonly text: string
  readonly title: string | null
  readonly publishedAt: string | null
  readonly byline: string | null
}

/** Reads a page; null when it finds no article. */
export type Reader = (html: string, url: string) => Reading | null

/** The extractor under test. */
export const readOwn: Reader = (html, url) => {
  const article = articleOf(html, url)
  return article === null ? null : { ...article, text: article.paragraphs.join('\n') }
}

/** Precision, recall and F1 of the bodies, and the share of exact and of bad ones. */
export function scoreBodies(pages: readonly BodyPage[], read: Reader = readOwn): Scores {
  const scores = pages.map((page) =>
    scoreText(page.expected, read(htmlOf(page), page.url)?.text ?? ''),
  )
  const precision = mean(scores.map((score) => score.precision))
  const recall = mean(scores.map((score) => score.recall))
  const shareBelow = (limit: number) => mean(scores.map((score) => Number(score.f1 < limit)))
  return {
    pages: pages.length,
    f1: harmonicMean(precision, recall),
    precision,
    recall,
    accuracy: mean(scores.map((score) => Number(score.isExact))),
    below50: shareBelow(0.5),
    below80: shareBelow(0.8),
  }
}

/** Whether the marked strings are in the text and the unwanted ones are not, and how often the metadata are right. */
export function scoreSegments(pages: readonly SegmentPage[], read: Reader = readOwn): Scores {
  const results = pages.map((page) => {
    const html = htmlOf(page)
    return { page, visible: visibleText(html), reading: read(html, page.url) }
  })
  const sum = (count: (result: SegmentResult) => number) =>
    results.reduce((total, result) => total + count(result), 0)
  const wanted = sum(({ page }) => page.with.length)
  const found = sum(({ page, reading }) => countIn(page.with, reading?.text ?? ''))
  const wrong = sum(({ page, reading }) => countIn(page.without, reading?.text ?? ''))
  const precision = shareOf(found, found + wrong)
  const recall = shareOf(found, wanted)
  return {
    pages: pages.length,
    f1: harmonicMean(precision, recall),
    precision,
    recall,
    title: shareRight(
      results,
      ({ title }) => title,
      (reading) => reading.title,
    ),
    date: shareRight(
      results,
      ({ date }) => date,
      (reading) => reading.publishedAt?.slice(0, 10),
    ),
    author: shareRight(
      results,
      ({ author }) => author,
      (reading) => reading.byline,
    ),
    decoded: shareOf(
      sum(({ page, visible }) => countIn(page.with, visible)),
      wanted,
    ),
  }
}

interface SegmentResult {
  readonly page: SegmentPage
  /** All text of the page, scripts included. */
  readonly visible: string
  readonly reading: Reading | null
}

function visibleText(html: string): string {
  const parts: string[] = []
  new Parser({ ontext: (text) => parts.push(text) }).end(html)
  return parts.join('')
}

function countIn(strings: readonly string[], text: string): number {
  const line = folded(text)
  return strings.filter((string) => line.includes(folded(string))).length
}

/** Of the pages with the fact, the share on which it was read exactly. */
function shareRight(
  results: readonly SegmentResult[],
  expected: (page: SegmentPage) => string | null,
  found: (reading: Reading) => string | null | undefined,
): number {
  const known = results.filter(({ page }) => expected(page) !== null)
  const right = known.filter(({ page, reading }) => {
    return reading !== null && folded(found(reading) ?? '') === folded(expected(page) ?? '')
  })
  return shareOf(right.length, known.length)
}
