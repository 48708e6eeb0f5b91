import { type Profile, type Section, sectionOf } from './profile.ts'
import { keepHeaviest, type SparseVector } from './sparse.ts'

/** How many of its heaviest keys a cluster is indexed under. Measured: twice as many find nothing more. */
const INDEXED = { terms: 20, title: 6, sounds: 8, coarse: 8, numbers: 4 } as const

/** A part of a search: its heaviest keys, and what they weigh in it. */
interface QueryPart {
  readonly section: Section
  readonly keys: number
  readonly weight: number
}

const TERM_QUERY: readonly QueryPart[] = [
  { section: 'terms', keys: 30, weight: 1 },
  { section: 'title', keys: 10, weight: 0.7 },
]
const SOUND_QUERY: readonly QueryPart[] = [
  { section: 'sounds', keys: 40, weight: 1 },
  { section: 'coarse', keys: 60, weight: 0.6 },
  { section: 'numbers', keys: 20, weight: 0.7 },
]

/** Distinct keys under which a cluster is found by articles of its language. */
export function termIndexKeys(profile: Profile): Set<number> {
  return topKeys(profile, ['terms', 'title'])
}

/** Distinct keys under which a cluster is found by clusters of other languages. */
export function soundIndexKeys(profile: Profile): Set<number> {
  return topKeys(profile, ['sounds', 'coarse', 'numbers'])
}

/** What to look for among clusters of the same language. */
export function termQuery(profile: Profile): SparseVector[] {
  return TERM_QUERY.map((part) => queryPart(profile, part))
}

/** What to look for among clusters of other languages. */
export function soundQuery(profile: Profile): SparseVector[] {
  return SOUND_QUERY.map((part) => queryPart(profile, part))
}

function queryPart(profile: Profile, { section, keys, weight }: QueryPart): SparseVector {
  const top = keepHeaviest(sectionOf(profile, section), keys)
  return { keys: top.keys, weights: top.weights.map((own) => own * weight) }
}

function topKeys(profile: Profile, sections: readonly (keyof typeof INDEXED)[]): Set<number> {
  const keys = new Set<number>()
  for (const section of sections) {
    const top = keepHeaviest(sectionOf(profile, section), INDEXED[section])
    for (const key of top.keys) keys.add(key)
  }
  return keys
}
