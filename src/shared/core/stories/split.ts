import { splitApart } from './apart.ts'
import { clusterOf, type IncomingArticle } from './article.ts'
import { type Cluster, membersOf, mergeClusters } from './cluster.ts'
import { openDraft, putApart } from './draft.ts'
import { subtractMeanings } from './meaning.ts'
import { filterMembers } from './members.ts'
import { closeDraft, type Plan } from './plan.ts'
import { subtractProfiles } from './profile.ts'
import { type Receipt, writeReceipt } from './receipt.ts'
import { withAnyRepresentative } from './representative.ts'
import { EXAMINED_SIZES, findRift } from './rift.ts'
import { type Scored, scoreJoin } from './score.ts'
import type { World } from './state.ts'
import { vectorize } from './vectorize.ts'
import { THRESHOLDS } from './weights.ts'

/** An article that is to leave its story, with what was stored of it. */
export type MovedArticle = Pick<
  IncomingArticle,
  'id' | 'lang' | 'group' | 'features' | 'timeMs' | 'dated' | 'stub' | 'template'
>

/** Articles that leave a cluster, oldest first. */
export interface Leaving {
  readonly cluster: Cluster
  readonly articles: readonly MovedArticle[]
}

/** Position and ids of the story that articles go to. */
export interface NewStory {
  readonly seq: number
  readonly storyId: string
  readonly clusterId: string
}

/** Some articles of a story become a story of their own. */
export interface Split {
  readonly plan: Plan
  readonly storyId: string
  readonly to: string
  /** New cluster of each article that moves. */
  readonly clusterOf: ReadonlyMap<string, string>
  readonly receipt: Receipt
}

/** Looks closely at the suspects of a cluster: splits them off when the models say that the parts do not belong together. */
export function examineSuspects(world: World, leaving: Leaving, to: NewStory): Split | Plan {
  const [kept, parted] = partCluster(world, leaving, { ...to, at: 0 })
  const scored = kept && parted ? scoreJoin(kept, parted) : null
  if (scored && scored.score < THRESHOLDS.split) {
    return splitStory(world, [leaving], { to, scored: [scored] })
  }
  const draft = openDraft(world)
  draft.changed.set(leaving.cluster.id, { ...leaving.cluster, suspects: [] })
  return closeDraft(draft)
}

/** Moves articles to a new story. By an operator's word the two stay apart from then on. */
export function splitStory(
  world: World,
  leaving: readonly Leaving[],
  { to, scored }: { readonly to: NewStory; readonly scored: readonly Scored[] },
): Split {
  const draft = openDraft(world)
  const storyId = leaving[0]?.cluster.storyId ?? ''
  const homes = new Map<string, string>()
  for (const [at, leave] of leaving.entries()) {
    const [kept, parted] = partCluster(world, leave, { ...to, at })
    for (const { id } of leave.articles) homes.set(id, (parted ?? leave.cluster).id)
    if (kept) draft.changed.set(kept.id, suspectAnew(kept))
    if (parted) draft.changed.set(parted.id, suspectAnew(parted))
    else draft.changed.set(leave.cluster.id, { ...leave.cluster, storyId: to.storyId })
  }
  const rule = scored.length > 0 ? 'split' : 'operator'
  const byOperator = rule === 'operator'
  putApart(draft, splitApart(world, storyId, { to: to.storyId, byOperator }))
  const receipt = writeReceipt(rule, scored)
  return { plan: closeDraft(draft), storyId, to: to.storyId, clusterOf: homes, receipt }
}

/** The two parts of a cluster; both null when all of it leaves. */
function partCluster(
  world: World,
  { cluster, articles }: Leaving,
  to: NewStory & { readonly at: number },
): readonly [kept: Cluster | null, parted: Cluster | null] {
  if (articles.length >= cluster.size) return [null, null]
  const clusters = articles.map((article) => memberCluster(world, article, to))
  const [first, ...others] = clusters
  if (!first) return [null, null]
  const parted = others.reduce((sum, other) => mergeClusters(sum, { ...other, id: sum.id }), first)
  return [keptPart(cluster, parted, articles), withAnyRepresentative(parted)]
}

function memberCluster(
  world: World,
  article: MovedArticle,
  { at, seq, storyId, clusterId }: NewStory & { readonly at: number },
): Cluster {
  const { profile } = vectorize(world.lexicon, article.features, article.group)
  const alone = { ...article, copies: [], seq, newStoryId: storyId }
  return clusterOf({ ...alone, newClusterId: at === 0 ? clusterId : `${clusterId}-${at}` }, profile)
}

function keptPart(cluster: Cluster, parted: Cluster, articles: readonly MovedArticle[]): Cluster {
  const gone = new Set(articles.map(({ id }) => id))
  const members = filterMembers(membersOf(cluster), (id) => !gone.has(id))
  const size = cluster.size - articles.length
  const times =
    members.ids.length === size ? [...members.timesMs] : [cluster.firstMs, cluster.lastMs]
  const [oldest = cluster.headArticle] = members.ids
  const kept = {
    ...cluster,
    size,
    firstMs: Math.min(...times),
    lastMs: Math.max(...times),
    headArticle: gone.has(cluster.headArticle) ? oldest : cluster.headArticle,
    suspects: [],
    members,
    profile: subtractProfiles(cluster.profile, parted.profile),
    meaning: subtractMeanings(cluster.meaning, parted.meaning),
  }
  return gone.has(cluster.representative) ? withAnyRepresentative(kept) : kept
}

/** A part may still be made of several events. */
function suspectAnew(cluster: Cluster): Cluster {
  const smallest = Math.min(...EXAMINED_SIZES)
  const rift = cluster.held || cluster.size < smallest ? null : findRift(cluster)
  return { ...cluster, suspects: rift?.articleIds ?? [] }
}
