import type { Context } from '../../shared/context.ts'
import type { Counted } from '../../shared/core/stories/counted.ts'
import type { ReadArticle } from '../../shared/schemas.ts'
import type { CommitResult } from '../../shared/scripts.ts'
import type { IndexPlace } from './copyIndex.ts'
import { encodeChanges, type StoryChanges } from './storyChanges.ts'

/** One atomic step of the assigner. */
export interface Commit {
  readonly fencingToken: number
  /** One more than the commits so far. */
  readonly number: number
  readonly nowMs: number
  readonly changes: StoryChanges
  /** What the commit adds to the lexicon; null when it places no article. */
  readonly counted: Counted | null
  /** Absent when only stories change. */
  readonly article: {
    readonly read: ReadArticle
    /** Id under which it is stored: its own, or that of the version before. */
    readonly id: string
    /** Flat fields of the article's hash. */
    readonly fields: readonly string[]
    readonly place: IndexPlace
    /** Templates of the source after this page, packed; null when nothing was learned. */
    readonly templates: Buffer | null
    readonly outcome: 'clustered' | 'dropped:same_article'
    /** 1 when the article is new. */
    readonly revision: number
  } | null
}

/** The stream is trimmed with regard to its readers (`trimming.ts`) at twice its length at the latest; this bounds it if nobody does. */
const lastResort = 4

type Parts = Pick<Context, 'keys' | 'scripts' | 'config' | 'entries'>

const noPlace: IndexPlace = {
  recordKey: '',
  record: Buffer.alloc(0),
  anchorKeys: [],
  anchors: Buffer.alloc(0),
  generation: 0,
  ttlSeconds: 0,
}

/** Writes article, fingerprint, stories, events and outcome together, or nothing. */
export function sendCommit(
  commit: Commit,
  { keys, scripts, config, entries }: Parts,
): Promise<CommitResult> {
  const { article, changes, nowMs } = commit
  const place = article?.place ?? noPlace
  const { order, json } = encodeChanges(changes, article?.fields ?? [], nowMs)
  const shared = [
    keys.assignerLease,
    keys.commits,
    keys.events,
    keys.stories,
    keys.aliases,
    keys.clusters,
    keys.inFlight,
    keys.ledger,
    keys.lexiconSince,
  ]
  // on Redis Cluster every key needs the prefix, so an absent article names keys that are not touched
  const entryId = article?.read.entryId ?? ''
  const own = [
    keys.entry(entryId),
    keys.article(article?.id ?? ''),
    place.recordKey || keys.copyRecords(0),
    keys.templates(article?.read.source ?? ''),
    keys.copyGenerations,
  ]
  const storyKeys = order.flatMap((id) => [keys.story(id), keys.storyArticles(id)])
  return scripts.commit(
    [...shared, ...own, ...place.anchorKeys, ...storyKeys],
    [
      commit.fencingToken,
      commit.number,
      entryId,
      entries.ttlSeconds,
      config.ARTICLE_TTL_HOURS * 3_600,
      lastResort * config.EVENTS_MAX_LENGTH,
      place.anchorKeys.length,
      place.anchors,
      place.record,
      place.ttlSeconds,
      json,
      article?.templates ?? '',
      article?.outcome ?? '',
      article?.revision ?? 0,
      place.generation,
      commit.counted ? JSON.stringify(commit.counted) : '',
    ],
  )
}
