import { findPlace, LINK, NONE, type Postings, SLOTS, slotsInFirst } from './postings.ts'
import { UNFINDABLE } from './slots.ts'
import type { SparseVector } from './sparse.ts'

/** Slots found by a search, each with the sum of the weights of its keys. */
export interface Hits {
  readonly slots: Int32Array
  /** In the order of the slots. */
  readonly weights: Float64Array
}

/** Bounds of a search. */
export interface SearchLimits {
  readonly slotCount: number
  /** Keys with more slots say nothing. */
  readonly longest: number
  /** Places looked at in all, the rarest keys first: what a search costs does not grow with the index. */
  readonly places: number
  /** Group of each slot. Slots that are `UNFINDABLE` and those of the group left out are not found. */
  readonly groups: Int32Array
  readonly leftOut: number
}

/** Adds up the weights of the query's keys for every slot, within the limits. */
export function searchPostings(
  postings: Postings,
  query: readonly SparseVector[],
  { slotCount, longest, places, groups, leftOut }: SearchLimits,
): Hits {
  if (postings.sums.length < slotCount) postings.sums = new Float64Array(2 * slotCount)
  if (postings.found.length < places) postings.found = new Int32Array(places)
  let left = places
  let found = 0
  for (const list of listsOf(postings, query, longest)) {
    left -= list.length
    if (left < 0) break
    found = addToSums(postings, list, { groups, leftOut, found })
  }
  const slots = postings.found.slice(0, found)
  return { slots, weights: takeSums(postings.sums, slots) }
}

/** One list of a search. */
interface List {
  /** First block. */
  readonly from: number
  readonly length: number
  readonly weight: number
}

/** The lists of a query that are not too long, the shortest first. */
function listsOf(postings: Postings, query: readonly SparseVector[], longest: number): List[] {
  const lists: List[] = []
  for (const { keys, weights } of query) {
    for (let index = 0; index < keys.length; index += 1) {
      const at = findPlace(postings, keys[index] ?? 0)
      const length = postings.lengths[at] ?? 0
      if (length === 0 || length > longest) continue
      lists.push({ from: postings.heads[at] ?? NONE, length, weight: weights[index] ?? 0 })
    }
  }
  return lists.sort((one, other) => one.length - other.length)
}

interface Search extends Pick<SearchLimits, 'groups' | 'leftOut'> {
  /** Slots found so far. */
  readonly found: number
}

/** Adds a list; returns how many slots are found now. */
function addToSums(
  { sums, blocks, found: slots }: Postings,
  { from, length, weight }: List,
  { groups, leftOut, found: before }: Search,
): number {
  let found = before
  let count = slotsInFirst(length)
  for (let block = from; block !== NONE; block = blocks[block + LINK] ?? NONE) {
    for (let index = block; index < block + count; index += 1) {
      const slot = blocks[index] ?? 0
      const group = groups[slot] ?? UNFINDABLE
      if (group === UNFINDABLE || group === leftOut) continue
      const sum = sums[slot] ?? 0
      if (sum === 0) slots[found++] = slot
      sums[slot] = sum + weight
    }
    count = SLOTS
  }
  return found
}

/** The sums of these slots, which are 0 afterwards. */
function takeSums(sums: Float64Array, slots: Int32Array): Float64Array {
  const taken = new Float64Array(slots.length)
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0
    taken[at] = sums[slot] ?? 0
    sums[slot] = 0
  }
  return taken
}
