import type { Context } from '../context.ts'
import { articleIdNamed } from '../core/copies/canonicalUrl.ts'
import { measureOverlaps } from '../core/copies/lineageOverlaps.ts'
import type { Receipt } from '../core/stories/receipt.ts'
import { UsageError } from '../errors.ts'
import { ArticleId } from '../schemas.ts'

/** An article with the receipt of its decision. */
export interface Explained {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly source: string
  /** Where it is now: the id that lives on after merges. */
  readonly story: string
  readonly relation: string
  readonly text: string
  readonly receipt: Receipt
}

/** What two articles have to do with each other. */
export interface Compared {
  /** Word triples shared, of both, 0..1. */
  readonly jaccard: number
  /** Word triples shared, of the shorter, 0..1. */
  readonly containment: number
  readonly sameStory: boolean
}

type Parts = Pick<Context, 'redis' | 'keys' | 'stories'>

/** Finds an article by its URL or id. @throws UsageError when there is none. */
export async function findExplained(parts: Parts, name: string): Promise<Explained> {
  const { redis, keys, stories } = parts
  const id = articleIdNamed(name)
  // nothing but an id becomes part of a key
  const isId = ArticleId.safeParse(id).success
  const hash = isId ? await redis.hgetall(keys.article(id)) : {}
  if (hash['receipt'] === undefined) {
    throw new UsageError(`no article ${name}: give its URL or id, see \`wirefold story ID --json\``)
  }
  return {
    id,
    url: hash['url'] ?? '',
    title: hash['title'] ?? '',
    source: hash['source'] ?? '',
    story: await stories.resolve(hash['story'] ?? ''),
    relation: hash['relation'] ?? '',
    text: hash['text'] ?? '',
    receipt: JSON.parse(hash['receipt']) as Receipt,
  }
}

/** Compares the texts of two articles. */
export function compareArticles(first: Explained, second: Explained): Compared {
  const [overlap] = measureOverlaps([first, second])
  return {
    jaccard: overlap?.jaccard ?? 0,
    containment: overlap?.containment ?? 0,
    sameStory: first.story === second.story,
  }
}
