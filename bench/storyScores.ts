/** Precision, recall and their harmonic mean, 0..1. */
export interface Score {
  readonly p: number
  readonly r: number
  readonly f1: number
}

/** BCubed (Bagga and Baldwin 1998), its F1 over articles of stories of two or more, and F1 over all pairs of articles. */
export interface ClusterScore extends Score {
  readonly ns: number
  readonly pair: number
}

/** Compares found clusters with given ones; both lists name the cluster of each article. */
export function scoreClusters(given: readonly string[], found: readonly string[]): ClusterScore {
  const sizes = countAll(given)
  const several = [...given.keys()].filter((index) => (sizes.get(given[index] ?? '') ?? 0) > 1)
  const ns = scoreBcubed(pick(given, several), pick(found, several)).f1
  return { ...scoreBcubed(given, found), ns, pair: scorePairs(given, found) }
}

function scoreBcubed(given: readonly string[], found: readonly string[]): Score {
  const [givenSizes, foundSizes, both] = countPairs(given, found)
  let p = 0
  let r = 0
  for (const [pair, count] of both) {
    const [one = '', other = ''] = pair.split('\t')
    p += count ** 2 / (foundSizes.get(other) ?? 1)
    r += count ** 2 / (givenSizes.get(one) ?? 1)
  }
  return withF1(p / given.length, r / given.length)
}

function scorePairs(given: readonly string[], found: readonly string[]): number {
  const [givenPairs, foundPairs, right] = countPairs(given, found).map((sizes) =>
    [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
  )
  return withF1((right ?? 0) / (foundPairs || 1), (right ?? 0) / (givenPairs || 1)).f1
}

function countPairs(given: readonly string[], found: readonly string[]) {
  const both = given.map((one, index) => `${one}\t${found[index]}`)
  return [countAll(given), countAll(found), countAll(both)] as const
}

function withF1(p: number, r: number): Score {
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 }
}

function pick(items: readonly string[], indexes: readonly number[]): string[] {
  return indexes.map((index) => items[index] ?? '')
}

function countAll(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}
