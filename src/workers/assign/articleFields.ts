import type { Decision } from '../../shared/core/stories/decide.ts'
import type { EventArticle, EventRelation, ReadArticle } from '../../shared/schemas.ts'

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
    lead: (page.paragraphs[0] ?? '').slice(0, leadLength),
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

/** The article's hash as flat fields and values; an absent fact is an absent field. */
export function articleFields({
  article,
  decision,
  relation,
  number,
}: Assigned): readonly string[] {
  const { page, language } = article
  const facts: Readonly<Record<string, string | number | boolean | null>> = {
    entry: article.entryId,
    seq: number,
    ...eventArticle(article),
    siteName: page.siteName,
    syndicatedFrom: page.syndicatedFrom,
    script: language.script,
    languageGroup: language.group,
    languageConfidence: language.confidence,
    updatedAt: page.updatedAt,
    timeMs: article.timeMs,
    dated: article.dated,
    imageUrl: page.imageUrl,
    section: page.section,
    keywords: page.keywords.join(', ') || null,
    credit: page.credit ? JSON.stringify(page.credit) : null,
    metered: page.metered,
    stub: page.stub,
    method: page.method,
    confidence: page.confidence,
    story: decision.storyId,
    cluster: decision.clusterId,
    relation: relation.kind,
    relatedTo: relation.to,
    jaccard: relation.jaccard,
    containment: relation.containment,
    receipt: JSON.stringify(decision.receipt),
    text: page.paragraphs.join('\n\n'),
  }
  return Object.entries(facts).flatMap(([name, value]) =>
    value === null ? [] : [name, String(value)],
  )
}
