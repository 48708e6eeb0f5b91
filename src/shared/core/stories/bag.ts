/** A bag of words as parallel arrays, in order of first appearance. */
export interface Bag {
  readonly keys: readonly string[]
  readonly counts: readonly number[]
}

/** The first `cap` entries of a count: what comes first in a news text matters most. */
export function toBag(counts: ReadonlyMap<string, number>, cap: number): Bag {
  const entries = [...counts].slice(0, cap)
  return { keys: entries.map(([key]) => key), counts: entries.map(([, count]) => count) }
}
