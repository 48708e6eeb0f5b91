import { type CopyCandidate, clusterOf, type IncomingArticle, standsAlone } from './article.ts'
import { joinCandidates, linkCandidates } from './candidates.ts'
import { type Cluster, gapMs } from './cluster.ts'
import { findContradiction } from './contradictions.ts'
import { type Receipt, type Rule, writeReceipt } from './receipt.ts'
import { bestOf, type Scored, scoreJoin, scoreLink } from './score.ts'
import { anchorSignals, joinSignals } from './signals.ts'
import { findCluster, storyClusters, vectorsOf, type World } from './state.ts'
import { THRESHOLDS } from './weights.ts'

/** How an article relates to its story. */
export type StoryRelation = 'original' | 'copy' | 'partial' | 'related' | 'translated'

/** Where an article goes. */
export interface Decision {
  readonly action: 'open' | 'join'
  readonly storyId: string
  readonly clusterId: string
  /** The article opens a cluster: always with a story, or the first of its language in a story. */
  readonly opensCluster: boolean
  readonly relation: StoryRelation
  /** The article it is a copy of, or the one that opened the cluster it joins. */
  readonly relatedTo: string | null
  readonly receipt: Receipt
}

/** Finds the story of an article, or opens one. Reads the world only; equal worlds give equal decisions. */
export function decide(world: World, article: IncomingArticle): Decision {
  const own = clusterOf(article, vectorsOf(world, article).profile)
  const sameText = findSameText(world, article, own)
  if (sameText) return join(world, article, { rule: 'copy', compared: [sameText], best: sameText })
  if (standsAlone(article)) return open(article, [])
  const joins = compareOwnLanguage(world, article, own)
  const best = bestOf(joins)
  if (best) return join(world, article, { rule: 'same_story', compared: joins, best })
  const links = linkCandidates(world, own)
    .filter((cluster) => !hasGroup(world, cluster.storyId, article.group))
    .map((cluster) => scoreLink(world.lexicon, own, cluster))
  const link = bestOf(links)
  if (link) return join(world, article, { rule: 'link', compared: links, best: link })
  return open(article, [...joins, ...links])
}

interface Choice {
  readonly rule: Rule
  readonly compared: readonly Scored[]
  readonly best: Scored
}

/**
 * The live story of an article with the same wording, whatever language either was taken for. Of a template page any copy
 * that was verified without the skeleton will do, and nothing else.
 */
function findSameText(world: World, article: IncomingArticle, own: Cluster): Scored | null {
  const compared = article.copies.flatMap((copy): Scored[] => {
    const cluster = inWindow(world, article, copy)
    const isTemplate = article.template || cluster?.template === true
    if (!cluster || !(isTemplate || copy.jaccard >= THRESHOLDS.sameText)) return []
    const { jaccard, containment } = copy
    const wording = { ...joinSignals(own, cluster), ...anchorSignals(own, cluster) }
    const signals = { jaccard, containment, ...wording }
    return [
      {
        cluster,
        signals,
        score: Math.min(1, jaccard),
        model: 'copy',
        refusal: article.template || copy.sameText === true ? null : findContradiction(wording, 1),
      },
    ]
  })
  return bestOf(compared)
}

function inWindow(world: World, article: IncomingArticle, copy: CopyCandidate): Cluster | null {
  const cluster = findCluster(world, copy.clusterId)
  if (!cluster) return null
  const own = { ...cluster, firstMs: article.timeMs, lastMs: article.timeMs }
  return gapMs(own, cluster) <= world.options.windowMs ? cluster : null
}

/** Candidates of the index and of the fingerprints, each compared once. */
function compareOwnLanguage(world: World, article: IncomingArticle, own: Cluster): Scored[] {
  const candidates = new Set(joinCandidates(world, own))
  for (const copy of article.copies) {
    const cluster = inWindow(world, article, copy)
    if (cluster?.group === article.group && !cluster.template) candidates.add(cluster)
  }
  return [...candidates].map((cluster) => scoreJoin(own, cluster))
}

function hasGroup(world: World, storyId: string, group: string): boolean {
  const ids = world.stories.get(storyId) ?? []
  return ids.some((id) => world.clusters.get(id)?.group === group)
}

function open(article: IncomingArticle, compared: readonly Scored[]): Decision {
  return {
    action: 'open',
    storyId: article.newStoryId,
    clusterId: article.newClusterId,
    opensCluster: true,
    relation: 'original',
    relatedTo: null,
    receipt: writeReceipt('open', compared, { article, chosen: null }),
  }
}

function join(world: World, article: IncomingArticle, { rule, compared, best }: Choice): Decision {
  const { storyId } = best.cluster
  const clusters = storyClusters(world, storyId)
  const own = clusters.find((cluster) => cluster.group === article.group)
  const newLanguage = !clusters.some((cluster) => cluster.languages.includes(article.lang))
  const copy = closestCopy(
    article.copies.filter(({ clusterId }) => findCluster(world, clusterId)?.storyId === storyId),
  )
  return {
    action: 'join',
    storyId,
    clusterId: own?.id ?? article.newClusterId,
    opensCluster: own === undefined,
    relation: relationOf(copy, newLanguage || rule === 'link'),
    relatedTo: copy?.articleId ?? best.cluster.headArticle,
    receipt: writeReceipt(rule, compared, { article, chosen: best.cluster }),
  }
}

function closestCopy(copies: readonly CopyCandidate[]): CopyCandidate | undefined {
  return copies.toSorted(
    (a, b) =>
      b.jaccard - a.jaccard ||
      b.containment - a.containment ||
      (a.articleId < b.articleId ? -1 : 1),
  )[0]
}

function relationOf(copy: CopyCandidate | undefined, translated: boolean): StoryRelation {
  if (copy) return copy.jaccard >= THRESHOLDS.copy ? 'copy' : 'partial'
  return translated ? 'translated' : 'related'
}
