import type { Context } from '../../shared/context.ts'
import type { Split } from '../../shared/core/stories/split.ts'
import { storyClusters } from '../../shared/core/stories/state.ts'
import { loadArticlesOf, type StoredArticle } from '../../shared/store/storyArticles.ts'
import { openStory, recountStory, type StoryRecord } from '../../shared/storyRecord.ts'
import { putPlan } from './changesOfDecision.ts'
import { type Memory, nextCommit } from './memory.ts'
import { noChanges, putStory, type StoryChanges, tellSplit } from './storyChanges.ts'

interface Splitting {
  readonly memory: Memory
  readonly split: Split
  readonly story: StoryRecord
  /** The articles that move, oldest first. */
  readonly stored: readonly StoredArticle[]
  readonly nowMs: number
}

/** What a split does to its two stories and their articles, and the event that tells of it. */
export async function changesOfSplit(
  context: Pick<Context, 'redis' | 'keys' | 'stories'>,
  splitting: Splitting,
): Promise<StoryChanges> {
  const { split, story, stored, nowMs } = splitting
  const changes = noChanges()
  const typical = typicalArticles(splitting)
  const moved = new Set(stored.map(({ id }) => id))
  const left = (await loadArticlesOf(context, story.id)).filter(({ id }) => !moved.has(id))
  const size = story.size - stored.length
  const kept = recountStory(story, { articles: left, typical, size, nowMs })
  const to = storyOfMoved(splitting, typical)
  const change = putStory(changes, kept)
  change.loses.push(...moved)
  const opened = putStory(changes, to)
  for (const { id, timeMs } of stored) {
    opened.articles.push([id, timeMs])
    changes.moved.set(id, { story: to.id, cluster: split.clusterOf.get(id) ?? '' })
  }
  putPlan(changes, split.plan)
  tellSplit(changes, { story: kept, to, articles: stored, receipt: { ...split.receipt } })
  return changes
}

function storyOfMoved(
  { memory, split, story, stored, nowMs }: Splitting,
  typical: ReadonlySet<string>,
): StoryRecord {
  const [first] = stored
  const opened = openStory({
    id: split.to,
    headline: first?.title ?? story.headline,
    lang: first?.lang ?? 'und',
    source: first?.source ?? '',
    nowMs,
    timeMs: first?.timeMs ?? nowMs,
    label: null,
    seq: nextCommit(memory),
  })
  return recountStory(opened, { articles: stored, typical, size: stored.length, nowMs })
}

/** The articles that stand for their clusters, before and after. */
function typicalArticles({ memory, split }: Splitting): ReadonlySet<string> {
  const clusters = [...split.plan.clusters, ...storyClusters(memory.world, split.storyId)]
  return new Set(clusters.map(({ representative }) => representative))
}
