import { areNear, packedSounds, type SoundVocabulary } from './soundKeys.ts'
import { keepHeaviest, type SparseVector, unitVector } from './sparse.ts'

/** So many of the heaviest names are compared sound by sound. */
const MOST_COMPARED = 24

/** Names as the sounds they are spelled with. */
export interface SpelledNames extends SparseVector {
  readonly vocabulary: SoundVocabulary
  /** As packed by `packedSounds`. */
  readonly sounds: Int32Array
}

/** Two names that differ in one sound. */
export interface NearNames {
  readonly keys: Int32Array
  /** Product of their weights. */
  readonly weight: number
}

interface Selection {
  readonly without: ReadonlySet<number>
  readonly vocabulary: SoundVocabulary
}

/** The heaviest names of a vector without some, as a part of its unit vector. */
export function heaviestNames(all: SparseVector, { without, vocabulary }: Selection): SpelledNames {
  const heaviest = keepHeaviest(unitVector(all), MOST_COMPARED + without.size)
  const isLeft = (_: number, place: number): boolean => !without.has(heaviest.keys[place] ?? 0)
  const keys = heaviest.keys.filter(isLeft)
  const sounds = keys.map((key) => packedSounds(vocabulary, key))
  return { vocabulary, keys, weights: heaviest.weights.filter(isLeft), sounds }
}

/** Pairs of names that differ in one sound; each name is in one pair at most, the heaviest pairs first. */
export function nearNames(a: SpelledNames, b: SpelledNames): readonly NearNames[] {
  const pairs: NearNames[] = []
  for (let placeA = 0; placeA < a.sounds.length; placeA += 1) {
    for (let placeB = 0; placeB < b.sounds.length; placeB += 1) {
      if (!areNear(a.vocabulary, a.sounds[placeA] ?? 0, b.sounds[placeB] ?? 0)) continue
      const weight = (a.weights[placeA] ?? 0) * (b.weights[placeB] ?? 0)
      pairs.push({ keys: Int32Array.of(a.keys[placeA] ?? 0, b.keys[placeB] ?? 0), weight })
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
