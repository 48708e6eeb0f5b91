import type { Context } from '../../shared/context.ts'
import type { Counted } from '../../shared/core/stories/counted.ts'
import type { Keys } from '../../shared/keys.ts'
import type { OperatorCommand, ReadArticle } from '../../shared/schemas.ts'
import type { CommitResult } from '../../shared/scripts.ts'
import { compress } from '../../shared/store/compressed.ts'
import type { IndexPlace } from './copyIndex.ts'
import { encodeChanges } from './encodeChanges.ts'
import type { StoryChanges } from './storyChanges.ts'

/** One atomic step of the assigner. */
export interface Commit {
  readonly fencingToken: number
  /** One more than the commits so far. */
  readonly number: number
  readonly nowMs: number
  readonly changes: StoryChanges
  /** What the commit adds to the lexicon; null when it places no article. */
  readonly counted: Counted | null
  /** What the assigner was given that led to this; null when it was due by itself. */
  readonly input: AssignInput | null
  /** The command that is obeyed by this commit, and the answer to it; null when there is none. */
  readonly obeys: { readonly commandId: string; readonly answer: string } | null
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

/** Something the assigner decides on. JSON-safe. */
export type AssignInput =
  | { readonly kind: 'article'; readonly article: ReadArticle }
  | { readonly kind: 'command'; readonly commandId: string; readonly command: OperatorCommand }

/** An entry of the input log. */
export interface LoggedInput {
  /** When it was decided, ms. */
  readonly nowMs: number
  readonly input: AssignInput
}

type Parts = Pick<Context, 'keys' | 'scripts' | 'config' | 'entries'>

const noPlace: IndexPlace = {
  recordKey: '',
  record: Buffer.alloc(0),
  level: { stem: '', partitionCount: 1 },
  anchors: Buffer.alloc(0),
  hashes: Buffer.alloc(0),
  generation: 0,
  ttlSeconds: 0,
}

/** Writes article, fingerprint, stories, events and outcome together, or nothing. */
export function sendCommit(
  commit: Commit,
  { keys, scripts, config, entries }: Parts,
): Promise<CommitResult> {
  const { article, changes, nowMs } = commit
  const { order, json, values } = encodeChanges(changes, article?.fields ?? [], nowMs)
  const place = article?.place ?? noPlace
  const storyKeys = order.flatMap((id) => [keys.story(id), keys.storyArticles(id)])
  const movedKeys = [...changes.moved.keys()].map(keys.article)
  return scripts.commit(
    [...keysOf(commit, keys), ...storyKeys, ...movedKeys],
    [
      commit.fencingToken,
      commit.number,
      article?.read.entryId ?? '',
      entries.ttlSeconds,
      config.ARTICLE_TTL_HOURS * 3_600,
      lastResort * config.EVENTS_MAX_LENGTH,
      place.hashes,
      place.anchors,
      place.record,
      place.ttlSeconds,
      json,
      article?.templates ?? '',
      article?.outcome ?? '',
      article?.revision ?? 0,
      place.generation,
      commit.counted ? JSON.stringify(commit.counted) : '',
      packInput(commit, config.INPUT_LOG_LENGTH),
      config.INPUT_LOG_LENGTH,
      commit.obeys?.commandId ?? '',
      commit.obeys?.answer ?? '',
      place.level.partitionCount,
      ...values,
    ],
  )
}

/** The keys of every commit, in the order of the script. */
function keysOf({ article, obeys }: Commit, keys: Keys): readonly string[] {
  return [
    keys.lease('assigner'),
    keys.commits,
    keys.events,
    keys.stories,
    keys.aliases,
    keys.clusters,
    keys.inFlight,
    keys.ledger,
    keys.lexiconSince,
    keys.inputs,
    keys.apart,
    keys.commandsDone,
    keys.commandAnswer(obeys?.commandId ?? ''),
    // on Redis Cluster every key needs the prefix, so an absent article names keys that are not touched
    keys.entry(article?.read.entryId ?? ''),
    keys.article(article?.id ?? ''),
    article?.place.recordKey || keys.copyRecords(0),
    keys.templates(article?.read.source ?? ''),
    keys.copyGenerations,
    article?.place.level.stem || keys.copyAnchors(0, 0, ''),
  ]
}

function packInput({ input, nowMs }: Commit, most: number): Buffer | string {
  if (!input || most === 0) return ''
  const logged: LoggedInput = { nowMs, input }
  return compress(Buffer.from(JSON.stringify(logged)))
}
