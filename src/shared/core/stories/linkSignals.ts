import { type Cluster, gapMs } from './cluster.ts'
import { ALL_LANGUAGES, documentsOf, type Lexicon, rarity } from './lexicon.ts'
import { meaningCosine } from './meaning.ts'
import { heaviestNames, nearNames, type SpelledNames } from './nearNames.ts'
import { cosine, type Section, sectionOf, sharedKeys } from './profile.ts'
import type { Signals } from './signals.ts'

const DAY_MS = 86_400_000
/** What a name counts that differs in one sound. */
const NEAR_SHARE = 0.6

/** Two clusters of different languages with the frequencies that tell what is rare. */
export interface LinkPair {
  readonly lexicon: Lexicon
  readonly a: Cluster
  readonly b: Cluster
}

/**
 * Signals for two clusters of different languages, each 0..1 and symmetric. Names are compared by their consonants; where
 * either side is written without capitals, all words are, in a coarser form. Names count when they are the same.
 */
export function exactLinkSignals(pair: LinkPair): Signals {
  const { lexicon, a, b } = pair
  const cased = areCased(pair)
  const numbers = sharedKeys(a.profile, b.profile, 'numbers')
  const places = sharedKeys(a.profile, b.profile, 'countries')
  return {
    ...nameSignals(sameNames(pair, namesInBoth(pair))),
    numbers: cosine(a.profile, b.profile, 'numbers'),
    countries: cosine(a.profile, b.profile, 'countries'),
    sharedNumbers: Math.min(numbers.length, 6) / 6,
    rareNumbers: Math.min(sumOfRarities(lexicon, numbers), 20) / 20,
    rareCountries: Math.min(sumOfRarities(lexicon, places), 10) / 10,
    near: Math.exp(-gapMs(a, b) / (2 * DAY_MS)),
    cased: cased ? 1 : 0,
    caseless: cased ? 0 : 1,
    ...meaningSignal(pair),
  }
}

/** The same signals where names that differ in one sound count too: ten times as dear. */
export function nearLinkSignals(pair: LinkPair, exact: Signals): Signals {
  return { ...exact, ...nameSignals(sameAndNearNames(pair)) }
}

function nameSignals({ cosine, shared, rarity }: CommonNames) {
  return {
    names: cosine,
    sharedNames: Math.min(shared, 10) / 10,
    someNames: Math.min(shared, 5) / 5,
    rareNames: Math.min(rarity, 60) / 60,
  }
}

/** Only where a sentence model has read both. */
function meaningSignal({ a, b }: LinkPair): Signals {
  const cosine = meaningCosine(a.meaning, b.meaning)
  return cosine === null ? {} : { meaning: cosine }
}

function areCased({ a, b }: LinkPair): boolean {
  return a.cased && b.cased
}

function namesSection(pair: LinkPair): Section {
  return areCased(pair) ? 'sounds' : 'coarse'
}

function namesInBoth(pair: LinkPair): Int32Array {
  return sharedKeys(pair.a.profile, pair.b.profile, namesSection(pair))
}

function sumOfRarities(lexicon: Lexicon, keys: Int32Array): number {
  const documents = documentsOf(lexicon, ALL_LANGUAGES)
  return keys.reduce((sum, key) => sum + rarity(lexicon, documents, key), 0)
}

/** What the names of two profiles have in common. */
interface CommonNames {
  readonly cosine: number
  /** Names in both; those that differ in one sound count less. */
  readonly shared: number
  /** Sum of their rarities. */
  readonly rarity: number
}

function sameNames(pair: LinkPair, same: Int32Array): CommonNames {
  return {
    cosine: cosine(pair.a.profile, pair.b.profile, namesSection(pair)),
    shared: same.length,
    rarity: sumOfRarities(pair.lexicon, same),
  }
}

function sameAndNearNames(pair: LinkPair): CommonNames {
  const same = namesInBoth(pair)
  let { cosine, shared, rarity } = sameNames(pair, same)
  for (const { keys, weight } of nearNames(
    restOf(pair.a, pair, same),
    restOf(pair.b, pair, same),
  )) {
    cosine = Math.min(1, cosine + NEAR_SHARE * weight)
    shared += NEAR_SHARE
    rarity += (NEAR_SHARE * sumOfRarities(pair.lexicon, keys)) / 2
  }
  return { cosine, shared, rarity }
}

function restOf({ profile }: Cluster, pair: LinkPair, same: Int32Array): SpelledNames {
  const section = namesSection(pair)
  const vocabulary = section === 'sounds' ? 'sound' : 'coarse'
  return heaviestNames(sectionOf(profile, section), { without: new Set(same), vocabulary })
}
