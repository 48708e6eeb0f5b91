import { measureOverlaps } from '../../shared/core/copies/lineageOverlaps.ts'
import { copyContainment, copyJaccard, isCopy } from '../../shared/core/copies/overlap.ts'
import type { Overlap } from '../../shared/core/copies/types.ts'

/** Why an article is left out of the kept ones, and what shows it. */
export interface Removal {
  readonly story: string
  readonly removed: string
  /** The article that stands for it. */
  readonly kept: string
  /** The article whose text was compared: the kept one, or another copy of it. */
  readonly evidence: string
  readonly relation: string
  /** Exact, of the texts in this export. */
  readonly jaccard: number
  readonly containment: number
  readonly rule: RemovalRule
}

export type RemovalRule = 'same_words' | 'jaccard' | 'containment'

/** What each rule asks for. */
export const removalRules: Readonly<Record<RemovalRule, string>> = {
  same_words: 'jaccard = 1',
  jaccard: `jaccard >= ${copyJaccard}`,
  containment: `containment >= ${copyContainment}`,
}

/** Relations that say "the same text"; rewrites and translations are articles of their own. */
export const duplicateRelations: ReadonlySet<string> = new Set(['copy', 'partial', 'revision'])

/** The exact overlap of two texts, to four decimals. */
export function overlapOf(a: string, b: string): Overlap {
  const [pair] = measureOverlaps([
    { id: 'a', text: a },
    { id: 'b', text: b },
  ])
  return { jaccard: round(pair?.jaccard ?? 0), containment: round(pair?.containment ?? 0) }
}

/** The first rule that makes one text a duplicate of the other; null when none does. */
export function ruleOf(overlap: Overlap): RemovalRule | null {
  if (!isCopy(overlap)) return null
  if (overlap.jaccard === 1) return 'same_words'
  return overlap.jaccard >= copyJaccard ? 'jaccard' : 'containment'
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
