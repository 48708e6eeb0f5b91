import type { Decision } from '../../shared/core/stories/decide.ts'
import type { EventArticle, EventRelation, ReadArticle } from '../../shared/schemas.ts'
import { storedText } from '../../shared/store/stories.ts'
import { toJson } from '../../shared/wellFormed.ts'

const leadLength = 300

/** The `article` part of an event. */
export function eventArticle(article: ReadArticle): EventArticle {
  const { page } = article
  return {
    id: article.articleId,
    url: article.url,
    canonicalUrl: page.canonicalUrl,
    title: page.title,
    byline: page.byline,
    source: article.source,
    feed: article.feed,
    lang: article.language.lang,
    publishedAt: page.publishedAt,
    firstSeenAt: new Date(article.firstSeenMs).toISOString(),
    lead: leadOf(article),
    wordCount: article.wordCount,
  }
}

interface Assigned {
  readonly article: ReadArticle
  readonly decision: Decision
  readonly relation: EventRelation
  /** Number of the commit. */
  readonly number: number
}

/** What a version of an article says, as flat fields and values; an absent fact is an absent field. */
export function versionFields(article: ReadArticle): readonly string[] {
  const { page, language } = article
  return flatten({
    title: page.title,
    byline: page.byline,
    publishedAt: page.publishedAt,
    updatedAt: page.updatedAt,
    lead: leadOf(article),
    wordCount: article.wordCount,
    siteName: page.siteName,
    syndicatedFrom: page.syndicatedFrom,
    script: language.script,
    languageGroup: language.group,
    languageConfidence: language.confidence,
    imageUrl: page.imageUrl,
    section: page.section,
    keywords: page.keywords.join(', ') || null,
    credit: page.credit ? toJson(page.credit) : null,
    metered: page.metered,
    stub: page.stub,
    method: page.method,
    confidence: page.confidence,
    text: storedText(page.paragraphs),
    cut: article.cut.join(' ') || null,
    embedding: article.features.embedding ? JSON.stringify(article.features.embedding) : null,
  })
}

/** The hash of a new article as flat fields and values. */
export function articleFields(assigned: Assigned): readonly string[] {
  const { article, decision, relation, number } = assigned
  const decided = flatten({
    entry: article.entryId,
    guid: article.guid,
    seq: number,
    revision: 1,
    ...eventArticle(article),
    timeMs: article.timeMs,
    dated: article.dated,
    firstSeenMs: article.firstSeenMs,
    story: decision.storyId,
    cluster: decision.clusterId,
    relation: relation.kind,
    relatedTo: relation.to,
    jaccard: relation.jaccard,
    containment: relation.containment,
    receipt: toJson(decision.receipt),
  })
  return [...decided, ...versionFields(article)]
}

type Fact = string | number | boolean | null

function flatten(facts: Readonly<Record<string, Fact>>): readonly string[] {
  return Object.entries(facts).flatMap(([name, value]) =>
    value === null ? [] : [name, String(value)],
  )
}

function leadOf({ page }: ReadArticle): string {
  return (page.paragraphs[0] ?? '').slice(0, leadLength).toWellFormed()
}
