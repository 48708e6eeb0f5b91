/** A bag of words as parallel arrays, in order of first appearance. */
export interface Bag {
  readonly keys: readonly string[]
  readonly counts: readonly number[]
}

/** The first `cap` of what was counted: what comes first in a news text matters most. */
export function toBag(counts: Iterable<readonly [string, number]>, cap: number): Bag {
  const bag = { keys: [] as string[], counts: [] as number[] }
  for (const [key, count] of counts) {
    if (bag.keys.length === cap) break
    bag.keys.push(key)
    bag.counts.push(count)
  }
  return bag
}
