import { type ApartChanges, applyApart, areApart } from './apart.ts'
import { clusterOf, type IncomingArticle } from './article.ts'
import { joinCandidates, linkCandidates } from './candidates.ts'
import { type Cluster, mergeClusters } from './cluster.ts'
import { type Counted, count, countedOf } from './counted.ts'
import type { Decision } from './decide.ts'
import {
  clustersOf,
  constraintsOf,
  current,
  type Draft,
  type Merge,
  mergeStories,
  openDraft,
} from './draft.ts'
import { type Rule, writeReceipt } from './receipt.ts'
import { withRepresentative } from './representative.ts'
import { EXAMINED_SIZES, findRift } from './rift.ts'
import { bestOf, type Scored, scoreJoin, scoreLink } from './score.ts'
import { dropCluster, putCluster, vectorsOf, type World } from './state.ts'
import { CHECK_SIZES, THRESHOLDS } from './weights.ts'

/** All that changes when a decision is carried out. Write it in the commit that stores the article. */
export interface Plan {
  /** New states of clusters, the article's own among them. */
  readonly clusters: readonly Cluster[]
  /** Clusters that were merged into others and are gone. */
  readonly droppedClusterIds: readonly string[]
  readonly merges: readonly Merge[]
  /** Who stays apart from whom, where that changes. */
  readonly apart: ApartChanges
  /** Null when no article is placed. */
  readonly counted: Counted | null
}

/** Works out what a decision changes, with the merges it leads to. Reads the world only. */
export function plan(world: World, article: IncomingArticle, decision: Decision): Plan {
  const draft = openDraft(world)
  const cluster = withArticle(world, article, decision)
  draft.changed.set(cluster.id, cluster)
  // one that opened a story has just been compared with all its neighbours
  if (decision.action === 'join' && CHECK_SIZES.has(cluster.size)) repair(draft, article, cluster)
  markRift(draft, cluster.id)
  const made = closeDraft(draft)
  return { ...made, counted: countedOf(world, article, made.clusters) }
}

/** The changes of a draft that places no article. */
export function closeDraft(draft: Draft): Plan {
  return {
    clusters: [...draft.changed.values()],
    droppedClusterIds: [...draft.dropped],
    merges: draft.merges,
    apart: draft.apart,
    counted: null,
  }
}

/** Carries a plan out in memory. Call it once the plan is stored; it cannot fail. */
export function commitPlan(world: World, made: Plan): void {
  for (const id of made.droppedClusterIds) dropCluster(world, id)
  for (const cluster of made.clusters) putCluster(world, cluster)
  applyApart(world, made.apart)
  if (made.counted) count(world, made.counted)
  else world.revision += 1
}

function withArticle(world: World, article: IncomingArticle, decision: Decision): Cluster {
  const own = clusterOf(article, vectorsOf(world, article).profile)
  const joined = world.clusters.get(decision.clusterId)
  if (joined)
    return withRepresentative(mergeClusters(joined, { ...own, id: joined.id }), article.id)
  return { ...own, storyId: decision.storyId }
}

/** Marks what seems to be about something else in a cluster that has reached a size at which it is examined. */
function markRift(draft: Draft, clusterId: string): void {
  const cluster = draft.changed.get(clusterId)
  if (!cluster || cluster.held || !EXAMINED_SIZES.has(cluster.size)) return
  const rift = findRift(cluster)
  if (rift) draft.changed.set(clusterId, { ...cluster, suspects: rift.articleIds })
}

/** Compares a cluster that has grown with its neighbours: same language first, then other languages. */
function repair(draft: Draft, article: IncomingArticle, cluster: Cluster): void {
  const { world } = draft
  if (cluster.size > 1) {
    const joins = joinCandidates(world, cluster)
      .filter((other) => !areApart(world, cluster.storyId, other.storyId))
      .map((other) => scoreJoin(cluster, current(draft, other), THRESHOLDS.merge))
    mergeBest(draft, article, { cluster, scored: joins, rule: 'merge' })
  }
  const grown = draft.changed.get(cluster.id)
  if (!grown) return
  const groups = new Set(clustersOf(draft, grown.storyId).map(({ group }) => group))
  const links = linkCandidates(world, grown)
    .filter((other) => mayLink(draft, { cluster: grown, groups }, other))
    .map((other) => scoreLink(world.lexicon, grown, current(draft, other)))
  mergeBest(draft, article, { cluster: grown, scored: links, rule: 'link' })
}

/** A cluster with the language groups of its story. */
interface Linking {
  readonly cluster: Cluster
  readonly groups: ReadonlySet<string>
}

/** Linking must not give a story two clusters of one language. */
function mayLink(draft: Draft, { cluster, groups }: Linking, other: Cluster): boolean {
  if (draft.dropped.has(other.id)) return false
  const otherStory = current(draft, other).storyId
  if (otherStory === cluster.storyId) return false
  if (areApart(constraintsOf(draft), cluster.storyId, otherStory)) return false
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
  const receipt = writeReceipt(rule, scored, { article, chosen: best.cluster })
  mergeStories(draft, [cluster.storyId, best.cluster.storyId], receipt)
}
