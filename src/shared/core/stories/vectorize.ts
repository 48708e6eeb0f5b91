import { coarseSkeleton } from '../text/transliterate.ts'
import type { Bag } from './bag.ts'
import type { ArticleFeatures } from './features.ts'
import { vocabularySeed, wordKey } from './keys.ts'
import { ALL_LANGUAGES, documentsOf, type Lexicon, rarity } from './lexicon.ts'
import { ARTICLE_CAPS, type Profile, packProfile, SECTIONS, type Section } from './profile.ts'
import { soundKey } from './soundKeys.ts'
import { keepHeaviest, type SparseVector, unitVector } from './sparse.ts'
import { subjectsOf } from './subjects.ts'
import { termStem } from './terms.ts'

/** An article as vectors, with every key it adds to the lexicon. */
export interface Vectorized {
  readonly profile: Profile
  /** Distinct terms and names of the article's language. */
  readonly ownKeys: readonly number[]
  /** Distinct sounds, numbers and countries. */
  readonly sharedKeys: readonly number[]
}

interface Space {
  readonly keyOf: (word: string) => number
  readonly documents: number
  /** Keys no rarer than this are dropped: they say nothing. */
  readonly floor: number
}

interface WeighedBag {
  readonly allKeys: Int32Array
  readonly vector: SparseVector
}

const COMMON = 0.05
/** Cross-lingual keys are short and collide: only rare ones count. */
const COMMON_ACROSS = 1
const SMALLEST_COUNT = 0.5
const NOTHING: Bag = { keys: [], counts: [] }
const EMPTY: SparseVector = { keys: new Int32Array(), weights: new Float32Array() }

/** Weighs an article's counts by (1 + ln tf) · rarity, unit length for each section. */
export function vectorize(lexicon: Lexicon, features: ArticleFeatures, group: string): Vectorized {
  const own = { documents: documentsOf(lexicon, group), floor: COMMON }
  const across = { documents: documentsOf(lexicon, ALL_LANGUAGES), floor: COMMON_ACROSS }
  const [terms, names] = [vocabularySeed('term', group), vocabularySeed('name', group)]
  const [numbers, countries] = [vocabularySeed('number', ''), vocabularySeed('country', '')]
  const termSpace = { ...own, keyOf: (word: string) => wordKey(terms, termStem(word, group)) }
  const nameSpace = { ...own, keyOf: (name: string) => wordKey(names, name) }
  const bags: Readonly<Record<Section, readonly [Bag, Space]>> = {
    terms: [features.terms, termSpace],
    title: [features.title, termSpace],
    names: [features.names, nameSpace],
    sounds: [
      features.caseless ? NOTHING : features.sounds,
      { ...across, keyOf: (sound) => soundKey('sound', sound) },
    ],
    coarse: [coarseSounds(features), { ...across, keyOf: (sound) => soundKey('coarse', sound) }],
    numbers: [features.numbers, { ...across, keyOf: (number) => wordKey(numbers, number) }],
    countries: [
      features.countries,
      { ...across, floor: 0, keyOf: (country) => wordKey(countries, country) },
    ],
    subjects: [subjectsOf(features), features.caseless ? termSpace : nameSpace],
  }
  const made = new Map(
    SECTIONS.map((section) => [section, weigh(lexicon, ...bags[section])] as const),
  )
  const keysOf = (sections: readonly Section[]): number[] =>
    sections.flatMap((section) => [...(made.get(section)?.allKeys ?? [])])
  return {
    profile: packProfile((section) =>
      unitVector(keepHeaviest(made.get(section)?.vector ?? EMPTY, ARTICLE_CAPS[section])),
    ),
    ownKeys: keysOf(['terms', 'names']),
    sharedKeys: keysOf(['sounds', 'coarse', 'numbers', 'countries']),
  }
}

/** The coarse skeletons of an article, whatever its script. */
function coarseSounds(features: ArticleFeatures): Bag {
  if (features.caseless) return features.sounds
  const counts = new Map<string, number>()
  for (const [place, sound] of features.sounds.keys.entries()) {
    const coarse = coarseSkeleton(sound)
    counts.set(coarse, (counts.get(coarse) ?? 0) + (features.sounds.counts[place] ?? 0))
  }
  return { keys: [...counts.keys()], counts: [...counts.values()] }
}

function weigh(lexicon: Lexicon, bag: Bag, space: Space): WeighedBag {
  const allKeys = new Int32Array(bag.keys.length)
  const keys = new Int32Array(bag.keys.length)
  const weights = new Float32Array(bag.keys.length)
  let kept = 0
  for (const [place, word] of bag.keys.entries()) {
    const key = space.keyOf(word)
    allKeys[place] = key
    const rare = rarity(lexicon, space.documents, key)
    if (rare <= space.floor) continue
    keys[kept] = key
    weights[kept] = (1 + Math.log(Math.max(SMALLEST_COUNT, bag.counts[place] ?? 0))) * rare
    kept += 1
  }
  return { allKeys, vector: { keys: keys.subarray(0, kept), weights: weights.subarray(0, kept) } }
}
