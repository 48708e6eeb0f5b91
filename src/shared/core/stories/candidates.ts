import { type Cluster, gapMs } from './cluster.ts'
import { soundQuery, termQuery } from './indexKeys.ts'
import { type Hits, searchPostings } from './postings.ts'
import { largestFrom } from './sparse.ts'
import type { World } from './state.ts'

/** Lists longer than this say nothing; the index stays fast when a word is in every story. */
const LONGEST_LIST = 1_500
const MOST_CANDIDATES = 15
const MOST_LINK_CANDIDATES = 20

/** Clusters of the same language group within the window that share the most weight of terms. */
export function joinCandidates(world: World, own: Cluster): Cluster[] {
  const { windowMs } = world.options
  if (own.template) return []
  const hits = searchPostings(world.terms, termQuery(own.profile), limitsOf(world))
  const fits = (other: Cluster): boolean =>
    other.id !== own.id && !other.template && gapMs(own, other) <= windowMs
  return bestHits(world, hits, { fits, most: MOST_CANDIDATES })
}

/** Clusters of other language groups, near in time, that share the most weight of names and numbers. */
export function linkCandidates(world: World, own: Cluster): Cluster[] {
  const { linkWindowMs } = world.options
  if (own.template) return []
  const hits = searchPostings(world.sounds, soundQuery(own.profile), limitsOf(world))
  const fits = (other: Cluster): boolean =>
    other.group !== own.group && !other.template && gapMs(own, other) <= linkWindowMs
  return bestHits(world, hits, { fits, most: MOST_LINK_CANDIDATES })
}

function limitsOf(world: World) {
  return { slotCount: world.slots.clusters.length, longest: LONGEST_LIST }
}

interface Choice {
  readonly fits: (cluster: Cluster) => boolean
  readonly most: number
}

/** The heaviest hits, best first; ties go to the older cluster. */
function bestHits(world: World, hits: Hits, { fits, most }: Choice): Cluster[] {
  const weights = hits.weights.map((weight, at) => {
    const cluster = world.slots.clusters[hits.slots[at] ?? 0]
    return cluster && fits(cluster) ? weight : 0
  })
  const least = Math.max(largestFrom(weights, most), Number.MIN_VALUE)
  const found: { readonly cluster: Cluster; readonly weight: number }[] = []
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0
    const cluster = weight < least ? null : world.slots.clusters[hits.slots[at] ?? 0]
    if (cluster) found.push({ cluster, weight })
  }
  return found
    .sort((a, b) => b.weight - a.weight || a.cluster.openedSeq - b.cluster.openedSeq)
    .slice(0, most)
    .map(({ cluster }) => cluster)
}
