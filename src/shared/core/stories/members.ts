import { decodeFloat64, decodeInt32, decodeUint8, encodeBytes } from './packed.ts'
import { type Profile, sectionOf } from './profile.ts'
import { dotProduct, keepHeaviest, type SparseVector, unitVector } from './sparse.ts'

/**
 * The latest members of a cluster, each with a sketch of its words: enough to see that a cluster has grown from several
 * events. At most 32, each about 180 bytes.
 */
export interface Members {
  readonly ids: readonly string[]
  readonly timesMs: Float64Array
  /** `SKETCH_KEYS` for each member, ascending. */
  readonly keys: Int32Array
  /** Of unit vectors, as 255ths. */
  readonly weights: Uint8Array
}

/** Members as JSON; arrays as base64. */
export interface MembersSnapshot {
  readonly ids: readonly string[]
  readonly timesMs: string
  readonly keys: string
  readonly weights: string
}

const MOST_MEMBERS = 32
const SKETCH_KEYS = 24
const WHOLE = 255
/** Fills up short sketches: the largest key, of no weight, so that keys ascend. */
const NO_KEY = 0x7fff_ffff

/** An article as the only member of its cluster. */
export function soleMember(id: string, timeMs: number, profile: Profile): Members {
  const keys = new Int32Array(SKETCH_KEYS).fill(NO_KEY)
  const weights = new Uint8Array(SKETCH_KEYS)
  const sketch = unitVector(keepHeaviest(sectionOf(profile, 'terms'), SKETCH_KEYS))
  keys.set(sketch.keys)
  weights.set(Uint8Array.from(sketch.weights, (weight) => Math.round(weight * WHOLE)))
  return { ids: [id], timesMs: Float64Array.of(timeMs), keys, weights }
}

/** The members of both, the first ones left out when they are too many. */
export function joinMembers(a: Members, b: Members): Members {
  const count = a.ids.length + b.ids.length
  const from = Math.max(0, count - MOST_MEMBERS)
  const timesMs = new Float64Array(count)
  const keys = new Int32Array(count * SKETCH_KEYS)
  const weights = new Uint8Array(keys.length)
  for (const [{ ids, ...lists }, at] of [
    [a, 0],
    [b, a.ids.length],
  ] as const) {
    timesMs.set(lists.timesMs, at)
    keys.set(lists.keys, at * SKETCH_KEYS)
    weights.set(lists.weights, at * SKETCH_KEYS)
  }
  return {
    ids: [...a.ids, ...b.ids].slice(from),
    timesMs: timesMs.slice(from),
    keys: keys.slice(from * SKETCH_KEYS),
    weights: weights.slice(from * SKETCH_KEYS),
  }
}

/** The members for which `keep` holds. */
export function filterMembers(members: Members, keep: (id: string) => boolean): Members {
  return pick(
    members,
    [...members.ids.keys()].filter((at) => keep(members.ids[at] ?? '')),
  )
}

function pick(members: Members, places: readonly number[]): Members {
  const keys = new Int32Array(places.length * SKETCH_KEYS)
  const weights = new Uint8Array(keys.length)
  for (const [at, place] of places.entries()) {
    const sketch = sketchOf(members, place)
    keys.set(sketch.keys, at * SKETCH_KEYS)
    weights.set(sketch.weights, at * SKETCH_KEYS)
  }
  return {
    ids: places.map((place) => members.ids[place] ?? ''),
    timesMs: Float64Array.from(places, (place) => members.timesMs[place] ?? 0),
    keys,
    weights,
  }
}

function sketchOf({ keys, weights }: Members, place: number) {
  const range = [place * SKETCH_KEYS, (place + 1) * SKETCH_KEYS] as const
  return { keys: keys.subarray(...range), weights: weights.subarray(...range) }
}

/** Cosines of the sketches of all pairs, 0..1, by place. */
export function memberCosines(members: Members): readonly Float64Array[] {
  const vectors = members.ids.map((_, place) => unitSketch(members, place))
  return vectors.map((one) => Float64Array.from(vectors, (other) => dotProduct(one, other)))
}

/** Mean cosine of some members to all others; null for one that is not held, or alone. */
export function meanLikeness(members: Members, ids: readonly string[]): readonly (number | null)[] {
  const vectors = members.ids.map((_, place) => unitSketch(members, place))
  return ids.map((id) => {
    const own = members.ids.lastIndexOf(id)
    const one = vectors[own]
    if (one === undefined || vectors.length < 2) return null
    let sum = 0
    for (const [place, other] of vectors.entries()) if (place !== own) sum += dotProduct(one, other)
    return sum / (vectors.length - 1)
  })
}

function unitSketch(members: Members, place: number): SparseVector {
  const { keys, weights } = sketchOf(members, place)
  return unitVector({ keys, weights: Float32Array.from(weights) })
}

/** A copy that `restoreMembers` turns into the same members. */
export function snapshotMembers({ ids, timesMs, keys, weights }: Members): MembersSnapshot {
  return {
    ids,
    timesMs: encodeBytes(timesMs),
    keys: encodeBytes(keys),
    weights: encodeBytes(weights),
  }
}

/** Inverse of `snapshotMembers`. */
export function restoreMembers({ ids, timesMs, keys, weights }: MembersSnapshot): Members {
  return {
    ids,
    timesMs: decodeFloat64(timesMs),
    keys: decodeInt32(keys),
    weights: decodeUint8(weights),
  }
}
