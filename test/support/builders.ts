import { createHash } from 'node:crypto'
import { pageOf } from '../../bench/readArticle.ts'
import { articleIdOf, canonicalizeUrl } from '../../src/shared/core/copies/canonicalUrl.ts'
import { fingerprintText } from '../../src/shared/core/copies/fingerprint.ts'
import { packFingerprint } from '../../src/shared/core/copies/packedFingerprint.ts'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { extractFeatures } from '../../src/shared/core/stories/features.ts'
import { languageGroupOf } from '../../src/shared/core/text/languageCodes.ts'
import type { Entry, PageRef, ReadArticle } from '../../src/shared/schemas.ts'
import type { StoredFeed } from '../../src/shared/store/feeds.ts'
import { feedIdOf } from '../../src/shared/store/followedFeeds.ts'
import { type Report, reports } from './texts.ts'

/** When the articles of the builders were first seen: a Sunday at noon. */
export const noonMs = Date.UTC(2026, 10, 22, 12)

/** A well-formed id for a name. */
export function anId(name: string): string {
  return `a${createHash('sha256').update(name).digest('hex').slice(0, 20)}`
}

/** An entry of a feed as the poller enqueues it. */
export function anEntry(overrides: Partial<Entry> = {}): Entry {
  const url = overrides.url ?? 'http://news.example/ferry'
  return {
    entryId: articleIdOf(canonicalizeUrl(url) ?? url),
    url,
    feed: 'http://news.example/feed',
    guid: null,
    title: null,
    summary: null,
    publishedAt: null,
    updatedAt: null,
    author: null,
    language: null,
    hasContent: false,
    firstSeenMs: noonMs,
    version: null,
    ...overrides,
  }
}

/** The reference to a fetched page of an entry. */
export function aPageRef(entry: Entry = anEntry()): PageRef {
  return { entryId: entry.entryId, entry, url: entry.url, contentType: 'text/html; charset=utf-8' }
}

type Told = Partial<
  Pick<ReadArticle, 'entryId' | 'articleId' | 'source' | 'timeMs' | 'dated' | 'guid' | 'version'>
> & {
  readonly report?: Report
  /** `en` if left out. */
  readonly lang?: string
  readonly url?: string
}

/** An article as the reader passes it to the assigner. */
export function aReadArticle({
  report = reports.ferry,
  lang = 'en',
  ...told
}: Told = {}): ReadArticle {
  const url = told.url ?? 'http://news.example/ferry'
  const articleId = told.articleId ?? articleIdOf(canonicalizeUrl(url) ?? url)
  const timeMs = told.timeMs ?? noonMs
  const features = extractFeatures({ ...report, lang })
  return {
    entryId: told.entryId ?? articleId,
    articleId,
    url,
    feed: 'http://news.example/feed',
    guid: told.guid ?? null,
    version: told.version ?? null,
    source: told.source ?? new URL(url).host,
    firstSeenMs: timeMs,
    timeMs,
    dated: told.dated ?? true,
    page: pageFactsOf(report, url),
    cut: [],
    language: { lang, script: 'Latn', group: languageGroupOf(lang), confidence: 1, source: 'both' },
    wordCount: features.bodyTokens,
    fingerprint: packFingerprint(fingerprintText(report.paragraphs.join('\n')), {
      articleId,
      timeMs,
    }),
    features,
  }
}

function pageFactsOf({ title, paragraphs }: Report, url: string): ReadArticle['page'] {
  const publishedAt = new Date(noonMs).toISOString()
  return { ...pageOf(title, [...paragraphs], url), publishedAt, languageClaims: ['en'] }
}

/** The HTML page of a report. */
export function anArticlePage({ title, paragraphs }: Report = reports.ferry): string {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="article:published_time" content="${new Date(noonMs).toISOString()}"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><article><h1>${title}</h1>
${text}
</article></main>
<footer>Imprint</footer></body></html>`
}

/** An RSS feed with one item a URL. */
export function anRssFeed(urls: readonly string[]): string {
  const items = urls.map(
    (url, at) =>
      `<item><title>Item ${at + 1}</title><link>${url}</link><guid>${url}</guid><pubDate>${new Date(noonMs).toUTCString()}</pubDate></item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Test wire</title><link>http://news.example/</link><description>Feed of a test</description>
${items.join('\n')}
</channel></rss>`
}

/** A feed that was never polled. */
export function aStoredFeed(url: string): StoredFeed {
  return { id: feedIdOf(url), dueMs: noonMs, state: newFeedState(url, noonMs) }
}
