import { parseDate as parseFeedDate } from '../src/shared/core/feed/dates.ts'
import { draftFeed } from '../src/shared/core/feed/parseFeed.ts'
import type { EntryDraft } from '../src/shared/core/feed/types.ts'
import { isPathAllowed, readRules } from '../src/shared/core/polling/robots.ts'

/** Headers (lower-case names) and URL of the response a feed came in. */
export interface ConformanceContext {
  readonly headers: Readonly<Record<string, string>>
  readonly url?: string
}

function itemOf(entry: EntryDraft) {
  return {
    id: entry.guid ?? entry.url,
    link: entry.url,
    title: entry.title,
    published: entry.publishedAt,
    updated: entry.updatedAt,
    summary: entry.summary,
    content: entry.contentHtml,
    author: entry.author,
    categories: entry.categories,
    media: entry.mediaUrls,
  }
}

/** Facts of a feed in the shape a conformance scorer compares; throws when the bytes are no feed. */
export function parse(bytes: Uint8Array, { headers, url }: ConformanceContext) {
  const result = draftFeed(bytes, {
    url: url ?? '',
    contentType: headers['content-type'] ?? null,
    contentLocation: headers['content-location'] ?? null,
    contentLanguage: headers['content-language'] ?? null,
  })
  if (!result.ok) throw new Error(result.message)
  const { entries, siteUrl, ttlMinutes, updatedAt, ...facts } = result.feed
  const feed = {
    ...facts,
    link: siteUrl,
    ttl: ttlMinutes,
    updated: updatedAt,
    published: updatedAt,
  }
  return { feed, items: entries.map(itemOf) }
}

/** Epoch milliseconds of a date as feeds write it; null when it is refused. */
export function parseDate(raw: string): number | null {
  return parseFeedDate(raw)?.ms ?? null
}

/** Path and query of a URL exactly as written, which `URL` would percent-encode. */
function writtenPath(url: string): string {
  const afterHost = /^[a-z]+:\/\/[^/?;#]*(?<path>[^#]*)/.exec(url)?.groups?.['path'] ?? ''
  return afterHost.startsWith('/') ? afterHost : `/${afterHost}`
}

/** Whether a robots.txt file lets a crawler fetch a URL. */
export function robotsAllowed(robots: Uint8Array, agent: string, url: string): boolean {
  return isPathAllowed(readRules(new TextDecoder().decode(robots), agent), writtenPath(url))
}
