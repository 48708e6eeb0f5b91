import type { Cluster } from './cluster.ts'

/** Small numbers for clusters, as postings name them. */
export interface SlotTable {
  readonly clusters: (Cluster | null)[]
  readonly numbers: Map<string, number>
  readonly free: number[]
}

/** The number of a cluster, a new one when it has none. */
export function slotOf(slots: SlotTable, id: string): number {
  const known = slots.numbers.get(id)
  if (known !== undefined) return known
  const slot = slots.free.pop() ?? slots.clusters.length
  slots.numbers.set(id, slot)
  return slot
}

/** The number of a cluster is free for another one. */
export function freeSlot(slots: SlotTable, id: string): void {
  const slot = slots.numbers.get(id)
  if (slot === undefined) return
  slots.clusters[slot] = null
  slots.numbers.delete(id)
  slots.free.push(slot)
}
