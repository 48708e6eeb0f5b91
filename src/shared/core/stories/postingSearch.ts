import { findPlace, NONE, type Postings } from './postings.ts'
import type { SparseVector } from './sparse.ts'

/** Slots found by a search, each with the sum of the weights of its keys. */
export interface Hits {
  readonly slots: readonly number[]
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
}

/** Adds up the weights of the query's keys for every slot, within the limits. */
export function searchPostings(
  postings: Postings,
  query: readonly SparseVector[],
  { slotCount, longest, places }: SearchLimits,
): Hits {
  if (postings.sums.length < slotCount) postings.sums = new Float64Array(2 * slotCount)
  const slots: number[] = []
  let left = places
  for (const { from, length, weight } of listsOf(postings, query, longest)) {
    left -= length
    if (left < 0) break
    addToSums(postings, { from, weight, slots })
  }
  return { slots, weights: takeSums(postings.sums, slots) }
}

/** One list of a search. */
interface List {
  /** First place. */
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

interface Addition {
  /** First place of a list. */
  readonly from: number
  readonly weight: number
  /** Takes the slots that had no sum before. */
  readonly slots: number[]
}

function addToSums(
  { sums, slots, next }: Postings,
  { from, weight, slots: found }: Addition,
): void {
  for (let place = from; place !== NONE; place = next[place] ?? NONE) {
    const slot = slots[place] ?? 0
    const before = sums[slot] ?? 0
    if (before === 0) found.push(slot)
    sums[slot] = before + weight
  }
}

/** The sums of these slots, which are 0 afterwards. */
function takeSums(sums: Float64Array, slots: readonly number[]): Float64Array {
  const taken = new Float64Array(slots.length)
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0
    taken[at] = sums[slot] ?? 0
    sums[slot] = 0
  }
  return taken
}
