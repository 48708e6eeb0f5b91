/**
 * An inverted index from keys to slots in typed arrays: a hash table of list heads and one pool of linked blocks of three
 * slots. A key with one slot costs 32 bytes, a fifteenth of a `Map` of arrays; in blocks, since to follow a link is to wait
 * for the memory: slot by slot a search took twice as long.
 */
export interface Postings {
  keys: Int32Array
  heads: Int32Array
  lengths: Int32Array
  keyCount: number
  /**
   * Four numbers a block: slots, and at `LINK` the next block or `NONE`. The first block of a list has those slots that
   * are more than a multiple of three; all others are full. Blocks are named by the index of their first number.
   */
  blocks: Int32Array
  /** First of the free blocks, or `NONE`. */
  free: number
  /** Numbers of the pool that belong to a block. */
  used: number
  /** Sums of a search by slot; all 0 between searches. */
  sums: Float64Array
  /** Slots of a search as they are found. */
  found: Int32Array
}

const SMALLEST = 1 << 10
const FULL = 0.6

/** No block. */
export const NONE = -1
/** Slots in a full block. */
export const SLOTS = 3
/** Where in a block the next one is named. */
export const LINK = 3
const BLOCK = SLOTS + 1

/** An empty index. */
export function createPostings(): Postings {
  return {
    keys: new Int32Array(SMALLEST),
    heads: new Int32Array(SMALLEST).fill(NONE),
    lengths: new Int32Array(SMALLEST),
    keyCount: 0,
    blocks: new Int32Array(BLOCK * SMALLEST),
    free: NONE,
    used: 0,
    sums: new Float64Array(SMALLEST),
    found: new Int32Array(SMALLEST),
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
  const length = postings.lengths[at] ?? 0
  const inFirst = length % SLOTS
  if (inFirst === 0) postings.heads[at] = takeBlock(postings, postings.heads[at] ?? NONE)
  postings.blocks[(postings.heads[at] ?? 0) + inFirst] = slot
  postings.lengths[at] = length + 1
}

/** Removes a slot from a key; nothing happens if it is not there. */
export function removePosting(postings: Postings, key: number, slot: number): void {
  const at = findPlace(postings, key)
  const length = postings.lengths[at] ?? 0
  const head = postings.heads[at] ?? NONE
  const index = indexOf(postings, { head, length }, slot)
  if (index === NONE) return
  // the last of the first block takes its place
  const { blocks } = postings
  const left = (length - 1) % SLOTS
  blocks[index] = blocks[head + left] ?? 0
  postings.lengths[at] = length - 1
  if (left > 0) return
  postings.heads[at] = blocks[head + LINK] ?? NONE
  blocks[head + LINK] = postings.free
  postings.free = head
}

interface List {
  readonly head: number
  readonly length: number
}

/** Where in the pool a slot of a list stands; `NONE` if it is not there. */
function indexOf({ blocks }: Postings, { head, length }: List, slot: number): number {
  let count = slotsInFirst(length)
  for (let block = head; block !== NONE; block = blocks[block + LINK] ?? NONE) {
    for (let index = block; index < block + count; index += 1)
      if (blocks[index] === slot) return index
    count = SLOTS
  }
  return NONE
}

/** Slots in the first block of a list of a length above 0. */
export function slotsInFirst(length: number): number {
  return ((length - 1) % SLOTS) + 1
}

function takeBlock(postings: Postings, next: number): number {
  const block = postings.free === NONE ? newBlock(postings) : freedBlock(postings)
  postings.blocks[block + LINK] = next
  return block
}

function freedBlock(postings: Postings): number {
  const block = postings.free
  postings.free = postings.blocks[block + LINK] ?? NONE
  return block
}

function newBlock(postings: Postings): number {
  if (postings.used === postings.blocks.length) postings.blocks = grown(postings.blocks)
  postings.used += BLOCK
  return postings.used - BLOCK
}

/** Half as large again, in whole blocks. */
function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length + BLOCK * Math.ceil(array.length / (2 * BLOCK)))
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
