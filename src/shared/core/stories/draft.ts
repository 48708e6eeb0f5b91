import { type Apart, type ApartChanges, inheritApart } from './apart.ts'
import { type Cluster, mergeClusters } from './cluster.ts'
import type { Receipt } from './receipt.ts'
import { storyClusters, type World } from './state.ts'

/** Stories that turned out to be one. */
export interface Merge {
  /** The older story. */
  readonly survivorStoryId: string
  readonly absorbedStoryIds: readonly string[]
  /** Every cluster the survivor has now. */
  readonly clusterIds: readonly string[]
  readonly receipt: Receipt
}

/** Clusters as they will be, on top of a world that stays as it is. */
export interface Draft {
  readonly world: World
  readonly changed: Map<string, Cluster>
  readonly dropped: Set<string>
  readonly merges: Merge[]
  readonly apart: Map<string, readonly string[]>
}

/** A draft that changes nothing yet. */
export function openDraft(world: World): Draft {
  return { world, changed: new Map(), dropped: new Set(), merges: [], apart: new Map() }
}

/** Moves all clusters to the older story; clusters of one language become one. Returns the survivor's id. */
export function mergeStories(
  draft: Draft,
  storyIds: readonly [string, string],
  receipt: Receipt,
): string {
  const members = [...new Set(storyIds)].flatMap((storyId) => clustersOf(draft, storyId))
  members.sort((a, b) => a.openedSeq - b.openedSeq)
  const survivor = members[0]?.storyId ?? storyIds[0]
  const byGroup = new Map<string, Cluster>()
  for (const member of members) {
    const kept = byGroup.get(member.group)
    if (kept) draft.dropped.add(member.id)
    byGroup.set(member.group, kept ? mergeClusters(kept, member) : { ...member, storyId: survivor })
  }
  for (const id of draft.dropped) draft.changed.delete(id)
  for (const cluster of byGroup.values()) draft.changed.set(cluster.id, cluster)
  const absorbedStoryIds = [...new Set(storyIds)].filter((id) => id !== survivor)
  putApart(draft, inheritApart(constraintsOf(draft), survivor, absorbedStoryIds))
  const clusterIds = [...byGroup.values()].map(({ id }) => id)
  draft.merges.push({ survivorStoryId: survivor, absorbedStoryIds, clusterIds, receipt })
  return survivor
}

/** Who stays apart from whom, by the world and by what the draft changes of it. */
export function constraintsOf({ world, apart }: Draft): { readonly apart: Apart } {
  return apart.size === 0 ? world : { apart: new Map([...world.apart, ...apart]) }
}

/** Notes who stays apart from whom. */
export function putApart(draft: Draft, changes: ApartChanges): void {
  for (const [id, partners] of changes) draft.apart.set(id, partners)
}

/** A cluster as it will be. */
export function current(draft: Draft, cluster: Cluster): Cluster {
  return draft.changed.get(cluster.id) ?? cluster
}

/** The clusters of a story as they will be. */
export function clustersOf(draft: Draft, storyId: string): Cluster[] {
  const ids = new Set(storyClusters(draft.world, storyId).map(({ id }) => id))
  for (const cluster of draft.changed.values()) if (cluster.storyId === storyId) ids.add(cluster.id)
  return [...ids].flatMap((id) => {
    const cluster = draft.changed.get(id) ?? draft.world.clusters.get(id)
    return cluster && cluster.storyId === storyId && !draft.dropped.has(id) ? [cluster] : []
  })
}
