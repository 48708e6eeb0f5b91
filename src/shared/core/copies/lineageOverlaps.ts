import type { PairOverlap } from './lineageTypes.ts'
import { shinglesOf } from './shingles.ts'
import { scanTokens } from './tokens.ts'

/** The text of an article by its id. */
export interface ArticleText {
  readonly id: string
  readonly text: string
}

/** Overlaps below this are chance, and left out. */
const leastContainment = 0.05

/**
 * Exact overlaps of all pairs of a story's texts. Signatures are too coarse to tell a copy from the copy of a
 * copy, which differ by a few shingles in a hundred.
 */
export function measureOverlaps(articles: readonly ArticleText[]): readonly PairOverlap[] {
  const sets = articles.map(({ id, text }) => ({
    id,
    shingles: new Set(shinglesOf(scanTokens(text))),
  }))
  return sets.flatMap(({ id: a, shingles }, index) =>
    sets.slice(index + 1).flatMap(({ id: b, shingles: others }) => {
      const smaller = Math.min(shingles.size, others.size)
      const shared = smaller === 0 ? 0 : shingles.intersection(others).size
      if (shared < leastContainment * smaller || shared === 0) return []
      const jaccard = shared / (shingles.size + others.size - shared)
      return [{ a, b, jaccard, containment: shared / smaller }]
    }),
  )
}
