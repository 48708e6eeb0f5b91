/** The parts of a profile: three in the article's own language, four that work across languages. */
export const SECTIONS = [
  'terms',
  'title',
  'names',
  'sounds',
  'coarse',
  'numbers',
  'countries',
] as const

/** One part of a profile. */
export type Section = (typeof SECTIONS)[number]

/** A key with its weight. */
export type Weighted = readonly [key: number, weight: number]

/** Sparse vectors of an article or a cluster, packed one after the other; keys ascend within a section. */
export interface Profile {
  readonly keys: Int32Array
  readonly weights: Float32Array
  /** Where each section ends. */
  readonly ends: readonly number[]
  /** Euclidean length of each section. */
  readonly norms: readonly number[]
}

/** Most entries an article keeps of each section; measured: 50 to 200 terms make no difference. */
export const ARTICLE_CAPS: Readonly<Record<Section, number>> = {
  terms: 80,
  title: 30,
  names: 40,
  sounds: 40,
  coarse: 60,
  numbers: 20,
  countries: 12,
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
}

/** Packs lists of weighted keys; lists over their cap keep the heaviest, ties by key. */
export function packProfile(
  sections: Readonly<Record<Section, readonly Weighted[]>>,
  caps: Readonly<Record<Section, number>>,
): Profile {
  const kept = SECTIONS.map((section) => heaviest(sections[section], caps[section]).sort(byKey))
  const length = kept.reduce((sum, list) => sum + list.length, 0)
  const keys = new Int32Array(length)
  const weights = new Float32Array(length)
  const ends: number[] = []
  let place = 0
  for (const list of kept) {
    for (const [key, weight] of list) {
      keys[place] = key
      weights[place] = weight
      place += 1
    }
    ends.push(place)
  }
  return withNorms(keys, weights, ends)
}

/** A profile from its stored parts. */
export function withNorms(
  keys: Int32Array,
  weights: Float32Array,
  ends: readonly number[],
): Profile {
  const norms = ends.map((end, section) => {
    let sum = 0
    for (let place = ends[section - 1] ?? 0; place < end; place += 1)
      sum += (weights[place] ?? 0) ** 2
    return Math.sqrt(sum)
  })
  return { keys, weights, ends, norms }
}

/** The heaviest entries of a list, at most `cap`, heaviest first. */
export function heaviest(list: readonly Weighted[], cap: number): Weighted[] {
  const sorted = list.toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
  if (sorted.length > cap) sorted.length = cap
  return sorted
}

/** The entries of a section. */
export function sectionEntries(profile: Profile, section: Section): Weighted[] {
  const [start, end] = sectionRange(profile, section)
  const entries: Weighted[] = []
  for (let place = start; place < end; place += 1) {
    entries.push([profile.keys[place] ?? 0, profile.weights[place] ?? 0])
  }
  return entries
}

/** Where a section starts and ends. */
export function sectionRange(profile: Profile, section: Section): readonly [number, number] {
  const index = SECTIONS.indexOf(section)
  return [profile.ends[index - 1] ?? 0, profile.ends[index] ?? 0]
}

/** Sum of two profiles. */
export function addProfiles(a: Profile, b: Profile): Profile {
  const sums = Object.fromEntries(SECTIONS.map((section) => [section, sumSection(a, b, section)]))
  return packProfile(sums as Record<Section, Weighted[]>, CLUSTER_CAPS)
}

function sumSection(a: Profile, b: Profile, section: Section): Weighted[] {
  const sums = new Map(sectionEntries(a, section))
  for (const [key, weight] of sectionEntries(b, section))
    sums.set(key, (sums.get(key) ?? 0) + weight)
  return [...sums]
}

function byKey(a: Weighted, b: Weighted): number {
  return a[0] - b[0]
}

/** Cosine of a section of one profile and a section of another, 0 if either is empty. */
export function cosine(a: Profile, b: Profile, section: Section, other: Section = section): number {
  const normA = a.norms[SECTIONS.indexOf(section)] ?? 0
  const normB = b.norms[SECTIONS.indexOf(other)] ?? 0
  if (normA === 0 || normB === 0) return 0
  let sum = 0
  eachShared(a, b, [section, other], (placeA, placeB) => {
    sum += (a.weights[placeA] ?? 0) * (b.weights[placeB] ?? 0)
  })
  return Math.min(1, sum / (normA * normB))
}

/** Keys two profiles share in a section. */
export function sharedKeys(a: Profile, b: Profile, section: Section): number[] {
  const shared: number[] = []
  eachShared(a, b, [section, section], (place) => {
    shared.push(a.keys[place] ?? 0)
  })
  return shared
}

function eachShared(
  a: Profile,
  b: Profile,
  [section, other]: readonly [Section, Section],
  visit: (placeA: number, placeB: number) => void,
): void {
  let [placeA, endA] = sectionRange(a, section)
  let [placeB, endB] = sectionRange(b, other)
  while (placeA < endA && placeB < endB) {
    const difference = (a.keys[placeA] ?? 0) - (b.keys[placeB] ?? 0)
    if (difference === 0) visit(placeA, placeB)
    if (difference <= 0) placeA += 1
    if (difference >= 0) placeB += 1
  }
}
