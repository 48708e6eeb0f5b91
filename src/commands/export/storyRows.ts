import type { Context } from '../../shared/context.ts'
import { eventStory, type StoryRecord } from '../../shared/storyRecord.ts'
import type { Row } from './columns.ts'
import { duplicateRelations, overlapOf, type Removal, ruleOf } from './removals.ts'

type Parts = Pick<Context, 'redis' | 'keys'>
type Hash = Readonly<Record<string, string>>

/** An article of a story, and its removal when it is a duplicate. */
export interface ArticleRow {
  readonly article: Row
  /** How it relates to another article; null for the first of a story. */
  readonly copy: Row | null
  readonly removal: Removal | null
}

/** Articles of which the texts are held at a time. */
const batch = 50

/** The row of a story. */
export function storyRow(story: StoryRecord): Row {
  return { ...eventStory(story), state: story.state }
}

/**
 * The articles of a story in the order in which they came, each after the one it relates to. `language` leaves out
 * the others; an article whose counterpart is left out or has expired is kept.
 */
export async function* articleRows(
  parts: Parts,
  story: string,
  language: string | null,
): AsyncGenerator<ArticleRow> {
  const ids = await orderOfArrival(parts, story, language)
  /** Of each article so far the one that is kept for it: itself, or another. */
  const keptFor = new Map<string, string>()
  for (let at = 0; at < ids.length; at += batch) {
    const hashes = await load(parts, ids.slice(at, at + batch))
    for (const stored of hashes) {
      // the hash names the story it came to, which may have gone into this one since
      const hash: Hash = { ...stored, story }
      const removal = await removalOf(parts, hash, keptFor)
      keptFor.set(hash['id'] ?? '', removal?.kept ?? hash['id'] ?? '')
      yield { article: articleRow(hash), copy: copyRow(hash), removal }
    }
  }
}

async function orderOfArrival({ redis, keys }: Parts, story: string, language: string | null) {
  const ids = await redis.zrange(keys.storyArticles(story), '0', '-1')
  const pipeline = redis.pipeline()
  for (const id of ids) pipeline.hmget(keys.article(id), 'seq', 'lang')
  const facts = (await pipeline.exec()) ?? []
  return ids
    .map((id, at) => {
      const [seq, lang] = (facts[at]?.[1] ?? []) as (string | null)[]
      return { id, seq: Number(seq ?? Number.NaN), lang }
    })
    .filter(({ seq, lang }) => Number.isFinite(seq) && (language === null || lang === language))
    .toSorted((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

async function load({ redis, keys }: Parts, ids: readonly string[]): Promise<readonly Hash[]> {
  const pipeline = redis.pipeline()
  for (const id of ids) pipeline.hgetall(keys.article(id))
  const answers = ((await pipeline.exec()) ?? []).map(([, hash]) => hash as Hash)
  return answers.filter((hash) => hash['text'] !== undefined)
}

async function removalOf(
  { redis, keys }: Parts,
  hash: Hash,
  keptFor: ReadonlyMap<string, string>,
): Promise<Removal | null> {
  const { id: removed = '', story = '', relation = '', relatedTo: evidence = '', text = '' } = hash
  const kept = keptFor.get(evidence)
  if (!duplicateRelations.has(relation) || !kept) return null
  const overlap = overlapOf(text, (await redis.hget(keys.article(evidence), 'text')) ?? '')
  // an edit since may have made it a text of its own
  const rule = ruleOf(overlap)
  return rule && { story, removed, kept, evidence, relation, ...overlap, rule }
}

function articleRow(hash: Hash): Row {
  const text = (name: string) => hash[name] ?? null
  return {
    story: text('story'),
    id: text('id'),
    url: text('url'),
    canonicalUrl: text('canonicalUrl'),
    source: text('source'),
    siteName: text('siteName'),
    feed: text('feed'),
    lang: text('lang'),
    title: text('title'),
    byline: text('byline'),
    publishedAt: text('publishedAt'),
    firstSeenAt: text('firstSeenAt'),
    revision: Number(hash['revision'] ?? 1),
    wordCount: Number(hash['wordCount'] ?? 0),
    relation: text('relation'),
    relatedTo: text('relatedTo'),
    credit: hash['credit'] ? (JSON.parse(hash['credit']) as { agency: string }).agency : null,
    stub: hash['stub'] === 'true',
    text: text('text'),
  }
}

/** As it was measured when the article came. */
function copyRow(hash: Hash): Row | null {
  const { story = '', id = '', relation = '', relatedTo } = hash
  if (!relatedTo) return null
  const share = (name: string) => (hash[name] === undefined ? null : Number(hash[name]))
  const shares = { jaccard: share('jaccard'), containment: share('containment') }
  return { story, article: id, relatedTo, relation, ...shares }
}
