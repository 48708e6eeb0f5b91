import type { Context } from '../context.ts'
import type { Embedding } from '../core/stories/meaning.ts'
import { type ArticleRecord, articleFields, articleRecord } from './stories.ts'

/** An article with its text, as much as is needed to place it again. */
export interface StoredArticle extends ArticleRecord {
  /** Number of the commit that placed it. */
  readonly seq: number
  readonly paragraphs: readonly string[]
  readonly dated: boolean
  readonly stub: boolean
  /** Made when the article was read; null without a sentence model. */
  readonly embedding: Embedding | null
}

type Parts = Pick<Context, 'redis' | 'keys' | 'stories'>

/** Articles of a story that are counted again after a split. */
const mostRecounted = 2_000

/** Those of the articles that have not expired, with their texts. */
export async function loadStoredArticles(
  { redis, keys }: Parts,
  ids: readonly string[],
): Promise<readonly StoredArticle[]> {
  const hashes = await Promise.all(ids.map((id) => redis.hgetall(keys.article(id))))
  return hashes.flatMap((hash, at) => storedArticle(ids[at] ?? '', hash) ?? [])
}

/** The articles of a story that have not expired, oldest first; at most the latest 2,000. */
export async function loadArticlesOf(
  { redis, keys, stories }: Parts,
  storyId: string,
): Promise<readonly ArticleRecord[]> {
  const ids = await redis.zrange(keys.storyArticles(storyId), String(-mostRecounted), '-1')
  return (await stories.articles(ids)).flatMap((article) => article ?? [])
}

function storedArticle(id: string, hash: Readonly<Record<string, string>>): StoredArticle | null {
  const record = articleRecord(
    id,
    articleFields.map((name) => hash[name] ?? null),
  )
  if (!record || hash['text'] === undefined) return null
  return {
    ...record,
    seq: Number(hash['seq']),
    paragraphs: hash['text'].split('\n\n'),
    dated: hash['dated'] === 'true',
    stub: hash['stub'] === 'true',
    embedding: hash['embedding'] ? (JSON.parse(hash['embedding']) as Embedding) : null,
  }
}
