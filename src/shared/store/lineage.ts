import type { Context } from '../context.ts'
import { agencyHosts } from '../core/copies/agencyHosts.ts'
import { maximumLineageArticles, traceLineage } from '../core/copies/lineage.ts'
import { measureOverlaps } from '../core/copies/lineageOverlaps.ts'
import { observeClock } from '../core/copies/lineageTimes.ts'
import type { Lineage, LineageArticle, SourceClock } from '../core/copies/lineageTypes.ts'

/** One article of a story as its lineage shows it. */
export interface TracedArticle extends LineageArticle {
  readonly url: string
  readonly title: string
  readonly lead: string
  /** What the publisher calls itself; null when the page does not say. */
  readonly siteName: string | null
  readonly stub: boolean
  readonly lang: string
  readonly relation: string
  /** The article it was compared with when it came; null for own texts. */
  readonly relatedTo: string | null
  /** What it shared with that one then, 0..1. */
  readonly jaccard: number | null
  readonly containment: number | null
  readonly revision: number
}

/** A story's articles, and who copied from whom. */
export interface StoryLineage {
  readonly articles: ReadonlyMap<string, TracedArticle>
  readonly lineage: Lineage
}

type Parts = Pick<Context, 'redis' | 'keys'>

/** Traces the copies of a story from what its articles' hashes say; the earliest 200 articles. */
export async function loadLineage({ redis, keys }: Parts, storyId: string): Promise<StoryLineage> {
  const ids = await redis.zrange(
    keys.storyArticles(storyId),
    '0',
    String(maximumLineageArticles - 1),
  )
  const hashes = await Promise.all(ids.map((id) => redis.hgetall(keys.article(id))))
  const present = hashes.filter((hash) => hash['title'] !== undefined)
  const articles = present.map(tracedArticle)
  const lineage = traceLineage({
    articles,
    overlaps: measureOverlaps(
      present.map((hash) => ({ id: hash['id'] ?? '', text: hash['text'] ?? '' })),
    ),
    clocks: await loadClocks(
      { redis, keys },
      articles.map(({ source }) => source),
    ),
    agencyHosts,
  })
  return { articles: new Map(articles.map((article) => [article.id, article])), lineage }
}

/** How long after their claimed times a publisher's articles were seen, ms. */
export interface ObservedLags {
  readonly source: string
  readonly lagsMs: readonly number[]
}

/** Learns the clocks of publishers from articles dated to the minute. */
export async function watchClocks(
  { redis, keys }: Parts,
  observed: readonly ObservedLags[],
  ttlSeconds: number,
): Promise<void> {
  const clocks = await loadClocks(
    { redis, keys },
    observed.map(({ source }) => source),
  )
  const pipeline = redis.pipeline()
  for (const { source, lagsMs } of observed) {
    const clock = lagsMs.reduce(observeClock, clocks.get(source) ?? null)
    pipeline.set(keys.clock(source), JSON.stringify(clock), 'EX', ttlSeconds)
  }
  await pipeline.exec()
}

async function loadClocks(
  { redis, keys }: Parts,
  named: readonly string[],
): Promise<ReadonlyMap<string, SourceClock>> {
  const sources = [...new Set(named)]
  if (sources.length === 0) return new Map()
  const clocks = await redis.mget(sources.map(keys.clock))
  return new Map(
    sources.flatMap((source, at) => {
      const clock = clocks[at]
      return clock ? [[source, JSON.parse(clock) as SourceClock] as const] : []
    }),
  )
}

type Hash = Readonly<Record<string, string>>

function tracedArticle(hash: Hash): TracedArticle {
  const published = hash['publishedAt'] ?? null
  return {
    id: hash['id'] ?? '',
    source: hash['source'] ?? '',
    claimedMs: hash['dated'] === 'true' ? Number(hash['timeMs']) : null,
    claimedDay: published !== null && published.length === 10,
    seenMs: Number(hash['firstSeenMs']),
    seenAfterMs: null,
    credit: hash['credit']
      ? ((JSON.parse(hash['credit']) as { agency: string }).agency ?? null)
      : null,
    syndicatedFrom: hostOf(hash['syndicatedFrom']),
    shingleCount: Number(hash['wordCount'] ?? 0),
    url: hash['url'] ?? '',
    title: hash['title'] ?? '',
    lead: hash['lead'] ?? '',
    siteName: hash['siteName'] ?? null,
    stub: hash['stub'] === 'true',
    lang: hash['lang'] ?? 'und',
    relation: hash['relation'] ?? '',
    relatedTo: hash['relatedTo'] ?? null,
    jaccard: shareOf(hash['jaccard']),
    containment: shareOf(hash['containment']),
    revision: Number(hash['revision'] ?? 1),
  }
}

const shareOf = (text: string | undefined) => (text === undefined ? null : Number(text))

function hostOf(url: string | undefined): string | null {
  return url && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : null
}
