import type { IncomingArticle } from '../../shared/core/stories/article.ts'
import { snapshotCluster } from '../../shared/core/stories/cluster.ts'
import type { Decision } from '../../shared/core/stories/decide.ts'
import type { Merge } from '../../shared/core/stories/draft.ts'
import { type Label, labelOf } from '../../shared/core/stories/label.ts'
import type { Plan } from '../../shared/core/stories/plan.ts'
import type { EventRelation, ReadArticle } from '../../shared/schemas.ts'
import { joinStory, mergeStories, openStory, type StoryRecord } from '../../shared/storyRecord.ts'
import { eventArticle } from './articleFields.ts'
import { type Memory, nextCommit } from './memory.ts'
import { noChanges, putStory, type StoryChanges, tellArticle, tellMerge } from './storyChanges.ts'

/** A decision with everything that follows from it, before it is committed. */
export interface Decided {
  readonly memory: Memory
  readonly article: ReadArticle
  readonly incoming: IncomingArticle
  readonly decision: Decision
  readonly planned: Plan
  readonly relation: EventRelation
  readonly nowMs: number
}

/** What a decision does to stories and clusters, and the events that tell of it. */
export function changesOfDecision(decided: Decided): StoryChanges {
  const { memory, article, decision, planned, relation } = decided
  const changes = noChanges()
  const story = storyWithArticle(decided)
  putStory(changes, story).articles.push([article.articleId, article.timeMs])
  tellArticle(changes, {
    opened: decision.action === 'open',
    number: nextCommit(memory),
    story,
    article: eventArticle(article),
    relation,
    receipt: { ...decision.receipt },
  })
  putPlan(changes, planned)
  for (const merge of planned.merges) addMerge(changes, merge, decided)
  return changes
}

/** The clusters of a plan, and who stays apart from whom. */
export function putPlan(changes: StoryChanges, planned: Plan): void {
  for (const cluster of planned.clusters)
    changes.clusters.set(cluster.id, JSON.stringify(snapshotCluster(cluster)))
  changes.closedClusters.push(...planned.droppedClusterIds)
  for (const [id, partners] of planned.apart) changes.apart.set(id, partners)
}

function storyWithArticle(decided: Decided): StoryRecord {
  const { memory, article, decision, nowMs } = decided
  const { title } = article.page
  const before = decision.action === 'join' ? memory.stories.get(decision.storyId) : undefined
  const { represents, label } = lookOf(decided, before)
  const addition = {
    lang: article.language.lang,
    source: article.source,
    nowMs,
    timeMs: article.timeMs,
    label,
  }
  if (before) return joinStory(before, { ...addition, headline: represents ? title : null })
  const { storyId: id } = decision
  return openStory({ ...addition, id, headline: title, seq: nextCommit(memory) })
}

/** Whether the article now stands for its language in the story, and what the story is called by then. */
function lookOf(
  { article, incoming, decision, planned }: Decided,
  before: StoryRecord | undefined,
): { readonly represents: boolean; readonly label: Label | null } {
  const cluster = planned.clusters.find(({ id }) => id === decision.clusterId)
  if (!cluster) return { represents: false, label: null }
  const isMain = !before || before.languages[0] === article.language.lang
  return {
    represents: cluster.representative === article.articleId,
    label: isMain ? labelOf(incoming, cluster, before ?? { terms: [], names: [] }) : null,
  }
}

type Merging = Pick<Decided, 'memory' | 'nowMs'>

/** One story takes others in, with the event that tells of it. */
export function addMerge(changes: StoryChanges, merge: Merge, { memory, nowMs }: Merging): void {
  const find = (id: string) => changes.stories.get(id)?.record ?? memory.stories.get(id)
  const first = find(merge.survivorStoryId)
  const absorbed = merge.absorbedStoryIds.flatMap((id) => find(id) ?? [])
  if (!first || absorbed.length === 0) return
  const survivor = absorbed.reduce((story, other) => mergeStories(story, other, nowMs), first)
  const change = putStory(changes, survivor)
  for (const story of absorbed) {
    putStory(changes, { ...story, state: 'merged' })
    change.absorbs.push(story.id)
    changes.aliases.set(story.id, survivor.id)
  }
  tellMerge(changes, {
    survivor,
    merged: absorbed.map((story) => story.id),
    receipt: { ...merge.receipt },
  })
}
