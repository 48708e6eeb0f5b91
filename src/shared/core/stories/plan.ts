import { clusterOf, type IncomingArticle } from './article.ts'
import { joinCandidates, linkCandidates } from './candidates.ts'
import { type Cluster, mergeClusters } from './cluster.ts'
import { type Counted, count, countedOf } from './counted.ts'
import type { Decision } from './decide.ts'
import { findEvidence } from './evidence.ts'
import { type Receipt, type Rule, writeReceipt } from './receipt.ts'
import { bestOf, type Scored, scoreJoin, scoreLink } from './score.ts'
import { dropCluster, putCluster, storyClusters, vectorsOf, type World } from './state.ts'
import { CHECK_SIZES, THRESHOLDS } from './weights.ts'

/** Stories that turned out to be one. */
export interface Merge {
  /** The older story. */
  readonly survivorStoryId: string
  readonly absorbedStoryIds: readonly string[]
  /** Every cluster the survivor has now. */
  readonly clusterIds: readonly string[]
  readonly receipt: Receipt
}

/** All that changes when a decision is carried out. Write it in the commit that stores the article. */
export interface Plan {
  /** New states of clusters, the article's own among them. */
  readonly clusters: readonly Cluster[]
  /** Clusters that were merged into others and are gone. */
  readonly droppedClusterIds: readonly string[]
  readonly merges: readonly Merge[]
  readonly counted: Counted
}

/** Clusters as they will be, on top of a world that stays as it is. */
interface Draft {
  readonly world: World
  readonly changed: Map<string, Cluster>
  readonly dropped: Set<string>
  readonly merges: Merge[]
}

/** Works out what a decision changes, with the merges it leads to. Reads the world only. */
export function plan(world: World, article: IncomingArticle, decision: Decision): Plan {
  const draft: Draft = { world, changed: new Map(), dropped: new Set(), merges: [] }
  const cluster = withArticle(world, article, decision)
  draft.changed.set(cluster.id, cluster)
  if (CHECK_SIZES.has(cluster.size)) repair(draft, article, cluster)
  const clusters = [...draft.changed.values()]
  return {
    clusters,
    droppedClusterIds: [...draft.dropped],
    merges: draft.merges,
    counted: countedOf(world, article, clusters),
  }
}

/** Carries a plan out in memory. Call it once the plan is stored; it cannot fail. */
export function commitPlan(world: World, made: Plan): void {
  for (const id of made.droppedClusterIds) dropCluster(world, id)
  for (const cluster of made.clusters) putCluster(world, cluster)
  count(world, made.counted)
}

function withArticle(world: World, article: IncomingArticle, decision: Decision): Cluster {
  const own = clusterOf(article, vectorsOf(world, article).profile)
  const joined = world.clusters.get(decision.clusterId)
  if (joined) return mergeClusters(joined, { ...own, id: joined.id })
  return { ...own, storyId: decision.storyId }
}

/** Compares a cluster that has grown with its neighbours: same language first, then other languages. */
function repair(draft: Draft, article: IncomingArticle, cluster: Cluster): void {
  const { world } = draft
  if (cluster.size > 1) {
    const joins = joinCandidates(world, cluster).map((other) =>
      scoreJoin(cluster, current(draft, other), THRESHOLDS.merge),
    )
    mergeBest(draft, article, { cluster, scored: joins, rule: 'merge' })
  }
  const grown = draft.changed.get(cluster.id)
  if (!grown) return
  const links = linkCandidates(world, grown)
    .filter((other) => mayLink(draft, grown, other))
    .map((other) => scoreLink(world.lexicon, grown, current(draft, other)))
  mergeBest(draft, article, { cluster: grown, scored: links, rule: 'link' })
}

/** Linking must not give a story two clusters of one language. */
function mayLink(draft: Draft, cluster: Cluster, other: Cluster): boolean {
  if (draft.dropped.has(other.id)) return false
  const otherStory = current(draft, other).storyId
  if (otherStory === cluster.storyId) return false
  const groups = new Set(clustersOf(draft, cluster.storyId).map(({ group }) => group))
  return !clustersOf(draft, otherStory).some(({ group }) => groups.has(group))
}

interface Match {
  readonly cluster: Cluster
  readonly scored: readonly Scored[]
  readonly rule: Rule
}

function mergeBest(draft: Draft, article: IncomingArticle, { cluster, scored, rule }: Match): void {
  const best = bestOf(scored)
  if (!best) return
  const receipt = writeReceipt(rule, scored, findEvidence(article, best.cluster))
  mergeStories(draft, [cluster.storyId, best.cluster.storyId], receipt)
}

/** Moves all clusters to the older story; clusters of one language become one. */
function mergeStories(draft: Draft, storyIds: readonly [string, string], receipt: Receipt): void {
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
  draft.merges.push({
    survivorStoryId: survivor,
    absorbedStoryIds: [...new Set(storyIds)].filter((id) => id !== survivor),
    clusterIds: [...byGroup.values()].map(({ id }) => id),
    receipt,
  })
}

function current(draft: Draft, cluster: Cluster): Cluster {
  return draft.changed.get(cluster.id) ?? cluster
}

/** The clusters of a story as they will be. */
function clustersOf(draft: Draft, storyId: string): Cluster[] {
  const ids = new Set(storyClusters(draft.world, storyId).map(({ id }) => id))
  for (const cluster of draft.changed.values()) if (cluster.storyId === storyId) ids.add(cluster.id)
  return [...ids].flatMap((id) => {
    const cluster = draft.changed.get(id) ?? draft.world.clusters.get(id)
    return cluster && cluster.storyId === storyId && !draft.dropped.has(id) ? [cluster] : []
  })
}
