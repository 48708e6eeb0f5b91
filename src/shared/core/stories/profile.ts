import {
  addVectors,
  dotStretches,
  keepHeaviest,
  knownIn,
  type SparseVector,
  type Stretch,
  sortByKey,
  subtractVectors,
  vectorLength,
} from './sparse.ts'

/** The parts of a profile: three in the article's own language, four that work across languages, and its subjects. */
export const SECTIONS = [
  'terms',
  'title',
  'names',
  'sounds',
  'coarse',
  'numbers',
  'countries',
  'subjects',
] as const

/** One part of a profile. */
export type Section = (typeof SECTIONS)[number]

const PLACES = Object.fromEntries(SECTIONS.map((section, place) => [section, place])) as Readonly<
  Record<Section, number>
>

/** Sparse vectors of an article or a cluster, packed one after the other; keys ascend within a section. */
export interface Profile {
  readonly keys: Int32Array
  readonly weights: Float32Array
  /** Where each section ends. */
  readonly ends: readonly number[]
  /** Euclidean length of each section. */
  readonly norms: readonly number[]
}

/** Most entries an article keeps of each section. Measured: 50 to 200 terms make no difference. */
export const ARTICLE_CAPS: Readonly<Record<Section, number>> = {
  terms: 80,
  title: 30,
  names: 40,
  sounds: 40,
  coarse: 60,
  numbers: 20,
  countries: 12,
  subjects: 5,
}

/** Most entries a cluster keeps. */
export const CLUSTER_CAPS: Readonly<Record<Section, number>> = {
  terms: 150,
  title: 100,
  names: 150,
  sounds: 80,
  coarse: 100,
  numbers: 40,
  countries: 20,
  subjects: 12,
}

/** Packs one vector for each section. */
export function packProfile(vectorOf: (section: Section) => SparseVector): Profile {
  const vectors = SECTIONS.map((section) => sortByKey(vectorOf(section)))
  return joinVectors(vectors)
}

/** A profile from its stored parts. Both arrays lie in one buffer, which saves 300 bytes. */
export function restoreProfile({ keys, weights }: SparseVector, ends: readonly number[]): Profile {
  const { length } = keys
  const buffer = new ArrayBuffer(8 * length)
  const block = {
    keys: new Int32Array(buffer, 0, length),
    weights: new Float32Array(buffer, 4 * length),
  }
  block.keys.set(keys)
  block.weights.set(weights.subarray(0, length))
  const norms = ends.map((end, index) =>
    vectorLength(block.weights.subarray(ends[index - 1] ?? 0, end)),
  )
  return { ...block, ends, norms }
}

/** Sum of two profiles; each section keeps its heaviest entries. */
export function addProfiles(a: Profile, b: Profile): Profile {
  return joinVectors(
    SECTIONS.map((section) =>
      keepHeaviest(addVectors(sectionOf(a, section), sectionOf(b, section)), CLUSTER_CAPS[section]),
    ),
  )
}

/** What is left of a sum when another is taken out of it; entries that are nearly gone are dropped. */
export function subtractProfiles(a: Profile, b: Profile): Profile {
  return joinVectors(
    SECTIONS.map((section) => subtractVectors(sectionOf(a, section), sectionOf(b, section))),
  )
}

/** A view of one section. */
export function sectionOf(profile: Profile, section: Section): SparseVector {
  const { start, end } = stretchOf(profile, section)
  return { keys: profile.keys.subarray(start, end), weights: profile.weights.subarray(start, end) }
}

/** Entries of a section. */
export function sectionSize(profile: Profile, section: Section): number {
  const { start, end } = stretchOf(profile, section)
  return end - start
}

function stretchOf({ keys, weights, ends }: Profile, section: Section): Stretch {
  const place = PLACES[section]
  return { keys, weights, start: place > 0 ? (ends[place - 1] ?? 0) : 0, end: ends[place] ?? 0 }
}

/** Cosine of a section of one profile and a section of another, 0 if either is empty. */
export function cosine(a: Profile, b: Profile, section: Section, other: Section = section): number {
  const lengths = (a.norms[PLACES[section]] ?? 0) * (b.norms[PLACES[other]] ?? 0)
  if (lengths === 0) return 0
  return Math.min(1, dotStretches(stretchOf(a, section), stretchOf(b, other)) / lengths)
}

/** Keys two profiles share in a section. */
export function sharedKeys(a: Profile, b: Profile, section: Section): Int32Array {
  const own = sectionOf(a, section)
  const known = knownIn(own, sectionOf(b, section))
  return own.keys.filter((_, place) => known[place] === 1)
}

function joinVectors(vectors: readonly SparseVector[]): Profile {
  const ends: number[] = []
  for (const { keys } of vectors) ends.push((ends.at(-1) ?? 0) + keys.length)
  const keys = new Int32Array(ends.at(-1) ?? 0)
  const weights = new Float32Array(keys.length)
  for (const [index, vector] of vectors.entries()) {
    keys.set(vector.keys, ends[index - 1] ?? 0)
    weights.set(vector.weights, ends[index - 1] ?? 0)
  }
  return restoreProfile({ keys, weights }, ends)
}
