import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { writtenMarkup } from '../../src/shared/core/page/decode.ts'
import { parsePage } from '../../src/shared/core/page/parse.ts'
import type { BodyPage, SegmentPage } from './data.ts'
import { leastCpuMs, mean, quantile } from './metrics.ts'
import {
  articleOf,
  htmlOf,
  type Reader,
  type Scores,
  type Source,
  scoreBodies,
  scoreSegments,
} from './quality.ts'

/** How well and how fast another package reads the same pages. */
export interface PeerScores {
  readonly bodies: Scores
  readonly segments: Scores
  /** CPU milliseconds a page, decoding apart: the median, and the mean. */
  readonly cpuMsMedian: number
  readonly cpuMsMean: number
  /** How many times as long as ours it takes for all pages, and for the median page. */
  readonly speedRatio: number
  readonly speedRatioMedian: number
}

/** Pages timed with both: their kinds are those of the whole set. */
const timedPages = 200

/** Mozilla's Readability on linkedom, the fastest DOM it runs on. */
export function measureReadability(
  bodies: readonly BodyPage[],
  segments: readonly SegmentPage[],
): PeerScores {
  return {
    bodies: scoreBodies(bodies, readWithReadability),
    segments: scoreSegments(segments, readWithReadability),
    ...compareSpeed(everyNth([...bodies, ...segments])),
  }
}

function everyNth<Page>(pages: readonly Page[]): readonly Page[] {
  const step = Math.max(1, Math.floor(pages.length / timedPages))
  return pages.filter((_, at) => at % step === 0)
}

function compareSpeed(pages: readonly Source[]) {
  const times = pages.map((page) => {
    const html = htmlOf(page)
    return {
      peer: leastCpuMs(() => readWithReadability(html, page.url)),
      own: leastCpuMs(() => articleOf(html, page.url)),
    }
  })
  const peer = times.map((time) => time.peer)
  const own = times.map((time) => time.own)
  const ratios = times.map((time) => time.peer / time.own)
  return {
    cpuMsMedian: quantile(peer, 0.5),
    cpuMsMean: mean(peer),
    speedRatio: mean(peer) / mean(own),
    speedRatioMedian: quantile(ratios, 0.5),
  }
}

/** Its article as ours is given; null when it finds none or fails. */
const readWithReadability: Reader = (html) => {
  try {
    const article = new Readability(parseHTML(html).document).parse()
    if (article === null) return null
    return {
      text: linesOf(article.content ?? ''),
      title: article.title ?? null,
      publishedAt: article.publishedTime ?? null,
      byline: article.byline ?? null,
    }
  } catch {
    return null
  }
}

/** The text of markup line by line, so that paragraphs do not run into each other. */
function linesOf(html: string): string {
  const parsed = parsePage(writtenMarkup(html))
  if (!parsed.ok) return ''
  return parsed.outline.blocks.map((block) => block.text).join('\n')
}
