import { createHash } from 'node:crypto'
import type { Context } from '../shared/context.ts'
import { articleIdOf, canonicalizeUrl } from '../shared/core/copies/canonicalUrl.ts'
import { publishedMsOf } from '../shared/core/feed/dates.ts'
import type { Feed, FeedEntry } from '../shared/core/feed/types.ts'
import { type Entry, jobIdOf } from '../shared/schemas.ts'
import { feedIdOf } from '../shared/store/followedFeeds.ts'

/** Article HTML in the feed shorter than this is a summary, and no fallback for the page. */
const minContentLength = 500

/** An entry under its id, with the digest of what the feed says of it. */
interface Listed {
  readonly id: string
  readonly entry: FeedEntry
  readonly version: string
}

/**
 * Puts the entries of a feed to work: unseen ones, and clustered ones of which the feed now says something else. First the
 * jobs, then the marks: a crash in between repeats work and loses nothing. Returns the number of new entries.
 */
export async function enqueueEntries(
  context: Context,
  feedUrl: string,
  feed: Feed,
): Promise<number> {
  const { entries, queues, now } = context
  const nowMs = now()
  const listed = listEntries(feed)
  const feedId = feedIdOf(feedUrl)
  const { unseen, changed, unnoted } = await entries.sort(feedId, listed)
  const first = unseen.map((item) => ({ item, version: null }))
  const again = changed.map((item) => ({ item, version: item.version }))
  const jobs = [...first, ...again].map(({ item, version }) => ({
    id: jobIdOf({ entryId: item.id, version }),
    item,
    payload: toEntry(item, { feedUrl, nowMs, version }),
  }))
  for (const { item, payload } of jobs) {
    if (payload.hasContent) await context.pages.putContent(item.id, item.entry.contentHtml ?? '')
  }
  await queues.enqueue('fetch', jobs)
  const admitted = await entries.admit(
    unseen.map(({ id }) => id),
    nowMs,
  )
  await entries.noteVersions(feedId, [...unseen, ...changed, ...unnoted])
  observeDiscovery(context, unseen, nowMs)
  return admitted
}

/** Entries with a usable URL, each once. */
function listEntries(feed: Feed): readonly Listed[] {
  const byId = new Map<string, Listed>()
  const repeated = repeatedGuids(feed)
  for (const read of feed.entries) {
    const entry = repeated.has(read.guid ?? '') ? { ...read, guid: null } : read
    const canonicalUrl = canonicalizeUrl(entry.url)
    if (canonicalUrl === null) continue
    const id = articleIdOf(canonicalUrl)
    byId.set(id, { id, entry, version: versionOf(entry) })
  }
  return [...byId.values()]
}

/** Guids of more than one entry: some publishers give all the same, and so name none. */
function repeatedGuids({ entries }: Feed): ReadonlySet<string> {
  const urls = new Map<string, string>()
  const repeated = entries.filter(({ guid, url }) => {
    if (guid === null) return false
    const first = urls.get(guid) ?? url
    urls.set(guid, first)
    return first !== url
  })
  return new Set(repeated.map(({ guid }) => guid ?? ''))
}

function versionOf({ title, updatedAt }: FeedEntry): string {
  return createHash('sha1').update(`${title}\n${updatedAt}`).digest('hex').slice(0, 10)
}

interface Poll {
  readonly feedUrl: string
  readonly nowMs: number
  readonly version: string | null
}

function toEntry({ id, entry }: Listed, { feedUrl, nowMs, version }: Poll): Entry {
  const { url, guid, title, summary, publishedAt, updatedAt, author, language } = entry
  const hasContent = (entry.contentHtml?.length ?? 0) >= minContentLength
  return {
    entryId: id,
    feed: feedUrl,
    url,
    guid,
    title,
    summary,
    publishedAt,
    updatedAt,
    author,
    language,
    hasContent,
    firstSeenMs: nowMs,
    version,
  }
}

function observeDiscovery({ metrics }: Context, found: readonly Listed[], nowMs: number): void {
  for (const { entry } of found) {
    const publishedMs = publishedMsOf(entry)
    if (publishedMs !== null) metrics.discovery.observe(Math.max(0, nowMs - publishedMs) / 1_000)
  }
}
