import { type Cluster, gapMs } from './cluster.ts'
import { soundQuery, termQuery } from './indexKeys.ts'
import { eachSlot, type Postings, postingCount } from './postings.ts'
import type { Weighted } from './profile.ts'
import type { World } from './state.ts'

/** Lists longer than this say nothing; the index stays fast when a word is in every story. */
const LONGEST_LIST = 1_500
const MOST_CANDIDATES = 15
const MOST_LINK_CANDIDATES = 20

/** Clusters of the same language group within the window that share the most weight of terms. */
export function joinCandidates(world: World, own: Cluster): Cluster[] {
  const { windowMs } = world.options
  return search(world, world.terms, termQuery(own.profile))
    .filter((cluster) => cluster.id !== own.id && gapMs(own, cluster) <= windowMs)
    .slice(0, MOST_CANDIDATES)
}

/** Clusters of other language groups, near in time, that share the most weight of names and numbers. */
export function linkCandidates(world: World, own: Cluster): Cluster[] {
  const { linkWindowMs } = world.options
  return search(world, world.sounds, soundQuery(own.profile))
    .filter((cluster) => cluster.group !== own.group && gapMs(own, cluster) <= linkWindowMs)
    .slice(0, MOST_LINK_CANDIDATES)
}

/** Clusters by shared weight, best first; ties go to the older. */
function search(world: World, postings: Postings, query: readonly Weighted[]): Cluster[] {
  const weights = new Map<number, number>()
  for (const [key, weight] of query) {
    if (postingCount(postings, key) > LONGEST_LIST) continue
    eachSlot(postings, key, (slot) => {
      weights.set(slot, (weights.get(slot) ?? 0) + weight)
    })
  }
  const found: { cluster: Cluster; weight: number }[] = []
  for (const [slot, weight] of weights) {
    const cluster = world.clusters.get(world.slots.ids[slot] ?? '')
    if (cluster) found.push({ cluster, weight })
  }
  found.sort((a, b) => b.weight - a.weight || a.cluster.openedSeq - b.cluster.openedSeq)
  return found.map(({ cluster }) => cluster)
}
