import { type PackedMatrix, unpackLevels, unpackMatrix } from './languageMatrix.ts'
import { ngramsOf } from './languageNgrams.ts'
import { type PackedFamily, type Relatives, unpackRelatives } from './languageRelatives.ts'

/** Ranks all languages of a script. */
export interface PackedRanking {
  /** Language and script of each label, as in `sr Cyrl`. */
  readonly labels: readonly string[]
  /** Labels that no news was at hand of: they are met in news less often. */
  readonly unproven: readonly string[]
  /** A row for each bucket of n-grams. */
  readonly ngrams: PackedMatrix
  /** A row for each label. */
  readonly weights: PackedMatrix
}

/** The model as `bench/fit/languageModel.ts` writes it. */
export interface PackedLanguageModel {
  /** Of the same labels, from different starts: their mean errs less than each. */
  readonly rankings: readonly PackedRanking[]
  readonly families: readonly PackedFamily[]
}

/** Linear models over letter n-grams with a narrow hidden layer, after Joulin et al., 2016 (fastText). */
export interface LanguageModel {
  /** Languages that news was at hand of. */
  readonly proven: ReadonlySet<string>
  /** The logarithm of the odds of each language of a script, base e; empty where it knows fewer than two. */
  odds(text: string, script: string): ReadonlyMap<string, number>
  /** The same by one of the rankings, which is as good on long texts. */
  quickOdds(text: string, script: string): ReadonlyMap<string, number>
  readonly relatives: Relatives
}

/** Unpacks a model, in some 50 ms. */
export function unpackLanguageModel(packed: PackedLanguageModel): LanguageModel {
  const rankings = packed.rankings.map(unpackRanking)
  const [first] = packed.rankings
  const unproven = new Set(first?.unproven)
  const proven = first?.labels.filter((label) => !unproven.has(label)) ?? []
  return {
    relatives: unpackRelatives(packed.families),
    proven: new Set(proven.map((label) => label.split(' ')[0] ?? '')),
    odds: (text, script) => oddsOf(rankings, text, script),
    quickOdds: (text, script) => oddsOf(rankings.slice(0, 1), text, script),
  }
}

/** The logarithm of the odds of each language of a script, by the buckets of a text. */
type Ranking = (buckets: readonly number[], script: string) => ReadonlyMap<string, number>

function unpackRanking(packed: PackedRanking): Ranking {
  const ngrams = unpackLevels(packed.ngrams)
  const { steps } = packed.ngrams
  const weights = unpackMatrix(packed.weights)
  const size = packed.weights.steps.length
  const labels = packed.labels.map((label, row) => {
    const [lang = '', script = ''] = label.split(' ')
    return { lang, script, weights: weights.subarray(row * size, (row + 1) * size) }
  })
  const byScript = Map.groupBy(labels, ({ script }) => script)
  return (buckets, script) => {
    const rivals = byScript.get(script) ?? []
    if (rivals.length < 2 || buckets.length === 0) return new Map()
    const sums = sumLevels(ngrams, buckets, size)
    const scale = 1 / Math.sqrt(buckets.length)
    const hidden = Float32Array.from(sums, (sum, at) => sum * (steps[at] ?? 0) * scale)
    return toOdds(new Map(rivals.map((rival) => [rival.lang, dotProduct(hidden, rival.weights)])))
  }
}

/** The mean of what some rankings say. */
function oddsOf(
  rankings: readonly Ranking[],
  text: string,
  script: string,
): ReadonlyMap<string, number> {
  const { buckets } = ngramsOf(text)
  const odds = rankings.map((ranking) => ranking(buckets, script))
  const [first = new Map<string, number>()] = odds
  if (odds.length === 1 || first.size === 0) return first
  const sums = [...first.keys()].map((lang): [string, number] => [
    lang,
    odds.reduce((sum, one) => sum + (one.get(lang) ?? 0), 0) / odds.length,
  ])
  return toOdds(new Map(sums))
}

/** The sum of rows of a matrix, in steps of its columns: whole numbers add up faster. */
function sumLevels(levels: Int8Array, rows: readonly number[], size: number): Int32Array {
  const sums = new Int32Array(size)
  for (const row of rows) {
    const from = row * size
    for (let at = 0; at < size; at++) sums[at] = (sums[at] ?? 0) + (levels[from + at] ?? 0)
  }
  return sums
}

/** Of two vectors of one length. */
export function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

function toOdds(scores: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const top = Math.max(...scores.values())
  let total = 0
  for (const score of scores.values()) total += Math.exp(score - top)
  const shift = top + Math.log(total)
  return new Map([...scores].map(([lang, score]) => [lang, score - shift]))
}
