import { type Cluster, gapMs } from './cluster.ts'
import { ALL_LANGUAGES, documentsOf, type Lexicon, rarity } from './lexicon.ts'
import { cosine, type Profile, sectionOf, sharedKeys } from './profile.ts'
import type { Signals } from './signals.ts'
import { areNear, packedSounds, type SoundVocabulary } from './soundKeys.ts'
import { keepHeaviest, type SparseVector, unitVector } from './sparse.ts'

const DAY_MS = 86_400_000
/** Of the names only one side has, so many of the heaviest are compared sound by sound. */
const MOST_COMPARED = 24
/** What a name counts that differs in one sound. */
const NEAR_SHARE = 0.6

/** How names are compared: `exact` sounds only, or `near` ones too, which takes ten times as long. */
export type NameComparison = 'exact' | 'near'

/**
 * Signals for two clusters of different languages, each 0..1 and symmetric. Names are compared by their consonants; where
 * either side is written without capitals, all words are, in a coarser form.
 */
export function linkSignals(
  lexicon: Lexicon,
  [a, b]: readonly [Cluster, Cluster],
  comparison: NameComparison,
): Signals {
  const cased = a.cased && b.cased
  const names = compareNames([a.profile, b.profile], { lexicon, cased, comparison })
  const numbers = sharedKeys(a.profile, b.profile, 'numbers')
  const places = sharedKeys(a.profile, b.profile, 'countries')
  return {
    names: names.cosine,
    numbers: cosine(a.profile, b.profile, 'numbers'),
    countries: cosine(a.profile, b.profile, 'countries'),
    sharedNames: Math.min(names.shared, 10) / 10,
    someNames: Math.min(names.shared, 5) / 5,
    rareNames: Math.min(names.rarity, 60) / 60,
    sharedNumbers: Math.min(numbers.length, 6) / 6,
    rareNumbers: Math.min(sumOfRarities(lexicon, numbers), 20) / 20,
    rareCountries: Math.min(sumOfRarities(lexicon, places), 10) / 10,
    near: Math.exp(-gapMs(a, b) / (2 * DAY_MS)),
    cased: cased ? 1 : 0,
    caseless: cased ? 0 : 1,
  }
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

interface Comparing {
  readonly lexicon: Lexicon
  readonly cased: boolean
  readonly comparison: NameComparison
}

function compareNames(
  [a, b]: readonly [Profile, Profile],
  { lexicon, cased, comparison }: Comparing,
): CommonNames {
  const section = cased ? 'sounds' : 'coarse'
  const exact = sharedKeys(a, b, section)
  const common = {
    cosine: cosine(a, b, section),
    shared: exact.length,
    rarity: sumOfRarities(lexicon, exact),
  }
  if (comparison === 'exact') return common
  const rest = [a, b].map((profile) => unsharedNames(sectionOf(profile, section), new Set(exact)))
  const near = nearNames(rest as [SparseVector, SparseVector], cased ? 'sound' : 'coarse')
  for (const { keys, weight } of near) {
    common.cosine = Math.min(1, common.cosine + NEAR_SHARE * weight)
    common.shared += NEAR_SHARE
    common.rarity += (NEAR_SHARE * sumOfRarities(lexicon, Int32Array.of(keys[0], keys[1]))) / 2
  }
  return common
}

/** The heaviest names that only one side has, as a part of its unit vector. */
function unsharedNames(all: SparseVector, shared: ReadonlySet<number>): SparseVector {
  const { keys, weights } = keepHeaviest(unitVector(all), MOST_COMPARED + shared.size)
  const own = Array.from(keys.keys()).filter((place) => !shared.has(keys[place] ?? 0))
  return {
    keys: Int32Array.from(own, (place) => keys[place] ?? 0),
    weights: Float32Array.from(own, (place) => weights[place] ?? 0),
  }
}

interface NearNames {
  readonly keys: readonly [number, number]
  /** Product of their weights. */
  readonly weight: number
}

/** Pairs of names that differ in one sound; each name is in one pair at most, the heaviest pairs first. */
function nearNames(
  [a, b]: readonly [SparseVector, SparseVector],
  vocabulary: SoundVocabulary,
): NearNames[] {
  const [soundsA, soundsB] = [a, b].map(({ keys }) =>
    keys.map((key) => packedSounds(vocabulary, key)),
  )
  const pairs: NearNames[] = []
  for (const [placeA, one] of soundsA?.entries() ?? []) {
    for (const [placeB, other] of soundsB?.entries() ?? []) {
      if (!areNear(vocabulary, one, other)) continue
      const weight = (a.weights[placeA] ?? 0) * (b.weights[placeB] ?? 0)
      pairs.push({ keys: [a.keys[placeA] ?? 0, b.keys[placeB] ?? 0], weight })
    }
  }
  return pairs.length > 1 ? oneToOne(pairs) : pairs
}

function oneToOne(pairs: readonly NearNames[]): NearNames[] {
  const taken = new Set<number>()
  return pairs
    .toSorted((one, other) => other.weight - one.weight)
    .filter(({ keys }) => {
      if (keys.some((key) => taken.has(key))) return false
      for (const key of keys) taken.add(key)
      return true
    })
}
