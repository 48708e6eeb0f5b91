import type { BodyPage } from './data.ts'
import { articleOf, htmlOf, type Scores } from './quality.ts'

/** A marked text this long is a whole article. */
const wholeArticle = 700

/** How many pages with a whole article are called a stub, or dropped. */
export function countFalseStubs(bodies: readonly BodyPage[]): Scores {
  const pages = bodies.filter((page) => page.expected.length >= wholeArticle)
  const falseStubs = pages.filter((page) => articleOf(htmlOf(page), page.url)?.stub !== false)
  return { falseStubs: falseStubs.length, pages: pages.length }
}
