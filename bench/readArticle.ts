import { articleIdOf } from '../src/shared/core/copies/canonicalUrl.ts'
import { fingerprintText } from '../src/shared/core/copies/fingerprint.ts'
import { packFingerprint } from '../src/shared/core/copies/packedFingerprint.ts'
import { extractFeatures } from '../src/shared/core/stories/features.ts'
import { languageGroupOf } from '../src/shared/core/text/languageCodes.ts'
import type { ReadArticle } from '../src/shared/schemas.ts'

/** What a benchmark knows of an article. */
export interface ArticleFacts {
  readonly source: string
  /** Below the source: `/one/two`. */
  readonly path: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly lang: string
  readonly timeMs: number
}

/** The article as a reader would pass it on to the assigner. */
export function readArticle(facts: ArticleFacts): ReadArticle {
  const { source, title, lang, timeMs } = facts
  const paragraphs = [...facts.paragraphs]
  const url = `https://${source}${facts.path}`
  const articleId = articleIdOf(url)
  const features = extractFeatures({ title, paragraphs, lang })
  return {
    entryId: articleId,
    articleId,
    url,
    feed: `https://${source}/feed`,
    guid: null,
    version: null,
    source,
    firstSeenMs: timeMs,
    timeMs,
    dated: true,
    page: pageOf(title, paragraphs, url),
    cut: [],
    language: {
      lang,
      script: 'Latn',
      group: languageGroupOf(lang),
      confidence: 1,
      source: 'detected',
    },
    wordCount: features.bodyTokens,
    fingerprint: packFingerprint(fingerprintText(paragraphs.join('\n')), { articleId, timeMs }),
    features,
  }
}

/** A page that says nothing of itself but title, text and address. */
export function pageOf(
  title: string,
  paragraphs: string[],
  canonicalUrl: string,
): ReadArticle['page'] {
  return {
    title,
    paragraphs,
    canonicalUrl,
    byline: null,
    publishedAt: null,
    updatedAt: null,
    syndicatedFrom: null,
    siteName: null,
    languageClaims: [],
    imageUrl: null,
    section: null,
    keywords: [],
    credit: null,
    metered: false,
    stub: false,
    method: 'dom',
    confidence: 1,
  }
}
