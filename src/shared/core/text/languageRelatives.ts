import { type PackedMatrix, unpackLevels } from './languageMatrix.ts'
import { type Runs, runsAndPairsOf, runsOf } from './languageNgrams.ts'
import { isDense } from './languageScripts.ts'

/** Languages of one script, by their tags. */
export interface Family {
  readonly script: string
  readonly langs: readonly string[]
}

/** Languages so near to each other that it takes longer runs of letters to tell them apart. */
export const families: readonly Family[] = [
  { script: 'Latn', langs: ['nd', 'nr', 'ss', 'xh', 'zu'] },
  { script: 'Latn', langs: ['nso', 'st', 'tn'] },
  { script: 'Latn', langs: ['id', 'ms'] },
  { script: 'Latn', langs: ['bs', 'hr', 'sr'] },
  { script: 'Latn', langs: ['da', 'nb', 'nn', 'sv'] },
  { script: 'Latn', langs: ['es', 'gl', 'pt'] },
  { script: 'Latn', langs: ['cs', 'sk'] },
  { script: 'Latn', langs: ['af', 'nl'] },
  { script: 'Hani', langs: ['yue', 'zh', 'zh-Hant'] },
]

/** A family, and what each bucket of runs tells of its languages. */
export interface PackedFamily extends Family {
  /** A row for each bucket: the logarithm of the odds of each language, of mean 0. */
  readonly odds: PackedMatrix
}

/** Tells relatives apart: softmax regression over longer runs of letters than a model of all languages has room for. */
export interface Relatives {
  /** The logarithm of the share of each language of the family that a language is of, base e; empty where it is of none. */
  shares(text: string, script: string, lang: string): ReadonlyMap<string, number>
}

/** Unpacks the families of a model. */
export function unpackRelatives(packed: readonly PackedFamily[]): Relatives {
  const tables = packed.map((family) => ({ ...family, levels: unpackLevels(family.odds) }))
  return {
    shares: (text, script, lang) => {
      const table = tables.find((one) => one.script === script && one.langs.includes(lang))
      return table === undefined ? new Map() : sharesOf(table, familyRunsOf(text, script))
    },
  }
}

/** Overlapping runs repeat each other: the longer the text the more, so the sum is divided by the root of their number. */
function sharesOf(
  { langs, odds, levels }: PackedFamily & { readonly levels: Int8Array },
  runs: readonly number[],
): ReadonlyMap<string, number> {
  const sums = new Float64Array(langs.length)
  for (const run of runs) {
    for (let at = 0; at < langs.length; at++) {
      sums[at] = (sums[at] ?? 0) + (levels[run * langs.length + at] ?? 0)
    }
  }
  const scale = 1 / Math.sqrt(Math.max(1, runs.length))
  const scores = sums.map((sum, at) => sum * (odds.steps[at] ?? 0) * scale)
  const top = Math.max(...scores)
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0)
  return new Map(langs.map((lang, at) => [lang, (scores[at] ?? 0) - top - Math.log(total)]))
}

/** Buckets of runs; half as many cost one headline in two hundred. */
export const RUN_BUCKETS = 1 << 16

const letterRuns: Runs = { least: 2, most: 6, buckets: RUN_BUCKETS }
const denseRuns: Runs = { least: 1, most: 3, buckets: RUN_BUCKETS }

/** What tells relatives apart: runs of letters, words and pairs of words, or runs of characters that are syllables or words. */
export function familyRunsOf(text: string, script: string): readonly number[] {
  return isDense(script) ? runsOf(text, denseRuns) : runsAndPairsOf(text, letterRuns)
}
