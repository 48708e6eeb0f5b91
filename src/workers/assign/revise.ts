import type { Context } from '../../shared/context.ts'
import { compareVersions, type Revision } from '../../shared/core/copies/revision.ts'
import { type IdentityRule, matchArticle } from '../../shared/core/copies/sameArticle.ts'
import { withoutBlocks } from '../../shared/core/page/repeats.ts'
import type { ReadArticle, RevisionFacts } from '../../shared/schemas.ts'
import type { ArticleText } from '../../shared/store/stories.ts'
import type { Candidate } from './copyCandidates.ts'

/** An article that is a later version of one in the store. */
export interface LaterVersion {
  readonly before: ArticleText
  readonly revision: Revision
}

type Parts = Pick<Context, 'stories'>

/** Candidates of the same publisher looked at for the same article under another address. */
const mostCompared = 3

/**
 * Finds the article of which this one is a later version: the same entry read again, or the same article under a changed
 * URL, guid or title. Null when it is a new article.
 */
export async function findEarlierVersion(
  { stories }: Parts,
  article: ReadArticle,
  copies: readonly Candidate[],
): Promise<LaterVersion | null> {
  if (article.version !== null) {
    const before = await stories.articleText(article.articleId)
    if (before) return { before, revision: compare(before, article) }
  }
  const related = copies.filter(({ source }) => source === article.source).slice(0, mostCompared)
  for (const copy of related) {
    const before = await stories.articleText(copy.articleId)
    if (!before) continue
    const revision = compare(before, article)
    if (
      isNamedAlike(before, article, {
        ...copy,
        siblings: false,
        retracted: revision.grade === 'retracted',
      })
    ) {
      return { before, revision }
    }
  }
  return null
}

/** Did anything change that a reader would see? */
export function isChanged({ changedShare, titleChanged }: Revision): boolean {
  return changedShare > 0 || titleChanged
}

/** The `revision` part of an event. */
export function revisionFacts({ before, revision }: LaterVersion): RevisionFacts {
  const { grade, titleChanged, changedShare, ...evidence } = revision
  return {
    number: before.revision + 1,
    grade,
    titleChanged,
    changedShare: Math.round(changedShare * 10_000) / 10_000,
    evidence: {
      ...evidence,
      numbers: evidence.numbers.slice(0, 8),
      names: evidence.names.slice(0, 8),
    },
  }
}

/** What was cut from either version counts in neither: when it is cut depends on what was known of the site. */
function compare(before: ArticleText, { page, cut, language }: ReadArticle): Revision {
  const cutFromEither = new Set([...before.cut, ...cut])
  const version = ({ title, paragraphs }: Pick<ArticleText, 'title' | 'paragraphs'>) => ({
    title,
    paragraphs: withoutBlocks(paragraphs, cutFromEither),
    lang: language.lang,
  })
  return compareVersions(version(before), version(page))
}

/** Names by which an article is known again. By wording or time alone two addresses stay two articles that join one story. */
const namingRules: ReadonlySet<IdentityRule> = new Set(['url', 'guid'])
/** Weaker names, believed within one feed: several outlets may live on one host. */
const addressRules: ReadonlySet<IdentityRule> = new Set(['number', 'slug'])

function isNamedAlike(
  before: ArticleText,
  article: ReadArticle,
  match: Parameters<typeof matchArticle>[2],
): boolean {
  const { source } = article
  const next = {
    source,
    guid: article.guid,
    url: article.page.canonicalUrl,
    title: article.page.title,
    publishedMs: article.dated ? article.timeMs : null,
  }
  const previous = { ...before, source, url: before.canonicalUrl }
  const rule = matchArticle(previous, next, match)
  return namingRules.has(rule) || (addressRules.has(rule) && before.feed === article.feed)
}
