import type { Cluster } from './cluster.ts'

/**
 * Small numbers for clusters, as postings name them, and what a search asks of thousands of clusters, by slot: read from
 * the clusters themselves, which lie all over the memory, it cost a third of the clusterer at 150,000 of them.
 */
export interface SlotTable {
  readonly clusters: (Cluster | null)[]
  readonly numbers: Map<string, number>
  readonly free: number[]
  /** Numbers of the language groups, from 1. */
  readonly groupNumbers: Map<string, number>
  /** Number of the language group; `UNFINDABLE` for a template page and a free slot. */
  groups: Int32Array
  firstMs: Float64Array
  lastMs: Float64Array
}

/** In place of a language group: no search brings this slot. */
export const UNFINDABLE = 0

const SMALLEST = 1 << 10

/** A table without clusters. */
export function createSlots(): SlotTable {
  return {
    clusters: [],
    numbers: new Map(),
    free: [],
    groupNumbers: new Map(),
    groups: new Int32Array(SMALLEST),
    firstMs: new Float64Array(SMALLEST),
    lastMs: new Float64Array(SMALLEST),
  }
}

/** The number of a cluster, a new one when it has none. */
export function slotOf(slots: SlotTable, id: string): number {
  const known = slots.numbers.get(id)
  if (known !== undefined) return known
  const slot = slots.free.pop() ?? slots.clusters.length
  slots.numbers.set(id, slot)
  return slot
}

/** Puts a cluster, or a newer state of it, into its slot. */
export function fillSlot(slots: SlotTable, slot: number, cluster: Cluster): void {
  if (slot >= slots.groups.length) grow(slots)
  slots.clusters[slot] = cluster
  slots.groups[slot] = cluster.template ? UNFINDABLE : groupNumber(slots, cluster.group)
  slots.firstMs[slot] = cluster.firstMs
  slots.lastMs[slot] = cluster.lastMs
}

/** The number of a cluster is free for another one. */
export function freeSlot(slots: SlotTable, id: string): void {
  const slot = slots.numbers.get(id)
  if (slot === undefined) return
  slots.clusters[slot] = null
  slots.groups[slot] = UNFINDABLE
  slots.numbers.delete(id)
  slots.free.push(slot)
}

/** The number of a language group. */
export function groupNumber({ groupNumbers }: SlotTable, group: string): number {
  const known = groupNumbers.get(group)
  if (known !== undefined) return known
  const number = groupNumbers.size + 1
  groupNumbers.set(group, number)
  return number
}

function grow(slots: SlotTable): void {
  const { groups, firstMs, lastMs } = slots
  slots.groups = new Int32Array(2 * groups.length)
  slots.groups.set(groups)
  slots.firstMs = doubled(firstMs)
  slots.lastMs = doubled(lastMs)
}

function doubled(array: Float64Array): Float64Array {
  const larger = new Float64Array(2 * array.length)
  larger.set(array)
  return larger
}
