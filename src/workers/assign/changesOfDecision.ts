import { snapshotCluster } from '../../shared/core/stories/cluster.ts'
import type { Decision } from '../../shared/core/stories/decide.ts'
import type { Merge, Plan } from '../../shared/core/stories/plan.ts'
import type { EventRelation, ReadArticle } from '../../shared/schemas.ts'
import { joinStory, mergeStories, openStory, type StoryRecord } from '../../shared/storyRecord.ts'
import { eventArticle } from './articleFields.ts'
import type { Memory } from './memory.ts'
import { noChanges, putStory, type StoryChanges, tellArticle, tellMerge } from './storyChanges.ts'

/** A decision with everything that follows from it, before it is committed. */
export interface Decided {
  readonly memory: Memory
  readonly article: ReadArticle
  readonly decision: Decision
  readonly planned: Plan
  readonly relation: EventRelation
  readonly nowMs: number
}

/** What a decision does to stories and clusters, and the events that tell of it. */
export function changesOfDecision(decided: Decided): StoryChanges {
  const { article, decision, planned, relation } = decided
  const changes = noChanges()
  const story = storyWithArticle(decided)
  putStory(changes, story).articles.push([article.articleId, article.timeMs])
  tellArticle(changes, {
    opened: decision.action === 'open',
    story,
    article: eventArticle(article),
    relation,
    receipt: { ...decision.receipt },
  })
  for (const cluster of planned.clusters)
    changes.clusters.set(cluster.id, JSON.stringify(snapshotCluster(cluster)))
  changes.closedClusters.push(...planned.droppedClusterIds)
  for (const merge of planned.merges) addMerge(changes, merge, decided)
  return changes
}

function storyWithArticle({ memory, article, decision, nowMs }: Decided): StoryRecord {
  const addition = { lang: article.language.lang, source: article.source, nowMs }
  const before = decision.action === 'join' ? memory.stories.get(decision.storyId) : undefined
  if (before) return joinStory(before, addition)
  const { storyId: id } = decision
  return openStory({ ...addition, id, headline: article.page.title, seq: memory.commits + 1 })
}

function addMerge(changes: StoryChanges, merge: Merge, { memory, nowMs }: Decided): void {
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
