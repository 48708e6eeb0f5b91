import { plainCharacters } from '../../src/shared/core/page/text.ts'

/** Precision and recall of one text against the text a person marked. */
export interface TextScore {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** The same words in the same order. */
  readonly isExact: boolean
}

/** Compares two texts by their multisets of word 4-grams (scrapinghub/article-extraction-benchmark). */
export function scoreText(expected: string, found: string): TextScore {
  const wanted = shingles(expected)
  const got = shingles(found)
  const shared = [...wanted].reduce(
    (sum, [key, count]) => sum + Math.min(count, got.get(key) ?? 0),
    0,
  )
  const precision = shareOf(shared, total(got))
  const recall = shareOf(shared, total(wanted))
  const isExact = words(expected).join(' ') === words(found).join(' ')
  return { precision, recall, f1: harmonicMean(precision, recall), isExact }
}

/** F1 of two shares. */
export function harmonicMean(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

/** Share in 0..1; nothing of nothing is everything. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
}

/** Nearest-rank quantile; 0 for no values. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0
}

const timedRuns = 3

/** CPU milliseconds of this process for some work: the least of three runs. */
export function leastCpuMs(work: () => unknown): number {
  const times = Array.from({ length: timedRuns }, () => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  })
  return Math.max(Math.min(...times), 0.001)
}

/** White space folded and characters plain, so that line breaks and soft hyphens inside marked strings do not count. */
export function folded(text: string): string {
  return plainCharacters(text).replace(/\s+/g, ' ').trim()
}

function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? []
}

function shingles(text: string): ReadonlyMap<string, number> {
  const all = words(text)
  const counts = new Map<string, number>()
  if (all.length === 0) return counts
  for (let at = 0; at < Math.max(1, all.length - 3); at++) {
    const key = all.slice(at, at + 4).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
