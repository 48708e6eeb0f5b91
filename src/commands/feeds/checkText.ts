import { publishedMsOf } from '../../shared/core/feed/dates.ts'
import { age, count, cut, paint, plain } from '../terminal.ts'
import type { CheckReport, FeedReport, LatestEntry } from './feedReport.ts'

const width = 100

/** What a check found, for a terminal. */
export function checkText(report: CheckReport, nowMs: number): string {
  if (report.feeds.length === 0) return nothingText(report)
  return report.feeds.map((feed) => feedText(feed, nowMs)).join('\n\n')
}

function nothingText({ asked, tried }: CheckReport): string {
  const lines = tried.map(({ url, problem }) => `  ${plain(url)}: ${plain(problem ?? 'no feed')}`)
  return [`no feed found at ${plain(asked)}`, ...lines].join('\n')
}

const foundTexts: Readonly<Record<FeedReport['foundBy'], string>> = {
  asked: 'the address itself is a feed',
  announced: 'announced by the page',
  'common path': 'not announced; found at a common path',
  sitemap: 'not announced; found in the sitemaps',
}

function feedText(feed: FeedReport, nowMs: number): string {
  const rows = factsOf(feed).filter(([, value]) => value !== '')
  const facts = rows.map(([name, value]) => `  ${paint.dim(name.padEnd(12))}${cut(value, width)}`)
  const latest = feed.latest.map((entry) => `  ${entryText(entry, nowMs)}`)
  return [paint.bold(plain(feed.url)), ...facts, ...latest].join('\n')
}

function factsOf(feed: FeedReport): readonly (readonly [string, string])[] {
  const moved = feed.answeredBy === feed.url ? '' : `, from ${feed.answeredBy}`
  return [
    ['found', foundTexts[feed.foundBy]],
    [
      'answer',
      `HTTP ${feed.status}, ${kilobytes(feed.bytes)}, ${feed.contentType ?? 'no type'}${moved}`,
    ],
    ['title', feed.title ?? ''],
    ['format', `${feed.format}, ${entriesText(feed)}`],
    ['language', languageText(feed.language)],
    ['asked again', feed.askedAgain],
    ['hints', hintsText(feed.hints)],
    ['push', feed.hints.hub ? `WebSub hub ${feed.hints.hub}` : ''],
    ['robots', robotsText(feed.robots)],
    ['schedule', `a poll every ${age(feed.plan.intervalSeconds * 1_000)}: ${feed.plan.why}`],
  ]
}

function entriesText({ entries, entriesWithoutUrl }: FeedReport): string {
  const lost = entriesWithoutUrl > 0 ? `, ${entriesWithoutUrl} more without an address` : ''
  return `${count(entries, 'entry', 'entries')}${lost}`
}

function languageText({ claimed, detected }: FeedReport['language']): string {
  const parts = [detected ?? 'not known', claimed ? `(the feed says ${claimed})` : '']
  return parts.join(' ').trim()
}

function hintsText({ ttlMinutes, freshSeconds }: FeedReport['hints']): string {
  return [
    ...(ttlMinutes ? [`ttl ${ttlMinutes} min`] : []),
    ...(freshSeconds > 0 ? [`fresh for ${age(freshSeconds * 1_000)}`] : []),
  ].join(', ')
}

function robotsText({ pagesAllowed, crawlDelaySeconds, why }: FeedReport['robots']): string {
  const delay = crawlDelaySeconds ? `, crawl delay ${crawlDelaySeconds} s` : ''
  return `${pagesAllowed ? 'pages may be fetched' : 'PAGES MAY NOT BE FETCHED'}: ${why}${delay}`
}

function entryText(entry: LatestEntry, nowMs: number): string {
  const publishedMs = publishedMsOf(entry)
  const when = publishedMs === null ? 'no time' : `${age(nowMs - publishedMs)} ago`
  return `${paint.dim(when.padEnd(12))}${cut(entry.title ?? entry.url, width)}`
}

function kilobytes(bytes: number): string {
  return bytes < 1_000 ? `${bytes} B` : `${Math.round(bytes / 1_000)} kB`
}
