import { coarseSkeleton, nameSkeleton } from '../text/transliterate.ts'
import type { IncomingArticle } from './article.ts'
import type { Bag } from './bag.ts'
import type { Cluster } from './cluster.ts'
import { type Vocabulary, vocabularySeed, wordKey } from './keys.ts'
import { type Section, sectionOf } from './profile.ts'
import { soundKey } from './soundKeys.ts'
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

const MOST_WORDS = 8
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

interface Place {
  readonly section: Section
  readonly vocabulary: Vocabulary
  readonly group?: string
}

/** Words of a bag that a cluster knows, the heaviest in it first, at most eight. */
export function sharedWords(
  bag: Bag,
  cluster: Cluster,
  { section, vocabulary, group = '' }: Place,
): string[] {
  const weights = weightsOf(cluster, section)
  const seed = vocabularySeed(vocabulary, group)
  const keyOf = (word: string): number =>
    wordKey(seed, vocabulary === 'term' ? termStem(word, group) : word)
  return rank(bag.keys.map((word) => [word, weights.get(keyOf(word)) ?? 0]))
}

/** Names whose skeleton is known to a cluster of another language; the skeleton itself in caseless scripts. */
function sharedNames({ features, lang }: IncomingArticle, cluster: Cluster): string[] {
  const cased = !features.caseless && cluster.cased
  const weights = weightsOf(cluster, cased ? 'sounds' : 'coarse')
  const keyOf = (sound: string): number =>
    cased ? soundKey('sound', sound) : soundKey('coarse', coarseSkeleton(sound))
  const words = features.caseless ? features.sounds.keys : features.names.keys
  return rank(
    words.map((word) => {
      const sound = features.caseless ? word : nameSkeleton(word, lang)
      return [word, weights.get(keyOf(sound)) ?? 0]
    }),
  )
}

function weightsOf(cluster: Cluster, section: Section): Map<number, number> {
  const { keys, weights } = sectionOf(cluster.profile, section)
  return new Map(Array.from(keys, (key, place) => [key, weights[place] ?? 0]))
}

function rank(words: readonly (readonly [string, number])[]): string[] {
  return words
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_WORDS)
    .map(([word]) => word.slice(0, LONGEST_WORD))
}
