import { dropRepeats, isPlaceholder } from '../../src/shared/core/page/repeats.ts'
import { learn, newMemory } from './memory.ts'
import { shareOf } from './metrics.ts'
import { articleOf, type Scores } from './quality.ts'
import { type SitePage, sitePages } from './sites.ts'

/** Shares of paragraphs in 0..1 over generated sites of several pages in six languages. */
export interface SiteScores {
  readonly pages: number
  readonly without: Scores
  readonly with: Scores
  /** Pages with an earlier article once more, and those of them that lost a paragraph of it. */
  readonly reprints: number
  readonly reprintsHurt: number
  /** Pages taken for placeholders: none is one. */
  readonly falsePlaceholders: number
}

const pagesOfSite = 60

/** What the memory gains on pages whose boilerplate stands among the paragraphs, with reprints as the trap. */
export function measureSites(): SiteScores {
  const sites = sitePages(pagesOfSite)
  const readings = sites.flatMap((pages) => readSite(pages))
  const reprints = readings.filter(({ page }) => page.isReprint)
  return {
    pages: readings.length,
    without: paragraphScores(readings, (reading) => reading.shown),
    with: paragraphScores(readings, (reading) => reading.kept),
    reprints: reprints.length,
    reprintsHurt: reprints.filter(({ page, shown, kept }) =>
      page.article.some((line) => shown.includes(line) && !kept.includes(line)),
    ).length,
    falsePlaceholders: readings.filter((reading) => reading.isPlaceholder).length,
  }
}

interface SiteReading {
  readonly page: SitePage
  readonly shown: readonly string[]
  readonly kept: readonly string[]
  readonly isPlaceholder: boolean
}

function readSite(pages: readonly SitePage[]): readonly SiteReading[] {
  const memory = newMemory()
  return pages.map((page) => {
    const shown = articleOf(page.html, page.url)?.paragraphs ?? []
    const text = { title: page.title, paragraphs: shown }
    const seen = learn(memory, text)
    return { page, shown, kept: dropRepeats(shown, seen), isPlaceholder: isPlaceholder(text, seen) }
  })
}

function paragraphScores(
  readings: readonly SiteReading[],
  textOf: (reading: SiteReading) => readonly string[],
): Scores {
  const sum = (count: (reading: SiteReading) => number) =>
    readings.reduce((total, reading) => total + count(reading), 0)
  const right = sum((reading) => {
    const text = new Set(textOf(reading))
    return reading.page.article.filter((line) => text.has(line)).length
  })
  return {
    precision: shareOf(
      right,
      sum((reading) => textOf(reading).length),
    ),
    recall: shareOf(
      right,
      sum(({ page }) => page.article.length),
    ),
  }
}
