import { scanTokens } from './tokens.ts'

/** Share of the words (characters, in unspaced scripts) of two titles that both have, 0..1. */
export function titleSimilarity(one: string, other: string): number {
  const words = wordsOf(one)
  const others = wordsOf(other)
  const shared = words.intersection(others).size
  return shared / Math.max(1, words.size + others.size - shared)
}

function wordsOf(title: string): Set<number> {
  const { hashes, count } = scanTokens(title)
  return new Set(hashes.subarray(0, count))
}
