import { type Cluster, gapMs } from './cluster.ts'
import { soundQuery, termQuery } from './indexKeys.ts'
import { meaningCosine } from './meaning.ts'
import { type Hits, searchPostings } from './postingSearch.ts'
import { largestFrom } from './sparse.ts'
import type { World } from './state.ts'

/** Lists longer than this say nothing; the index stays fast when a word is in every story. */
const LONGEST_LIST = 1_500
/** Keeps what a search costs flat. On a stream of 1,400 live clusters, and on the same four times denser, no result depends on it. */
const MOST_PLACES = 4_000
/** Hits looked at first, and how many times as many when too few of them fit. */
const FIRST_LOOK = 64
const WIDER_LOOK = 4
const MOST_CANDIDATES = 15
const MOST_LINK_CANDIDATES = 20
const MOST_MEANT_CANDIDATES = 5

/** Clusters of the same language group within the window that share the most weight of terms. */
export function joinCandidates(world: World, own: Cluster): Cluster[] {
  const { windowMs } = world.options
  if (own.template) return []
  const hits = searchPostings(world.terms, termQuery(own.profile), limitsOf(world))
  const fits = (other: Cluster): boolean =>
    other.id !== own.id && !other.template && gapMs(own, other) <= windowMs
  return bestHits(world, hits, { fits, most: MOST_CANDIDATES })
}

/**
 * Clusters of other language groups, near in time, that share the most weight of names and numbers; with a sentence model
 * also those nearest in meaning.
 */
export function linkCandidates(world: World, own: Cluster): Cluster[] {
  const { linkWindowMs } = world.options
  if (own.template) return []
  const hits = searchPostings(world.sounds, soundQuery(own.profile), limitsOf(world))
  const fits = (other: Cluster): boolean =>
    other.group !== own.group && !other.template && gapMs(own, other) <= linkWindowMs
  const heard = bestHits(world, hits, { fits, most: MOST_LINK_CANDIDATES })
  return [...new Set([...heard, ...nearestInMeaning(world, own, fits)])]
}

/** All live clusters are compared: 4 million multiplications (8 ms) at 10,000 of 384 dimensions, paid only with a model. */
function nearestInMeaning(
  world: World,
  { meaning }: Cluster,
  fits: (cluster: Cluster) => boolean,
): Cluster[] {
  if (!meaning) return []
  const near: { readonly cluster: Cluster; readonly cosine: number }[] = []
  for (const cluster of world.slots.clusters) {
    if (!cluster?.meaning || !fits(cluster)) continue
    const cosine = meaningCosine(meaning, cluster.meaning) ?? 0
    if (meaning.weight * cosine + meaning.bias > 0) near.push({ cluster, cosine })
  }
  return near
    .sort((a, b) => b.cosine - a.cosine || a.cluster.openedSeq - b.cluster.openedSeq)
    .slice(0, MOST_MEANT_CANDIDATES)
    .map(({ cluster }) => cluster)
}

function limitsOf(world: World) {
  return { slotCount: world.slots.clusters.length, longest: LONGEST_LIST, places: MOST_PLACES }
}

interface Choice {
  readonly fits: (cluster: Cluster) => boolean
  readonly most: number
}

/** The heaviest hits that fit, best first; ties go to the older cluster. */
function bestHits(world: World, hits: Hits, { fits, most }: Choice): Cluster[] {
  const { length } = hits.slots
  for (let looked = Math.min(length, FIRST_LOOK); looked > 0; ) {
    const fitting = heaviestHits(world, hits, looked).filter(({ cluster }) => fits(cluster))
    if (fitting.length >= most || looked === length)
      return fitting.slice(0, most).map(({ cluster }) => cluster)
    looked = Math.min(length, looked * WIDER_LOOK)
  }
  return []
}

interface Hit {
  readonly cluster: Cluster
  readonly weight: number
}

/** At least so many of the heaviest hits, best first. */
function heaviestHits(world: World, { slots, weights }: Hits, count: number): Hit[] {
  const least = largestFrom(weights, count)
  const found: Hit[] = []
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0
    const cluster = weight < least ? null : world.slots.clusters[slots[at] ?? 0]
    if (cluster) found.push({ cluster, weight })
  }
  return found.sort((a, b) => b.weight - a.weight || a.cluster.openedSeq - b.cluster.openedSeq)
}
