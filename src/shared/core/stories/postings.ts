/**
 * An inverted index from keys to slots in typed arrays: a hash table of list heads and one pool of linked places. A key
 * in one list costs 24 bytes, a twentieth of a `Map` of arrays.
 */
export interface Postings {
  keys: Int32Array
  heads: Int32Array
  lengths: Int32Array
  keyCount: number
  slots: Int32Array
  next: Int32Array
  /** First place of the list of free places; -1 if none. */
  free: number
  used: number
  /** Sums of a search by slot; all 0 between searches. */
  sums: Float64Array
}

const SMALLEST = 1 << 10
const FULL = 0.6

/** No place. */
export const NONE = -1

/** An empty index. */
export function createPostings(): Postings {
  return {
    keys: new Int32Array(SMALLEST),
    heads: new Int32Array(SMALLEST).fill(NONE),
    lengths: new Int32Array(SMALLEST),
    keyCount: 0,
    slots: new Int32Array(SMALLEST),
    next: new Int32Array(SMALLEST),
    free: NONE,
    used: 0,
    sums: new Float64Array(SMALLEST),
  }
}

/** Adds a slot to a key that does not have it. */
export function addPosting(postings: Postings, key: number, slot: number): void {
  if (postings.keyCount > postings.keys.length * FULL) rehash(postings)
  const at = findPlace(postings, key)
  if (postings.keys[at] === 0) {
    postings.keys[at] = key
    postings.keyCount += 1
  }
  const place = takePlace(postings)
  postings.slots[place] = slot
  postings.next[place] = postings.heads[at] ?? NONE
  postings.heads[at] = place
  postings.lengths[at] = (postings.lengths[at] ?? 0) + 1
}

/** Removes a slot from a key; nothing happens if it is not there. */
export function removePosting(postings: Postings, key: number, slot: number): void {
  const at = findPlace(postings, key)
  let before = NONE
  let place = postings.heads[at] ?? NONE
  while (place !== NONE && postings.slots[place] !== slot) {
    before = place
    place = postings.next[place] ?? NONE
  }
  if (place === NONE) return
  const after = postings.next[place] ?? NONE
  if (before === NONE) postings.heads[at] = after
  else postings.next[before] = after
  postings.lengths[at] = (postings.lengths[at] ?? 0) - 1
  postings.next[place] = postings.free
  postings.free = place
}

function takePlace(postings: Postings): number {
  if (postings.free !== NONE) {
    const place = postings.free
    postings.free = postings.next[place] ?? NONE
    return place
  }
  if (postings.used === postings.slots.length) {
    postings.slots = grown(postings.slots)
    postings.next = grown(postings.next)
  }
  postings.used += 1
  return postings.used - 1
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length + (array.length >> 1))
  larger.set(array)
  return larger
}

/** Makes a table of the right size for the keys that still have slots. */
function rehash(postings: Postings): void {
  const { keys, heads, lengths } = postings
  const live = heads.reduce((count, head) => count + (head === NONE ? 0 : 1), 0)
  const size = live > keys.length * (FULL / 2) ? keys.length * 2 : keys.length
  postings.keys = new Int32Array(size)
  postings.heads = new Int32Array(size).fill(NONE)
  postings.lengths = new Int32Array(size)
  postings.keyCount = live
  keys.forEach((key, place) => {
    const head = heads[place] ?? NONE
    if (head === NONE) return
    const target = findPlace(postings, key)
    postings.keys[target] = key
    postings.heads[target] = head
    postings.lengths[target] = lengths[place] ?? 0
  })
}

/** Where a key stands in the table, or where it would. */
export function findPlace(postings: Postings, key: number): number {
  const { keys } = postings
  const mask = keys.length - 1
  let place = (key ^ (key >>> 16)) & mask
  while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask
  return place
}
