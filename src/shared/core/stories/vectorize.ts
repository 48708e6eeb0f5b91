import { coarseSkeleton } from '../text/transliterate.ts'
import type { Bag } from './bag.ts'
import type { ArticleFeatures } from './features.ts'
import { vocabularySeed, wordKey } from './keys.ts'
import { ALL_LANGUAGES, documentsOf, type Lexicon, rarity } from './lexicon.ts'
import { ARTICLE_CAPS, heaviest, type Profile, packProfile, type Weighted } from './profile.ts'

/** An article as vectors, with every key it adds to the lexicon. */
export interface Vectorized {
  readonly profile: Profile
  /** Distinct terms and names of the article's language. */
  readonly ownKeys: readonly number[]
  /** Distinct sounds, numbers and countries. */
  readonly sharedKeys: readonly number[]
}

interface Space {
  readonly lexicon: Lexicon
  readonly seed: number
  readonly documents: number
  /** Keys no rarer than this are dropped: they say nothing. */
  readonly floor: number
}

const COMMON = 0.05
/** Cross-lingual keys are short and collide: only rare ones count. */
const COMMON_ACROSS = 1
const SMALLEST_COUNT = 0.5

/** Weighs an article's counts by (1 + ln tf) · rarity, unit length for each section. */
export function vectorize(lexicon: Lexicon, features: ArticleFeatures, group: string): Vectorized {
  const own = { lexicon, documents: documentsOf(lexicon, group), floor: COMMON }
  const across = { lexicon, documents: documentsOf(lexicon, ALL_LANGUAGES), floor: COMMON_ACROSS }
  const termSpace = { ...own, seed: vocabularySeed('term', group) }
  const coarse = coarseSounds(features)
  const fine = features.caseless ? { keys: [], counts: [] } : features.sounds
  const lists = {
    terms: weigh(features.terms, termSpace),
    title: weigh(features.title, termSpace),
    names: weigh(features.names, { ...own, seed: vocabularySeed('name', group) }),
    sounds: weigh(fine, { ...across, seed: vocabularySeed('sound', '') }),
    coarse: weigh(coarse, { ...across, seed: vocabularySeed('coarse', '') }),
    numbers: weigh(features.numbers, { ...across, seed: vocabularySeed('number', '') }),
    countries: weigh(features.countries, {
      ...across,
      seed: vocabularySeed('country', ''),
      floor: 0,
    }),
  }
  const profile = packProfile(
    {
      terms: unit(lists.terms.kept, ARTICLE_CAPS.terms),
      title: unit(lists.title.kept, ARTICLE_CAPS.title),
      names: unit(lists.names.kept, ARTICLE_CAPS.names),
      sounds: unit(lists.sounds.kept, ARTICLE_CAPS.sounds),
      coarse: unit(lists.coarse.kept, ARTICLE_CAPS.coarse),
      numbers: unit(lists.numbers.kept, ARTICLE_CAPS.numbers),
      countries: unit(lists.countries.kept, ARTICLE_CAPS.countries),
    },
    ARTICLE_CAPS,
  )
  return {
    profile,
    ownKeys: [...lists.terms.keys, ...lists.names.keys],
    sharedKeys: [lists.sounds, lists.coarse, lists.numbers, lists.countries].flatMap(
      ({ keys }) => keys,
    ),
  }
}

/** The coarse skeletons of an article, whatever its script. */
export function coarseSounds(features: ArticleFeatures): Bag {
  if (features.caseless) return features.sounds
  const counts = new Map<string, number>()
  features.sounds.keys.forEach((sound, place) => {
    const coarse = coarseSkeleton(sound)
    counts.set(coarse, (counts.get(coarse) ?? 0) + (features.sounds.counts[place] ?? 0))
  })
  return { keys: [...counts.keys()], counts: [...counts.values()] }
}

function weigh(bag: Bag, space: Space): { keys: number[]; kept: Weighted[] } {
  const keys: number[] = []
  const kept: Weighted[] = []
  bag.keys.forEach((word, place) => {
    const key = wordKey(space.seed, word)
    keys.push(key)
    const rare = rarity(space.lexicon, space.documents, key)
    const count = Math.max(SMALLEST_COUNT, bag.counts[place] ?? 0)
    if (rare > space.floor) kept.push([key, (1 + Math.log(count)) * rare])
  })
  return { keys, kept }
}

function unit(list: readonly Weighted[], cap: number): Weighted[] {
  const kept = heaviest(list, cap)
  const norm = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return kept.map(([key, weight]) => [key, weight / norm])
}
