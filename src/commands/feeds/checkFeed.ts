import { setTimeout as pause } from 'node:timers/promises'
import { type Config, userAgentOf } from '../../shared/config.ts'
import type { Feed } from '../../shared/core/feed/types.ts'
import { createLanguageDetector, type LanguageDetector } from '../../shared/core/text/language.ts'
import { createAddressGuard } from '../../shared/http/addressGuard.ts'
import { createHttpClient, type HttpClient } from '../../shared/http/client.ts'
import { note, plain, say } from '../terminal.ts'
import { checkText } from './checkText.ts'
import { type CheckReport, type FeedReport, feedReport, type ReadFeed } from './feedReport.ts'
import { type FoundFeed, findFeeds, type Search } from './findFeeds.ts'
import { planOf } from './pollPlan.ts'
import { createProber, type Prober } from './probe.ts'
import { type RobotsReport, robotsReport } from './robotsReport.ts'

/**
 * `wirefold feeds check URL`: finds the feeds of a site and says what is in them and how they would be polled. Needs no
 * Redis. Exit code 1 when there is no feed that can be read.
 */
export async function checkFeedCommand(
  config: Config,
  written: string,
  { json }: { json: boolean },
): Promise<number> {
  const guard = createAddressGuard(config.ALLOW_PRIVATE_HOSTS)
  const http = createHttpClient({ userAgent: userAgentOf(config), guard })
  try {
    const report = await checkFeed(written, { config, http, now: Date.now })
    if (json) say(JSON.stringify(report))
    else say(checkText(report, Date.now()))
    return report.feeds.length > 0 ? 0 : 1
  } finally {
    await http.close()
  }
}

interface Parts {
  readonly config: Config
  readonly http: HttpClient
  readonly now: () => number
}

/** Looks for the feeds of an address and asks all that can be said of them. */
export async function checkFeed(written: string, parts: Parts): Promise<CheckReport> {
  const probe = createProber(parts.http, politely(parts.config.HOST_GAP_MS))
  const search = await findFeeds(written, probe)
  const detector = search.feeds.length > 0 ? await createLanguageDetector() : null
  const feeds: FeedReport[] = []
  for (const read of search.feeds.flatMap(readOf)) {
    feeds.push(await examine(read, { ...parts, probe, detector }))
  }
  return { asked: written, tried: triedOf(search), feeds }
}

/** Every request is told, and stands off from the last by the gap. */
function politely(gapMs: number): (url: string) => Promise<void> {
  let isFirst = true
  return async (url) => {
    if (!isFirst) await pause(gapMs)
    isFirst = false
    note(`asking ${plain(url)}`)
  }
}

function triedOf({ tried }: Search): CheckReport['tried'] {
  return tried.map(({ url, problem }) => ({ url, problem }))
}

function readOf({ by, probe }: FoundFeed): readonly ReadFeed[] {
  const { response, feed } = probe
  return response && feed ? [{ by, probe, response, feed }] : []
}

type Tools = Parts & { readonly probe: Prober; readonly detector: LanguageDetector | null }

async function examine(read: ReadFeed, tools: Tools): Promise<FeedReport> {
  const { config, probe, detector, now } = tools
  const askedAgain = await askAgain(read, probe)
  const robots = await robotsOf(read, { probe, userAgent: userAgentOf(config) })
  const nowMs = now()
  const plan = planOf({ ...read, nowMs }, config)
  const detected = detectedIn(read.feed, detector)
  return feedReport(read, { nowMs, detected, askedAgain, robots, plan })
}

async function askAgain({ response }: ReadFeed, probe: Prober): Promise<string> {
  const etag = response.headers.get('etag')
  const lastModified = response.headers.get('last-modified')
  if (!etag && !lastModified) return 'it offers no validators: every poll costs the whole feed'
  const again = await probe(response.url, {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  })
  if (again.response?.status === 304)
    return '304 Not Modified: unchanged polls cost next to nothing'
  return again.feed ? 'the whole feed again, in spite of its validators' : (again.problem ?? '')
}

async function robotsOf(
  { feed, response }: ReadFeed,
  tools: { probe: Prober; userAgent: string },
): Promise<RobotsReport> {
  return robotsReport(feed.entries[0]?.url ?? feed.siteUrl ?? response.url, tools)
}

function detectedIn(feed: Feed, detector: LanguageDetector | null): string | null {
  const text = feed.entries
    .map(({ title, summary }) => `${title ?? ''}. ${summary ?? ''}`)
    .join('\n')
  const { lang } = detector?.detect({ title: '', text, hints: [] }) ?? { lang: 'und' }
  return lang === 'und' ? null : lang
}
