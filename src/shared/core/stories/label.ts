import type { IncomingArticle } from './article.ts'
import type { Cluster } from './cluster.ts'
import { sharedWords } from './evidence.ts'

/** What a story is called by, in words of its first language, the most telling first. */
export interface Label {
  readonly terms: readonly string[]
  readonly names: readonly string[]
}

const MOST_WORDS = 6
/** What comes later in an article tells less of its story. */
const WORDS_LOOKED_AT = 120
const SHORTEST_TERM = 3

/** The label of a story after an article has come into a cluster: the heaviest words of both. */
export function labelOf(article: IncomingArticle, cluster: Cluster, before: Label): Label {
  const { group, features } = article
  const terms = sharedWords(union(before.terms, features.terms.keys), cluster, {
    section: 'terms',
    vocabulary: 'term',
    group,
  })
  const names = sharedWords(union(before.names.map(asKey), features.names.keys), cluster, {
    section: 'names',
    vocabulary: 'name',
    group,
  })
  return {
    terms: terms.filter(isTelling).slice(0, MOST_WORDS),
    names: wholeNames(names.map((key) => key.replace(/^_/, ''))).slice(0, MOST_WORDS),
  }
}

function union(before: readonly string[], words: readonly string[]) {
  const keys = [...new Set([...before, ...words.slice(0, WORDS_LOOKED_AT)])]
  return { keys, counts: [] }
}

function isTelling(term: string): boolean {
  return !term.startsWith('#') && (term.length >= SHORTEST_TERM || /\p{Lo}/u.test(term))
}

/** Runs of words are names of their own, marked by a dash. */
function asKey(name: string): string {
  return name.includes(' ') ? `_${name}` : name
}

/** Names without those that are part of a longer one. */
export function wholeNames(names: readonly string[]): readonly string[] {
  const isPart = (name: string) =>
    names.some((other) => other !== name && ` ${other} `.includes(` ${name} `))
  return names.filter((name) => !isPart(name))
}
