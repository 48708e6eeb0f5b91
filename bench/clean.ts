import { DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'
import { cleanPage } from '../src/shared/core/page/cleanPage.ts'
import { decodePage } from '../src/shared/core/page/decode.ts'
import type { CleanArticle, EntryHints, RawPage } from '../src/shared/core/page/types.ts'
import { type BodyPage, readBodies, readSegments, type SegmentPage } from './clean/data.ts'
import { folded, harmonicMean, mean, quantile, scoreText, shareOf } from './clean/metrics.ts'
import { transforms } from './clean/transforms.ts'

/** What every benchmark of this folder is called with. */
export interface BenchArguments {
  /** Folder with `article-bodies/` and `segments/`. */
  readonly data: string | null
  readonly json: boolean
  readonly peers: boolean
  /** Also measure copies of the pages with other markup. */
  readonly transforms?: boolean
}

/** Quality and speed of the page cleaner: one JSON object, printed last. */
export const bench = { name: 'clean', run }

const noHints: EntryHints = {
  title: null,
  summary: null,
  contentHtml: null,
  publishedAt: null,
  updatedAt: null,
  author: null,
  language: null,
}

async function run(args: BenchArguments): Promise<void> {
  const bodies = args.data === null ? null : readBodies(args.data)
  const segments = args.data === null ? null : readSegments(args.data)
  if (bodies === null || segments === null) {
    console.error(
      'clean: pass --data DIR with article-bodies/ and segments/ in it; nothing measured',
    )
    return
  }
  const variants = args.transforms
    ? Object.fromEntries(
        transforms.map((transform) => [
          transform.name,
          rounded(scoreBodies(bodies, transform.apply)),
        ]),
      )
    : undefined
  const result = {
    bodies: rounded(scoreBodies(bodies, (html) => html)),
    segments: rounded(scoreSegments(segments)),
    cpu: rounded(measureCpu([...bodies, ...segments])),
    ...(variants === undefined ? {} : { transforms: variants }),
  }
  if (!args.json)
    console.table({
      bodies: result.bodies,
      segments: result.segments,
      cpu: result.cpu,
      ...variants,
    })
  console.log(JSON.stringify(result))
}

function rawPage(page: { readonly bytes: Uint8Array; readonly url: string }): RawPage {
  return { bytes: page.bytes, contentType: null, url: page.url }
}

function articleOf(html: string, url: string): CleanArticle | null {
  const result = cleanPage(html, { url }, noHints)
  return result.ok ? result.article : null
}

function textOf(article: CleanArticle | null): string {
  return article?.paragraphs.join('\n') ?? ''
}

function scoreBodies(pages: readonly BodyPage[], transform: (html: string) => string) {
  const scores = pages.map((page) => {
    const html = transform(decodePage(rawPage(page)).html)
    return scoreText(page.expected, textOf(articleOf(html, page.url)))
  })
  const precision = mean(scores.map((score) => score.precision))
  const recall = mean(scores.map((score) => score.recall))
  return {
    pages: pages.length,
    f1: harmonicMean(precision, recall),
    precision,
    recall,
    accuracy: mean(scores.map((score) => Number(score.isExact))),
    below50: mean(scores.map((score) => Number(score.f1 < 0.5))),
    below80: mean(scores.map((score) => Number(score.f1 < 0.8))),
  }
}

function scoreSegments(pages: readonly SegmentPage[]) {
  const results = pages.map((page) => {
    const { html } = decodePage(rawPage(page))
    return { page, html: folded(html), article: articleOf(html, page.url) }
  })
  const count = (of: (page: SegmentPage) => readonly string[]) =>
    results.reduce((sum, { page, article }) => sum + countIn(of(page), folded(textOf(article))), 0)
  const found = count((page) => page.with)
  const wrong = count((page) => page.without)
  const wanted = results.reduce((sum, { page }) => sum + page.with.length, 0)
  const precision = shareOf(found, found + wrong)
  const recall = shareOf(found, wanted)
  return {
    pages: pages.length,
    f1: harmonicMean(precision, recall),
    precision,
    recall,
    title: shareRight(
      results,
      (page) => page.title,
      (article) => article.title,
    ),
    date: shareRight(
      results,
      (page) => page.date,
      (article) => article.publishedAt?.slice(0, 10),
    ),
    author: shareRight(
      results,
      (page) => page.author,
      (article) => article.byline,
    ),
    decoded: shareOf(
      results.reduce((sum, { page, html }) => sum + countIn(page.with, html), 0),
      wanted,
    ),
  }
}

function countIn(strings: readonly string[], text: string): number {
  return strings.filter((string) => text.includes(folded(string))).length
}

interface SegmentResult {
  readonly page: SegmentPage
  readonly article: CleanArticle | null
}

/** Of the pages with the fact, the share on which it was read exactly. */
function shareRight(
  results: readonly SegmentResult[],
  expected: (page: SegmentPage) => string | null,
  found: (article: CleanArticle) => string | null | undefined,
): number {
  const known = results.filter(({ page }) => expected(page) !== null)
  const right = known.filter(({ page, article }) => {
    return article !== null && folded(found(article) ?? '') === folded(expected(page) ?? '')
  })
  return shareOf(right.length, known.length)
}

type Timed = { readonly bytes: Uint8Array; readonly url: string }

/** CPU time of one page, warm, and its ratio to a bare htmlparser2 parse of the same text. */
function measureCpu(pages: readonly Timed[]) {
  const cleaning: number[] = []
  const ratios: number[] = []
  for (const page of pages) {
    const { html } = decodePage(rawPage(page))
    const clean = cpuMs(() => articleOf(decodePage(rawPage(page)).html, page.url))
    const parse = cpuMs(() => new Parser(new DomHandler()).end(html))
    cleaning.push(clean)
    ratios.push(clean / Math.max(parse, 0.001))
  }
  return {
    msMedian: quantile(cleaning, 0.5),
    msP95: quantile(cleaning, 0.95),
    ratioToParse: quantile(ratios, 0.5),
  }
}

/** Least of three runs, in milliseconds of this process's CPU. */
function cpuMs(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  })
  return Math.min(...times)
}

function rounded(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]),
  )
}
