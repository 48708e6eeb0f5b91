import type { Cluster } from './cluster.ts'
import { soundQuery, termQuery } from './indexKeys.ts'
import { meaningCosine } from './meaning.ts'
import { type Hits, searchPostings } from './postingSearch.ts'
import { groupNumber, UNFINDABLE } from './slots.ts'
import { largestFrom } from './sparse.ts'
import type { World } from './state.ts'

/** Lists longer than this say nothing; the index stays fast when a word is in every story. */
const LONGEST_LIST = 1_500
/** Keeps what a search costs flat. On a stream of 1,400 live clusters, and on the same four times denser, no result depends on it. */
const MOST_PLACES = 4_000
const MOST_CANDIDATES = 15
const MOST_LINK_CANDIDATES = 20
const MOST_MEANT_CANDIDATES = 5

/** Clusters of the same language group within the window that share the most weight of terms. */
export function joinCandidates(world: World, own: Cluster): Cluster[] {
  if (own.template) return []
  const hits = searchPostings(world.terms, termQuery(own.profile), {
    ...limitsOf(world),
    leftOut: UNFINDABLE,
  })
  const fits = nearInTime(world, own, world.options.windowMs)
  return bestHits(world, hits, { fits, most: MOST_CANDIDATES })
}

/**
 * Clusters of other language groups, near in time, that share the most weight of names and numbers; with a sentence model
 * also those nearest in meaning.
 */
export function linkCandidates(world: World, own: Cluster): Cluster[] {
  if (own.template) return []
  const ownGroup = groupNumber(world.slots, own.group)
  const hits = searchPostings(world.sounds, soundQuery(own.profile), {
    ...limitsOf(world),
    leftOut: ownGroup,
  })
  const fits = nearInTime(world, own, world.options.linkWindowMs)
  const heard = bestHits(world, hits, { fits, most: MOST_LINK_CANDIDATES })
  const { groups } = world.slots
  const isForeign = (slot: number) =>
    groups[slot] !== UNFINDABLE && groups[slot] !== ownGroup && fits(slot)
  return [...new Set([...heard, ...nearestInMeaning(world, own, isForeign)])]
}

/** Asks of a slot whether its cluster is another one and not too far away in time: see `gapMs`. */
function nearInTime({ slots }: World, own: Cluster, windowMs: number): (slot: number) => boolean {
  const { firstMs, lastMs } = slots
  const ownSlot = slots.numbers.get(own.id)
  const [from, to] = [own.firstMs - windowMs, own.lastMs + windowMs]
  return (slot) => slot !== ownSlot && (lastMs[slot] ?? 0) >= from && (firstMs[slot] ?? 0) <= to
}

/** All live clusters are compared: 4 million multiplications (8 ms) at 10,000 of 384 dimensions, paid only with a model. */
function nearestInMeaning(
  world: World,
  { meaning }: Cluster,
  fits: (slot: number) => boolean,
): Cluster[] {
  if (!meaning) return []
  const near: { readonly cluster: Cluster; readonly cosine: number }[] = []
  for (const [slot, cluster] of world.slots.clusters.entries()) {
    if (!cluster?.meaning || !fits(slot)) continue
    const cosine = meaningCosine(meaning, cluster.meaning) ?? 0
    if (meaning.weight * cosine + meaning.bias > 0) near.push({ cluster, cosine })
  }
  return near
    .sort((a, b) => b.cosine - a.cosine || a.cluster.openedSeq - b.cluster.openedSeq)
    .slice(0, MOST_MEANT_CANDIDATES)
    .map(({ cluster }) => cluster)
}

function limitsOf({ slots }: World) {
  return {
    slotCount: slots.clusters.length,
    longest: LONGEST_LIST,
    places: MOST_PLACES,
    groups: slots.groups,
  }
}

interface Choice {
  readonly fits: (slot: number) => boolean
  readonly most: number
}

/** The heaviest hits that fit, best first; ties go to the older cluster. */
function bestHits(world: World, { slots, weights }: Hits, { fits, most }: Choice): Cluster[] {
  // those that do not fit weigh nothing
  const fitting = weights.map((weight, at) => (fits(slots[at] ?? 0) ? weight : 0))
  const least = largestFrom(fitting, most)
  const found: Hit[] = []
  for (let at = 0; at < fitting.length; at += 1) {
    const weight = fitting[at] ?? 0
    const cluster = weight > 0 && weight >= least ? world.slots.clusters[slots[at] ?? 0] : null
    if (cluster) found.push({ cluster, weight })
  }
  return found
    .sort((a, b) => b.weight - a.weight || a.cluster.openedSeq - b.cluster.openedSeq)
    .slice(0, most)
    .map(({ cluster }) => cluster)
}

interface Hit {
  readonly cluster: Cluster
  readonly weight: number
}
