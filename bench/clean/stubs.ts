import type { BodyPage } from './data.ts'
import { articleOf, htmlOf, type Scores } from './quality.ts'
import { type StubPage, stubPages } from './stubPages.ts'

/** A marked text this long is a whole article. */
const wholeArticle = 700

/** How many pages with a whole article are called a stub, or dropped. */
export function countFalseStubs(bodies: readonly BodyPage[]): Scores {
  const pages = bodies.filter((page) => page.expected.length >= wholeArticle)
  const falseStubs = pages.filter((page) => articleOf(htmlOf(page), page.url)?.stub !== false)
  return { falseStubs: falseStubs.length, pages: pages.length }
}

/** How short reports about walls, leads above an offer, and walls themselves are told apart, in ten languages. */
export interface StubScores {
  readonly pages: number
  /** Articles called a stub or dropped, leads not called a stub, pages without an article that passed for one. */
  readonly falseStubs: readonly string[]
  readonly missedLeads: readonly string[]
  readonly missedWalls: readonly string[]
}

/** Reads the stub pages written for this project. */
export function measureStubs(): StubScores {
  const wrong = (expected: StubPage['expected']) =>
    stubPages
      .filter((page) => page.expected === expected && kindOf(page) !== expected)
      .map(({ name }) => name)
  return {
    pages: stubPages.length,
    falseStubs: wrong('article'),
    missedLeads: wrong('stub'),
    missedWalls: wrong('none'),
  }
}

function kindOf({ html }: StubPage): StubPage['expected'] {
  const article = articleOf(html, 'https://news.example/a')
  if (article === null) return 'none'
  return article.stub ? 'stub' : 'article'
}
