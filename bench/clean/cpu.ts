import { DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'
import { leastCpuMs, quantile } from './metrics.ts'
import { articleIn, htmlOf, markupOf, type Scores, type Source } from './quality.ts'

const warmUpPages = 50

/**
 * CPU milliseconds to decode and clean one page, and the ratio to building its tree with htmlparser2 alone:
 * the least of three runs each, in this process, warm.
 */
export function measureCpu(pages: readonly Source[]): Scores {
  for (const page of pages.slice(0, warmUpPages)) measurePage(page)
  const times = pages.map(measurePage)
  return {
    msMedian: quantile(
      times.map((time) => time.cleanMs),
      0.5,
    ),
    msP95: quantile(
      times.map((time) => time.cleanMs),
      0.95,
    ),
    ratioToParse: quantile(
      times.map((time) => time.cleanMs / time.parseMs),
      0.5,
    ),
  }
}

function measurePage(page: Source) {
  const html = htmlOf(page)
  return {
    cleanMs: leastCpuMs(() => articleIn(markupOf(page), page.url)),
    parseMs: leastCpuMs(() => new Parser(new DomHandler()).end(html)),
  }
}
