import { coarseSkeleton, nameSkeleton } from '../text/transliterate.ts'
import type { IncomingArticle } from './article.ts'
import type { Bag } from './bag.ts'
import type { Cluster } from './cluster.ts'
import { type Vocabulary, vocabularySeed, wordKey } from './keys.ts'
import { type Section, sectionOf } from './profile.ts'
import { soundKey } from './soundKeys.ts'
import { weightOf } from './sparse.ts'
import { subjectsOf } from './subjects.ts'
import { termStem } from './terms.ts'

/** What an article and a story have in common, in words of the article, the most telling first, at most eight a list. */
export interface Evidence {
  readonly names: readonly string[]
  readonly numbers: readonly string[]
  /** `MM-DD` */
  readonly dates: readonly string[]
  /** ISO 3166 codes. */
  readonly countries: readonly string[]
  readonly terms: readonly string[]
}

/** What an article speaks of and a story does not, the most frequent first, at most four a list. */
export interface Differences {
  readonly names: readonly string[]
  readonly numbers: readonly string[]
}

const MOST_WORDS = 8
const MOST_DIFFERENCES = 4
const LONGEST_WORD = 40
const DATE = /^\d\d-\d\d$/

/** Looks up which words of the article are in the cluster's vectors. */
export function findEvidence(article: IncomingArticle, cluster: Cluster): Evidence {
  const { features, group } = article
  const sameGroup = group === cluster.group
  const numbers = sharedWords(features.numbers, cluster, {
    section: 'numbers',
    vocabulary: 'number',
  })
  return {
    names: sameGroup
      ? sharedWords(features.names, cluster, { section: 'names', vocabulary: 'name', group }).map(
          (name) => name.replace(/^_/, ''),
        )
      : sharedNames(article, cluster),
    numbers: numbers.filter((number) => !DATE.test(number)).slice(0, MOST_WORDS),
    dates: numbers.filter((number) => DATE.test(number)).slice(0, MOST_WORDS),
    countries: sharedWords(features.countries, cluster, {
      section: 'countries',
      vocabulary: 'country',
    }),
    terms: sameGroup
      ? sharedWords(features.terms, cluster, { section: 'terms', vocabulary: 'term', group })
      : [],
  }
}

/** Names, or subjects where names cannot be told, and numbers of an article that a cluster of its language does not know. */
export function findDifferences(article: IncomingArticle, cluster: Cluster): Differences {
  const { features, group } = article
  const [section, vocabulary] = features.caseless
    ? (['terms', 'term'] as const)
    : (['names', 'name'] as const)
  const subjects = subjectsOf(features)
  return {
    names: unknownWords(subjects, cluster, { section, vocabulary, group }),
    numbers: unknownWords(features.numbers, cluster, {
      section: 'numbers',
      vocabulary: 'number',
    }).filter((number) => !DATE.test(number)),
  }
}

function unknownWords(bag: Bag, cluster: Cluster, place: Place): string[] {
  const weigh = weigher(cluster, place)
  return [...bag.keys.keys()]
    .filter((at) => weigh(bag.keys[at] ?? '') === 0)
    .sort((a, b) => (bag.counts[b] ?? 0) - (bag.counts[a] ?? 0))
    .slice(0, MOST_DIFFERENCES)
    .map((at) => (bag.keys[at] ?? '').slice(0, LONGEST_WORD))
}

interface Place {
  readonly section: Section
  readonly vocabulary: Vocabulary
  readonly group?: string
}

/** Words of a bag that a cluster knows, the heaviest in it first, at most eight. */
export function sharedWords(bag: Bag, cluster: Cluster, place: Place): string[] {
  return rank(bag.keys, weigher(cluster, place))
}

/** The weight of a word in a section of a cluster. */
function weigher(
  { profile }: Cluster,
  { section, vocabulary, group = '' }: Place,
): (word: string) => number {
  const known = sectionOf(profile, section)
  const seed = vocabularySeed(vocabulary, group)
  const stemOf = (word: string): string => (vocabulary === 'term' ? termStem(word, group) : word)
  return (word) => weightOf(known, wordKey(seed, stemOf(word)))
}

/** Names whose skeleton is known to a cluster of another language; the skeleton itself in caseless scripts. */
function sharedNames({ features, lang }: IncomingArticle, cluster: Cluster): string[] {
  const cased = !features.caseless && cluster.cased
  const known = sectionOf(cluster.profile, cased ? 'sounds' : 'coarse')
  const keyOf = (sound: string): number =>
    cased ? soundKey('sound', sound) : soundKey('coarse', coarseSkeleton(sound))
  const words = features.caseless ? features.sounds.keys : features.names.keys
  return rank(words, (word) =>
    weightOf(known, keyOf(features.caseless ? word : nameSkeleton(word, lang))),
  )
}

/** The heaviest words first, without those of no weight, at most eight. */
function rank(words: readonly string[], weigh: (word: string) => number): string[] {
  const found: { readonly word: string; readonly weight: number }[] = []
  for (const word of words) {
    const weight = weigh(word)
    if (weight > 0) found.push({ word, weight })
  }
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word.slice(0, LONGEST_WORD))
}
