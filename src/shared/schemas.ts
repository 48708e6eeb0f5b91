import { z } from 'zod'
import { revisionGrades } from './core/copies/revision.ts'
import type { CleanArticle } from './core/page/types.ts'
import type { ArticleFeatures } from './core/stories/features.ts'

const Text = z.string()
const Nullable = z.string().nullable()
// What may be left out of a waiting job, since it says nothing (`jobData.ts`).
const Absent = Nullable.default(null)
const Flag = z.boolean().default(false)
const Milliseconds = z.number().int().nonnegative()
const Share = z.number().min(0).max(1)
// Made and read by the same core: its inside is not checked again on the way.
const Features = z.custom<ArticleFeatures>((value) => typeof value === 'object' && value !== null)
/** Id of an article: digest of its canonical URL. */
export const ArticleId = z.string().regex(/^a[0-9a-f]{20}$/)
/** Id of a story. */
export const StoryId = z.string().regex(/^s[0-9a-f]{20}$/)

/** A page that is looked at again for silent edits: which look it is, and what the page was like before. */
const PageCheck = z.object({
  /** 1, 2, …: after so many hours as REVISION_CHECKS says. */
  number: z.number().int().positive(),
  etag: Nullable,
  lastModified: Nullable,
  bodyHash: Text,
})
export type PageCheck = z.output<typeof PageCheck>

/** One entry of a feed on its way to be fetched: input of the stage `fetch`. */
export const Entry = z.object({
  /** Digest of the entry's canonical URL: names the item until it has an outcome. */
  entryId: ArticleId,
  url: Text,
  feed: Text,
  guid: Absent,
  title: Absent,
  summary: Absent,
  publishedAt: Absent,
  updatedAt: Absent,
  author: Absent,
  language: Absent,
  /** The feed carried the article's HTML; it is kept under the entry's `content` key. */
  hasContent: Flag,
  firstSeenMs: Milliseconds,
  /** Digest of what the feed said, when the entry is read again because that has changed; else null. */
  version: Absent,
  /** Set when the page itself is looked at again. */
  check: PageCheck.optional(),
})
export type Entry = z.output<typeof Entry>

/** Name of an entry's jobs: one that is read again has its version behind a dash. */
export function jobIdOf({ entryId, version }: Pick<Entry, 'entryId' | 'version'>): string {
  return version === null ? entryId : `${entryId}-${version}`
}

/** A fetched page by reference: input of the stage `read`. The bytes are under the entry's `page` key. */
export const PageRef = z.object({
  entryId: ArticleId,
  entry: Entry,
  /** URL that answered, after redirects. */
  url: Text,
  contentType: Absent,
})
export type PageRef = z.output<typeof PageRef>

const PageFacts = z.object({
  title: Text,
  paragraphs: z.array(Text),
  byline: Nullable,
  publishedAt: Nullable,
  updatedAt: Nullable,
  canonicalUrl: Text,
  syndicatedFrom: Nullable,
  siteName: Nullable,
  languageClaims: z.array(Text),
  imageUrl: Nullable,
  section: Nullable,
  keywords: z.array(Text),
  credit: z.object({ agency: Text, evidence: Text }).nullable(),
  metered: z.boolean(),
  stub: z.boolean(),
  method: z.enum(['dom', 'relaxed', 'jsonld', 'feed']),
  confidence: Share,
}) satisfies z.ZodType<CleanArticle>

/** A cleaned, fingerprinted article: input of the stage `assign`. */
export const ReadArticle = z.object({
  entryId: ArticleId,
  articleId: ArticleId,
  url: Text,
  feed: Text,
  guid: Absent,
  version: Absent,
  source: Text,
  firstSeenMs: Milliseconds,
  /** Published time when plausible, else first seen. */
  timeMs: Milliseconds,
  /** `timeMs` was published, not guessed. */
  dated: Flag,
  page: PageFacts,
  /** Keys of the blocks that were cut from the page because they repeat on its site. */
  cut: z.array(Text).readonly().default([]),
  language: z.object({
    lang: Text,
    script: Text,
    group: Text,
    confidence: Share,
    source: z.enum(['detected', 'hint', 'both', 'none']),
  }),
  wordCount: z.number().int().nonnegative(),
  /** Fingerprint record and its anchors (hash and partition hash, 32 bits each), base64. */
  fingerprint: z.object({ record: Text, anchors: Text }),
  features: Features,
})
export type ReadArticle = z.output<typeof ReadArticle>

const Relation = z.enum(['original', 'copy', 'partial', 'revision', 'related', 'translated'])
export type Relation = z.output<typeof Relation>

const EventStory = z
  .object({
    id: StoryId,
    size: z.number().int().positive(),
    headline: Text,
    languages: z.array(Text),
    sources: z.array(Text),
    openedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    // since 0.2
    headlines: z.record(Text, Text).exactOptional(),
    terms: z.array(Text).exactOptional(),
    names: z.array(Text).exactOptional(),
    firstAt: z.iso.datetime().exactOptional(),
    lastAt: z.iso.datetime().exactOptional(),
  })
  .meta({ id: 'WirefoldStory' })
export type EventStory = z.output<typeof EventStory>

const EventArticle = z
  .object({
    id: ArticleId,
    url: Text,
    canonicalUrl: Text,
    title: Text,
    byline: Nullable,
    source: Text,
    feed: Text,
    lang: Text,
    publishedAt: Nullable,
    firstSeenAt: z.iso.datetime(),
    /** First paragraph, at most 300 characters. */
    lead: Text,
    wordCount: z.number().int().nonnegative(),
  })
  .meta({ id: 'WirefoldArticle' })
export type EventArticle = z.output<typeof EventArticle>

const EventRelation = z
  .object({
    kind: Relation,
    /** Article this one copies or retells. */
    to: ArticleId.nullable(),
    jaccard: Share.nullable(),
    containment: Share.nullable(),
    credit: z.object({ agency: Text, evidence: Text }).nullable(),
  })
  .meta({ id: 'WirefoldRelation' })
export type EventRelation = z.output<typeof EventRelation>

const Receipt = z.record(z.string(), z.unknown())

const ArticleData = z.object({
  story: EventStory,
  article: EventArticle,
  relation: EventRelation,
  receipt: Receipt,
})

const Revision = z
  .object({
    /** 2, 3, … */
    number: z.number().int().min(2),
    grade: z.enum(revisionGrades),
    titleChanged: z.boolean(),
    /** Share of both texts that is not in the other. */
    changedShare: Share,
    /** What tells: numbers and names changed, negation, notice of a correction or withdrawal. */
    evidence: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'WirefoldRevision' })
export type RevisionFacts = z.output<typeof Revision>

/** What an operator wants of stories; see `wirefold story --help`. */
export const OperatorCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('merge'), stories: z.tuple([StoryId, StoryId]) }),
  z.object({ kind: z.literal('split'), story: StoryId, articles: z.array(ArticleId).min(1) }),
  z.object({ kind: z.literal('pin'), story: StoryId, article: ArticleId.nullable() }),
  z.object({
    kind: z.literal('keep_apart'),
    stories: z.tuple([StoryId, StoryId]),
    undo: z.boolean(),
  }),
])
export type OperatorCommand = z.output<typeof OperatorCommand>

/** The `data` of every event type. Additive changes stay v1. */
export const eventData = {
  'wirefold.story.opened.v1': ArticleData,
  'wirefold.story.joined.v1': ArticleData,
  'wirefold.article.revised.v1': ArticleData.extend({ revision: Revision }),
  'wirefold.story.merged.v1': z.object({
    story: EventStory,
    merged: z.array(StoryId).min(1),
    receipt: Receipt,
  }),
  'wirefold.story.split.v1': z.object({
    story: EventStory,
    to: StoryId,
    articles: z.array(z.object({ id: ArticleId, url: Text })),
    /** Facts of the story at `to`. */
    toStory: EventStory.exactOptional(),
    receipt: Receipt,
  }),
  'wirefold.story.updated.v1': z.object({ story: EventStory, receipt: Receipt }),
  'wirefold.story.closed.v1': z.object({ story: EventStory }),
} as const

export type EventType = keyof typeof eventData
export type EventData<T extends EventType> = z.output<(typeof eventData)[T]>

/** Flat attributes of every event, in the order they have in the stream. All values are strings there. */
export const eventFields = [
  'specversion',
  'id',
  'source',
  'type',
  'time',
  'subject',
  'seq',
  'lang',
  'relation',
  'data',
] as const
