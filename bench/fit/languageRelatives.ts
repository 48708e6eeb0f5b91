import { packMatrix } from '../../src/shared/core/text/languageMatrix.ts'
import { runsOf, wordsOf } from '../../src/shared/core/text/languageNgrams.ts'
import {
  families,
  familyRuns,
  type PackedFamily,
  RUN_BUCKETS,
} from '../../src/shared/core/text/languageRelatives.ts'
import { isCapitalized, sharedNames } from './sharedNames.ts'
import type { LabelledText } from './textLibrary.ts'

/** Fits the tables of all families to the texts of all parts but one; null leaves out none. The first source is news. */
export function fitRelatives(
  texts: readonly LabelledText[],
  without: number | null,
): readonly PackedFamily[] {
  const own = texts.filter(({ part }) => part === null || part !== without)
  const news = texts[0]?.source
  const names = sharedNames(own.filter(({ source }) => source === news))
  const byLabel = Map.groupBy(own, ({ label }) => label)
  return families.map(({ script, langs }) => {
    const known = names.get(script) ?? new Set()
    const bySource = langs.map((lang) =>
      Map.groupBy(byLabel.get(`${lang} ${script}`) ?? [], ({ source }) => source),
    )
    const shared = sharedSources(bySource)
    const rates = bySource.map((sources) =>
      meanRates(
        [...sources]
          .filter(([source]) => shared.has(source))
          .map(([source, texts]) => ({
            ...countRuns(texts, script, known),
            weight: source === news ? NEWS_WEIGHT : 1,
          })),
      ),
    )
    return { script, langs, odds: packMatrix(oddsOf(rates), langs.length) }
  })
}

/** Share of the languages of a family that must have a source: else its subjects would speak for those that have it. */
const LEAST_LANGUAGES = 0.75

/** Characters from which a language has a source. */
const LEAST_CHARACTERS = 300

function sharedSources(
  languages: readonly ReadonlyMap<string, readonly LabelledText[]>[],
): ReadonlySet<string> {
  const having = languages.flatMap((sources) =>
    [...sources].flatMap(([source, texts]) =>
      texts.reduce((sum, { text }) => sum + text.length, 0) >= LEAST_CHARACTERS ? [source] : [],
    ),
  )
  const least = languages.length * LEAST_LANGUAGES
  return new Set(
    [...Map.groupBy(having, (source) => source)].flatMap(([source, all]) =>
      all.length >= least ? [source] : [],
    ),
  )
}

/** What news counts beside each other source, and the runs from which a source counts in full. */
const NEWS_WEIGHT = 3
const FULL_SOURCE = 100_000

interface Counts {
  /** By bucket. */
  readonly counts: Float64Array
  readonly total: number
}

/** The runs of some texts, without the names of world news. */
function countRuns(
  texts: readonly LabelledText[],
  script: string,
  names: ReadonlySet<string>,
): Counts {
  const counts = new Float64Array(RUN_BUCKETS)
  let total = 0
  for (const { text } of texts) {
    const words = wordsOf(text).filter(
      (word) => !(isCapitalized(word) && names.has(word.toLowerCase())),
    )
    const runs = runsOf(words.join(' '), familyRuns(script))
    for (const run of runs) counts[run] = (counts[run] ?? 0) + 1
    total += runs.length
  }
  return { counts, total }
}

/** How often each run is met in a language: the mean of its sources, and the runs counted in all of them. */
interface Rates {
  readonly shares: Float64Array
  readonly total: number
}

function meanRates(sources: readonly (Counts & { readonly weight: number })[]): Rates {
  const shares = new Float64Array(RUN_BUCKETS)
  const weights = sources.map(({ total, weight }) => weight * Math.min(1, total / FULL_SOURCE))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, { counts, total }] of sources.entries()) {
    if (total === 0) continue
    const scale = (weights[index] ?? 0) / (all * total)
    for (let run = 0; run < RUN_BUCKETS; run++) {
      shares[run] = (shares[run] ?? 0) + (counts[run] ?? 0) * scale
    }
  }
  return { shares, total: sources.reduce((sum, { total }) => sum + total, 0) }
}

/** Times a language would have a run, were it as common as in its relatives, that count as much as its own count. */
const PRIOR = 3

/** By run, the logarithm of each language's rate, shrunk towards the mean of all, less the mean logarithm. */
function oddsOf(rates: readonly Rates[]): Float32Array {
  const odds = new Float32Array(RUN_BUCKETS * rates.length)
  for (let run = 0; run < RUN_BUCKETS; run++) {
    const mean = rates.reduce((sum, { shares }) => sum + (shares[run] ?? 0), 0) / rates.length
    if (mean === 0) continue
    const logs = rates.map(({ shares, total }) => {
      const trust = (total * mean) / (total * mean + PRIOR)
      return Math.log(trust * (shares[run] ?? 0) + (1 - trust) * mean)
    })
    const middle = logs.reduce((sum, log) => sum + log, 0) / logs.length
    odds.set(
      logs.map((log) => log - middle),
      run * rates.length,
    )
  }
  return odds
}
