import type { Cluster } from './cluster.ts'
import type { ArticleFeatures } from './features.ts'
import { meaningOf } from './meaning.ts'
import type { Profile } from './profile.ts'

/** An article that waits for its story, with all the caller knows of it. */
export interface IncomingArticle {
  readonly id: string
  /** Position in the stream; ascending. */
  readonly seq: number
  readonly lang: string
  /** Languages to be treated as one share a group. */
  readonly group: string
  readonly features: ArticleFeatures
  readonly timeMs: number
  /** `timeMs` was stated by the publisher; false = time of arrival. */
  readonly dated: boolean
  /** The page shows only the beginning of the text. */
  readonly stub: boolean
  /** A page of its source's template (weather, markets): only a copy of it belongs into its story. */
  readonly template: boolean
  /** Verified copies from the fingerprint index, best first. */
  readonly copies: readonly CopyCandidate[]
  /** Ids to use if the article opens a story or a cluster. */
  readonly newStoryId: string
  readonly newClusterId: string
}

/** An earlier article that shares much of its wording with this one. */
export interface CopyCandidate {
  readonly articleId: string
  readonly storyId: string
  readonly clusterId: string
  readonly jaccard: number
  readonly containment: number
  /** The normalised words are the same: then nothing can speak against it. */
  readonly sameText?: boolean
  readonly lang: string
}

/** Words below which a body says no more than its headline; a stub ends in words about subscriptions. */
const SHORT_BODY = 40
const SHORT_STUB = 80

/** A page that resembles others without being about the same: it joins copies of itself only. */
export function standsAlone({ template, features }: IncomingArticle): boolean {
  return template || features.kind === 'roundup'
}

/** The cluster an article is on its own, under the ids reserved for it. */
export function clusterOf(article: IncomingArticle, profile: Profile): Cluster {
  return {
    id: article.newClusterId,
    storyId: article.newStoryId,
    group: article.group,
    openedSeq: article.seq,
    size: 1,
    firstMs: article.timeMs,
    lastMs: article.timeMs,
    dated: article.dated,
    template: standsAlone(article),
    table: article.features.kind === 'table',
    fullText: article.features.bodyTokens >= (article.stub ? SHORT_STUB : SHORT_BODY),
    cased: !article.features.caseless,
    languages: [article.lang],
    headArticle: article.id,
    representative: article.id,
    absorbed: [],
    held: false,
    suspects: [],
    members: null,
    profile,
    meaning: meaningOf(article.features.embedding),
  }
}
