import { publishedMsOf } from '../../shared/core/feed/dates.ts'
import type { Feed, FeedEntry } from '../../shared/core/feed/types.ts'
import { freshSeconds } from '../../shared/core/polling/response.ts'
import type { HttpResponse } from '../../shared/http/client.ts'
import type { FoundBy } from './findFeeds.ts'
import type { PollPlan } from './pollPlan.ts'
import type { Probe } from './probe.ts'
import type { RobotsReport } from './robotsReport.ts'

/** What a check found, as `wirefold feeds check --json` prints it. */
export interface CheckReport {
  readonly asked: string
  readonly tried: readonly { readonly url: string; readonly problem: string | null }[]
  readonly feeds: readonly FeedReport[]
}

/** What is said of one feed. */
export interface FeedReport {
  readonly url: string
  readonly foundBy: FoundBy
  /** URL that answered, after redirects. */
  readonly answeredBy: string
  readonly status: number
  readonly contentType: string | null
  readonly bytes: number
  readonly format: Feed['format']
  readonly title: string | null
  readonly siteUrl: string | null
  readonly language: { readonly claimed: string | null; readonly detected: string | null }
  readonly entries: number
  readonly entriesWithoutUrl: number
  readonly latest: readonly LatestEntry[]
  readonly hints: {
    readonly ttlMinutes: number | null
    readonly freshSeconds: number
    readonly etag: string | null
    readonly lastModified: string | null
    readonly hub: string | null
    readonly topic: string | null
  }
  /** What the server says when it is asked again with its own validators. */
  readonly askedAgain: string
  readonly robots: RobotsReport
  readonly plan: PollPlan
}

/** One of the newest entries. */
export interface LatestEntry {
  readonly title: string | null
  readonly url: string
  readonly publishedAt: string | null
}

const latestShown = 5

/** A probe that brought a feed. */
export interface ReadFeed {
  readonly by: FoundBy
  readonly probe: Probe
  readonly response: HttpResponse
  readonly feed: Feed
}

/** The parts of a report that need more than the answer itself. */
export interface AskedBesides {
  readonly nowMs: number
  readonly detected: string | null
  readonly askedAgain: string
  readonly robots: RobotsReport
  readonly plan: PollPlan
}

/** Puts together what is known of a feed. */
export function feedReport(
  { by, probe, response, feed }: ReadFeed,
  asked: AskedBesides,
): FeedReport {
  const { headers, status, body, url } = response
  return {
    url: probe.url,
    foundBy: by,
    answeredBy: url,
    status,
    contentType: headers.get('content-type') ?? null,
    bytes: body.length,
    format: feed.format,
    title: feed.title,
    siteUrl: feed.siteUrl,
    language: { claimed: feed.language, detected: asked.detected },
    entries: feed.entries.length,
    entriesWithoutUrl: feed.entriesWithoutUrl,
    latest: newestFirst(feed.entries).slice(0, latestShown).map(latestOf),
    hints: {
      ttlMinutes: feed.ttlMinutes,
      freshSeconds: freshSeconds(headers, asked.nowMs),
      etag: headers.get('etag') ?? null,
      lastModified: headers.get('last-modified') ?? null,
      hub: feed.hubUrl,
      topic: feed.selfUrl,
    },
    askedAgain: asked.askedAgain,
    robots: asked.robots,
    plan: asked.plan,
  }
}

function latestOf({ title, url, publishedAt }: FeedEntry): LatestEntry {
  return { title, url, publishedAt }
}

// entries without a time keep their place behind the others
function newestFirst(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  return entries.toSorted((left, right) => (publishedMsOf(right) ?? 0) - (publishedMsOf(left) ?? 0))
}
