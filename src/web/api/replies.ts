import { z } from '@hono/zod-openapi'
import { healthOrder } from '../../shared/core/polling/health.ts'

const Time = z.iso.datetime()
const Share = z.number().min(0).max(1).nullable()

/** Ids as paths and queries take them: nothing else reaches Redis. */
export const storyId = z
  .string()
  .regex(/^s[0-9a-f]{20}$/, 'must be a story id: s and 20 hexadecimal digits')
export const articleId = z
  .string()
  .regex(/^a[0-9a-f]{20}$/, 'must be an article id: a and 20 hexadecimal digits')

/** One story of a list. */
export const StorySummary = z
  .object({
    id: z.string(),
    state: z.enum(['open', 'closed']),
    size: z.number().int().openapi({ description: 'articles' }),
    headline: z.string(),
    languages: z.array(z.string()),
    sources: z.array(z.string()).openapi({ description: 'publishers, at most 100' }),
    openedAt: Time,
    updatedAt: Time,
    headlines: z.record(z.string(), z.string()).optional().openapi({ description: 'by language' }),
    terms: z.array(z.string()).optional().openapi({ description: 'what it is about' }),
    names: z.array(z.string()).optional().openapi({ description: 'who and where' }),
    independentOrigins: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'texts that are not copies of each other; null until counted' }),
    growth: z
      .array(z.number().int())
      .openapi({ description: 'articles in twelve equal parts of its life' }),
  })
  .openapi('StorySummary')
export type StorySummary = z.output<typeof StorySummary>

export const StoryList = z
  .object({
    stories: z.array(StorySummary),
    next: z.string().nullable().openapi({ description: 'cursor of the next page' }),
    total: z.number().int().openapi({ description: 'stories kept, whatever the filter' }),
    languages: z.array(z.string()),
  })
  .openapi('StoryList')
export type StoryList = z.output<typeof StoryList>

/** One article of a story, with its place in the lineage. */
export const StoryArticle = z
  .object({
    id: z.string(),
    url: z.string(),
    title: z.string(),
    source: z.string(),
    siteName: z.string().nullable(),
    lang: z.string(),
    relation: z.string(),
    relatedTo: z
      .string()
      .nullable()
      .openapi({ description: 'article it was compared with when it came' }),
    jaccard: Share.openapi({ description: 'share of both texts, that it had in common then' }),
    containment: Share.openapi({ description: 'share of the shorter one' }),
    revision: z.number().int(),
    publishedAt: Time.nullable(),
    firstSeenAt: Time,
    lead: z.string(),
    stub: z.boolean(),
    credit: z.string().nullable().openapi({ description: 'agency the page names' }),
    parent: z
      .string()
      .nullable()
      .openapi({ description: 'article it was most likely copied from' }),
    share: z.number().openapi({ description: 'share of its text that stands in the parent' }),
    confidence: z.number(),
    evidence: z.array(z.string()),
    origin: z.number().int().nullable(),
    isOrigin: z.boolean(),
  })
  .openapi('StoryArticle')
export type StoryArticle = z.output<typeof StoryArticle>

export const StoryDetail = z
  .object({
    story: StorySummary,
    articles: z.array(StoryArticle).openapi({ description: 'the earliest 200' }),
    first: z.string().openapi({ description: 'article that was first, or `unknown`' }),
  })
  .openapi('StoryDetail')
export type StoryDetail = z.output<typeof StoryDetail>

export const Article = z
  .object({
    id: z.string(),
    url: z.string(),
    canonicalUrl: z.string(),
    title: z.string(),
    byline: z.string().nullable(),
    source: z.string(),
    lang: z.string(),
    publishedAt: z.string().nullable(),
    firstSeenAt: z.string(),
    paragraphs: z.array(z.string()),
    story: z.string(),
    relation: z.string(),
    relatedTo: z.string().nullable(),
    jaccard: Share,
    containment: Share,
    revision: z.number().int(),
    receipt: z.record(z.string(), z.unknown()),
  })
  .openapi('Article')
export type Article = z.output<typeof Article>

export const Problem = z
  .object({
    error: z.string(),
    fields: z
      .record(z.string(), z.string())
      .optional()
      .openapi({ description: 'what is wrong, by field' }),
  })
  .openapi('Problem')

export const Explanation = z
  .object({
    articles: z.array(
      z.object({
        id: z.string(),
        url: z.string(),
        title: z.string(),
        source: z.string(),
        story: z.string(),
        relation: z.string(),
        receipt: z.record(z.string(), z.unknown()),
      }),
    ),
    overlap: z
      .object({ jaccard: z.number(), containment: z.number(), sameStory: z.boolean() })
      .nullable(),
  })
  .openapi('Explanation')
export type Explanation = z.output<typeof Explanation>

const FeedHealth = z.enum(healthOrder)

/** A publisher, counted over the newest events. */
export const Source = z
  .object({
    source: z.string().openapi({ description: 'its host' }),
    name: z.string().nullable().openapi({ description: 'what it calls itself on its pages' }),
    articles: z.number().int(),
    copies: z.number().int().openapi({ description: 'copies, cut copies and later versions' }),
    lastAt: Time,
    lagSeconds: z
      .number()
      .nullable()
      .openapi({ description: 'median from published to first seen; null when it gives no times' }),
    health: FeedHealth.nullable().openapi({
      description:
        'of its feed, of the worst when there are several; null when none is followed any more',
    }),
    why: z.string().nullable().openapi({ description: 'in words; null when all is well' }),
  })
  .openapi('Source')
export type Source = z.output<typeof Source>

export const SourceList = z
  .object({
    sources: z.array(Source).openapi({ description: 'busiest first' }),
    events: z.number().int().openapi({ description: 'events counted' }),
  })
  .openapi('SourceList')
export type SourceList = z.output<typeof SourceList>

export const Status = z
  .object({
    seen: z.number().int().openapi({ description: 'entries ever seen in feeds' }),
    inFlight: z.number().int(),
    balanced: z.boolean().openapi({ description: 'seen = sum of outcomes + in flight' }),
    outcomes: z.record(z.string(), z.number().int()),
    queues: z.array(
      z.object({
        stage: z.string(),
        waiting: z.number().int(),
        active: z.number().int(),
        delayed: z.number().int(),
      }),
    ),
  })
  .openapi('Status')
export type Status = z.output<typeof Status>

export const FeedList = z
  .object({
    feeds: z.array(
      z.object({
        url: z.string(),
        title: z.string().nullable(),
        status: FeedHealth,
        why: z.string().nullable().openapi({ description: 'in words; null when all is well' }),
        lastSuccessAt: Time.nullable(),
        nextPollAt: Time.nullable(),
        intervalSeconds: z.number().int(),
      }),
    ),
    total: z.number().int(),
  })
  .openapi('FeedList')
export type FeedList = z.output<typeof FeedList>
