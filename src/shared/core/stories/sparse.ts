/** Weighted keys in parallel arrays. */
export interface SparseVector {
  readonly keys: Int32Array
  readonly weights: Float32Array
}

const INT32_OFFSET = 0x8000_0000
const INDEX_RANGE = 0x1_0000

/** Euclidean length. */
export function vectorLength(weights: Float32Array): number {
  let sum = 0
  for (const weight of weights) sum += weight * weight
  return Math.sqrt(sum)
}

/** The entries with the largest weights, at most `cap`, in the order they were in; the first of equal ones is kept. */
export function keepHeaviest(vector: SparseVector, cap: number): SparseVector {
  const { keys, weights } = vector
  if (keys.length <= cap) return vector
  const least = largestFrom(weights, cap)
  let equals = cap
  for (const weight of weights) if (weight > least) equals -= 1
  const kept = { keys: new Int32Array(cap), weights: new Float32Array(cap) }
  let place = 0
  for (let index = 0; index < keys.length && place < cap; index += 1) {
    const weight = weights[index] ?? 0
    if (weight < least || (weight === least && equals <= 0)) continue
    if (weight === least) equals -= 1
    kept.keys[place] = keys[index] ?? 0
    kept.weights[place] = weight
    place += 1
  }
  return kept
}

/** The smallest of the `count` largest values; infinite for none (Hoare's selection on a copy). */
export function largestFrom(values: Float32Array | Float64Array, count: number): number {
  if (count <= 0) return Number.POSITIVE_INFINITY
  const left = values.slice()
  const wanted = Math.max(0, left.length - count)
  let [low, high] = [0, left.length - 1]
  while (low < high) {
    const pivot = left[(low + high) >> 1] ?? 0
    let [up, down] = [low, high]
    while (up <= down) {
      while ((left[up] ?? 0) < pivot) up += 1
      while ((left[down] ?? 0) > pivot) down -= 1
      if (up > down) break
      const swapped = left[up] ?? 0
      left[up++] = left[down] ?? 0
      left[down--] = swapped
    }
    if (wanted <= down) high = down
    else if (wanted >= up) low = up
    else break
  }
  return left[wanted] ?? 0
}

/** The same entries in ascending order of keys; at most 65,536 entries. */
export function sortByKey({ keys, weights }: SparseVector): SparseVector {
  const order = new Float64Array(keys.length)
  for (let index = 0; index < keys.length; index += 1) {
    order[index] = ((keys[index] ?? 0) + INT32_OFFSET) * INDEX_RANGE + index
  }
  order.sort()
  const sorted = { keys: new Int32Array(keys.length), weights: new Float32Array(keys.length) }
  for (let place = 0; place < order.length; place += 1) {
    const index = (order[place] ?? 0) % INDEX_RANGE
    sorted.keys[place] = keys[index] ?? 0
    sorted.weights[place] = weights[index] ?? 0
  }
  return sorted
}

/** Divides by the length; a zero vector stays. */
export function unitVector({ keys, weights }: SparseVector): SparseVector {
  const length = vectorLength(weights) || 1
  return { keys, weights: weights.map((weight) => weight / length) }
}

/** Sum of two vectors with ascending keys. */
export function addVectors(a: SparseVector, b: SparseVector): SparseVector {
  const keys = new Int32Array(a.keys.length + b.keys.length)
  const weights = new Float32Array(keys.length)
  let [placeA, placeB, place] = [0, 0, 0]
  while (placeA < a.keys.length || placeB < b.keys.length) {
    const keyA = a.keys[placeA] ?? Number.POSITIVE_INFINITY
    const keyB = b.keys[placeB] ?? Number.POSITIVE_INFINITY
    const key = Math.min(keyA, keyB)
    let weight = 0
    if (keyA === key) weight += a.weights[placeA++] ?? 0
    if (keyB === key) weight += b.weights[placeB++] ?? 0
    keys[place] = key
    weights[place] = weight
    place += 1
  }
  return { keys: keys.subarray(0, place), weights: weights.subarray(0, place) }
}

/** Weights are sums of parts of unit vectors made at different times: what is below this is a remainder. */
const REMAINDER = 0.02

/** The first vector less the second, without what falls below 0.02; keys ascend in both. */
export function subtractVectors(a: SparseVector, b: SparseVector): SparseVector {
  const taken = new Map(Array.from(b.keys, (key, at) => [key, b.weights[at] ?? 0]))
  const left = a.weights.map((weight, at) => weight - (taken.get(a.keys[at] ?? 0) ?? 0))
  const isLeft = (_: number, at: number): boolean => (left[at] ?? 0) >= REMAINDER
  return { keys: a.keys.filter(isLeft), weights: left.filter(isLeft) }
}

/** Entries `[start, end)` of a longer vector: cheaper than a view. */
export interface Stretch extends SparseVector {
  readonly start: number
  readonly end: number
}

/** Sum of the products of the weights of shared keys; keys ascend in both. */
export function dotProduct(a: SparseVector, b: SparseVector): number {
  return dotStretches(
    { ...a, start: 0, end: a.keys.length },
    { ...b, start: 0, end: b.keys.length },
  )
}

/** `dotProduct` of two stretches. */
export function dotStretches(a: Stretch, b: Stretch): number {
  const { keys: keysA, weights: weightsA } = a
  const { keys: keysB, weights: weightsB } = b
  let sum = 0
  let placeA = a.start
  let placeB = b.start
  while (placeA < a.end && placeB < b.end) {
    const difference = (keysA[placeA] ?? 0) - (keysB[placeB] ?? 0)
    if (difference === 0) sum += (weightsA[placeA] ?? 0) * (weightsB[placeB] ?? 0)
    if (difference <= 0) placeA += 1
    if (difference >= 0) placeB += 1
  }
  return sum
}

/** For every entry of the first, whether the second has its key; keys ascend in both. */
export function knownIn(a: SparseVector, b: SparseVector): Uint8Array {
  const known = new Uint8Array(a.keys.length)
  let placeB = 0
  for (let place = 0; place < known.length; place += 1) {
    const key = a.keys[place] ?? 0
    while (placeB < b.keys.length && (b.keys[placeB] ?? 0) < key) placeB += 1
    if (b.keys[placeB] === key) known[place] = 1
  }
  return known
}

/** The weight of a key, 0 if it is not there; keys ascend. */
export function weightOf({ keys, weights }: SparseVector, key: number): number {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return keys[low] === key ? (weights[low] ?? 0) : 0
}
