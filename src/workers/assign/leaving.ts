import type { Context } from '../../shared/context.ts'
import type { Cluster } from '../../shared/core/stories/cluster.ts'
import { extractFeatures } from '../../shared/core/stories/features.ts'
import type { Leaving } from '../../shared/core/stories/split.ts'
import { findCluster } from '../../shared/core/stories/state.ts'
import { loadStoredArticles, type StoredArticle } from '../../shared/store/storyArticles.ts'
import { type Memory, survivingStory } from './memory.ts'

type Parts = Pick<Context, 'redis' | 'keys' | 'stories'>

/** Articles of one story, by the cluster each is in. Those that have expired, or are elsewhere, are left out. */
export async function loadLeaving(
  context: Parts,
  memory: Memory,
  { storyId, articleIds }: { readonly storyId: string; readonly articleIds: readonly string[] },
): Promise<{ readonly leaving: readonly Leaving[]; readonly stored: readonly StoredArticle[] }> {
  const found = await loadStoredArticles(context, articleIds)
  const stored = found
    .filter(({ story }) => survivingStory(memory, story) === storyId)
    .sort((left, right) => left.seq - right.seq)
  const byCluster = new Map<Cluster, StoredArticle[]>()
  for (const article of stored) {
    const cluster = findCluster(memory.world, article.cluster)
    if (cluster?.storyId !== storyId) continue
    byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), article])
  }
  const leaving = [...byCluster]
    .sort(([left], [right]) => left.openedSeq - right.openedSeq)
    .map(([cluster, articles]) => ({
      cluster,
      articles: articles.map((article) => toMoved(article, cluster)),
    }))
  return { leaving, stored: stored.filter(({ id }) => isAmong(leaving, id)) }
}

function isAmong(leaving: readonly Leaving[], articleId: string): boolean {
  return leaving.some(({ articles }) => articles.some(({ id }) => id === articleId))
}

function toMoved(article: StoredArticle, { group, template }: Cluster) {
  const { id, lang, title, paragraphs, timeMs, dated, stub, embedding } = article
  const read = extractFeatures({ title, paragraphs, lang })
  const features = embedding ? { ...read, embedding } : read
  return { id, lang, group, features, timeMs, dated, stub, template }
}
