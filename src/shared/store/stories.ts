import type { Redis } from 'ioredis'
import type { Keys } from '../keys.ts'
import { compress, decompress } from './compressed.ts'
import { createStoryReader } from './storyReader.ts'

/** What the store says of an article. */
export interface ArticleRecord {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly source: string
  readonly lang: string
  readonly story: string
  readonly cluster: string
  readonly relation: string
  readonly timeMs: number
}

/** One version of an article, with what names it. */
export interface ArticleText {
  readonly id: string
  readonly story: string
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Keys of the blocks that were cut from it, or from a version before, because they repeat on its site. */
  readonly cut: readonly string[]
  readonly canonicalUrl: string
  readonly feed: string
  readonly guid: string | null
  /** Null when the publisher gave no time. */
  readonly publishedMs: number | null
  /** 1, 2, 3, … */
  readonly revision: number
  readonly relation: string
  readonly relatedTo: string | null
}

/** What the assigner has learned, as it is stored. */
export function packLexicon(json: string): Buffer {
  return compress(Buffer.from(json))
}

/** Reads stories and articles, and the assigner's durable copy of its memory. Writing is `commit.lua`'s. */
export function createStoryStore(redis: Redis, keys: Keys) {
  return {
    ...createStoryReader(redis, keys),

    async articles(ids: readonly string[]): Promise<readonly (ArticleRecord | null)[]> {
      const pipeline = redis.pipeline()
      for (const id of ids) pipeline.hmget(keys.article(id), ...articleFields)
      const answers = (await pipeline.exec()) ?? []
      return answers.map(([, values], at) =>
        articleRecord(ids[at] ?? '', values as (string | null)[]),
      )
    },

    /** Title and full text, paragraphs apart by blank lines; both empty when the article has expired. */
    async titleAndText(id: string): Promise<{ readonly title: string; readonly text: string }> {
      const [title, text] = await redis.hmget(keys.article(id), 'title', 'text')
      return { title: title ?? '', text: text ?? '' }
    },

    /** The present version of an article; null when it has expired. */
    async articleText(id: string): Promise<ArticleText | null> {
      const fields = await redis.hgetall(keys.article(id))
      if (fields['text'] === undefined || !fields['story']) return null
      return {
        id,
        story: fields['story'],
        title: fields['title'] ?? '',
        paragraphs: fields['text'].split('\n\n'),
        cut: fields['cut']?.split(' ') ?? [],
        canonicalUrl: fields['canonicalUrl'] ?? '',
        feed: fields['feed'] ?? '',
        guid: fields['guid'] ?? null,
        publishedMs: fields['dated'] === 'true' ? Number(fields['timeMs']) : null,
        revision: Number(fields['revision'] ?? 1),
        relation: fields['relation'] ?? '',
        relatedTo: fields['relatedTo'] ?? null,
      }
    },

    /** Snapshots of all live clusters, in batches. */
    async *clusters(): AsyncGenerator<string> {
      let cursor = '0'
      do {
        const [following, flat] = await redis.hscan(keys.clusters, cursor, 'COUNT', 200)
        for (let at = 1; at < flat.length; at += 2) yield flat[at] ?? ''
        cursor = following
      } while (cursor !== '0')
    },

    /** Takes stories without an event since then off the list; they and their articles have expired. */
    async forgetOlderThan(updatedMs: number): Promise<void> {
      await redis.zremrangebyscore(keys.stories, 0, updatedMs)
    },

    async commits(): Promise<number> {
      return Number((await redis.get(keys.commits)) ?? 0)
    },

    /** First commit of each generation of the fingerprint index. */
    async generations(): Promise<Map<number, number>> {
      const firsts = Object.entries(await redis.hgetall(keys.copyGenerations))
      return new Map(firsts.map(([generation, first]) => [Number(generation), Number(first)]))
    },

    async aliases(): Promise<ReadonlyMap<string, string>> {
      return new Map(Object.entries(await redis.hgetall(keys.aliases)))
    },

    /** What the assigner had learned at the last saving, and what each article since has added; JSON. */
    async lexicon(): Promise<{ readonly saved: string | null; readonly since: readonly string[] }> {
      const [bytes, since] = await Promise.all([
        redis.getBuffer(keys.lexicon),
        redis.lrange(keys.lexiconSince, 0, -1),
      ])
      return { saved: bytes && decompress(bytes).toString(), since }
    },
  }
}

export type StoryStore = ReturnType<typeof createStoryStore>

/** The text of an article as it is stored. */
export const storedText = (paragraphs: readonly string[]): string => paragraphs.join('\n\n')

/** Fields of an article's hash that make its record. */
export const articleFields = [
  'url',
  'title',
  'source',
  'lang',
  'story',
  'cluster',
  'relation',
  'timeMs',
] as const

/** Reads those fields; null when one is missing. */
export function articleRecord(
  id: string,
  values: readonly (string | null)[],
): ArticleRecord | null {
  const [url, title, source, lang, story, cluster, relation, timeMs] = values.map(
    (value) => value ?? '',
  )
  if (!url || !title || !source || !lang || !story || !cluster || !relation) return null
  return { id, url, title, source, lang, story, cluster, relation, timeMs: Number(timeMs) }
}
