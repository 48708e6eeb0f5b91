import { entryPath } from './documents.ts'
import type { Run } from './run.ts'
import { couldBeSeen, type SimulatedFeed } from './simulatedFeed.ts'
import type { Visit } from './simulatedWeb.ts'

/** What a run is worth. */
export interface PollingScore {
  readonly entries: {
    readonly published: number
    /** Out of sight before the feed could be read: an outage, or pushed out of the window at once. */
    readonly neverShown: number
    readonly found: number
    readonly foundShare: number
    readonly missedByTrouble: Readonly<Record<string, number>>
  }
  readonly latencyMinutes: { readonly p50: number; readonly p90: number; readonly p99: number }
  readonly pollsPerFeedAndDay: number
  readonly share304: {
    /** Answers 304 among the polls of unchanged feeds with honest validators. */
    readonly unchanged: number
    readonly all: number
  }
  readonly gap: {
    readonly starts: number
    readonly violations: number
    readonly shortestMs: number
  }
  readonly bytesPerFeedAndDay: number
}

const dayMs = 86_400_000
const minuteMs = 60_000

/** Scores a run by what was published and what the servers saw. */
export function scoreRun(run: Run): PollingScore {
  const { feeds, span, visits } = run
  const feedDays = (feeds.length * (span.toMs - span.fromMs)) / dayMs
  return {
    ...scoreEntries(run),
    pollsPerFeedAndDay: round(visits.filter(isPoll).length / feedDays, 1),
    share304: share304(visits),
    gap: scoreGaps(visits, run.gapMs),
    bytesPerFeedAndDay: Math.round(visits.reduce((sum, { bytes }) => sum + bytes, 0) / feedDays),
  }
}

// where a redirect leads belongs to the poll that was sent there
const isPoll = ({ status }: Visit) => status !== 301 && status !== 302

interface Fate {
  readonly feed: SimulatedFeed
  readonly shown: boolean
  /** Null when it was not found. */
  readonly latencyMs: number | null
}

function scoreEntries(run: Run): Pick<PollingScore, 'entries' | 'latencyMinutes'> {
  const fates = run.feeds.flatMap((feed) => fatesOf(feed, run))
  const shown = fates.filter((fate) => fate.shown)
  const latencies = shown.flatMap(({ latencyMs }) => latencyMs ?? []).sort((one, two) => one - two)
  const missed = shown.filter(({ latencyMs }) => latencyMs === null)
  const at = (share: number) =>
    round((latencies[Math.floor(latencies.length * share)] ?? 0) / minuteMs, 1)
  return {
    entries: {
      published: fates.length,
      neverShown: fates.length - shown.length,
      found: latencies.length,
      foundShare: round(latencies.length / shown.length, 5),
      missedByTrouble: countBy(missed.map(({ feed }) => describe(feed))),
    },
    latencyMinutes: { p50: at(0.5), p90: at(0.9), p99: at(0.99) },
  }
}

/** What became of the entries published after the feed's first poll. */
function fatesOf(feed: SimulatedFeed, { visits, span, found, originOf }: Run): readonly Fate[] {
  const firstMs = firstVisits(visits).get(feed.number) ?? span.toMs
  return feed.times.flatMap((time, entry) => {
    if (time <= firstMs || time >= span.toMs) return []
    const foundMs = found.get(originOf(feed) + entryPath(feed, entry))
    const latencyMs = foundMs === undefined ? null : foundMs - time
    return [{ feed, shown: couldBeSeen(feed, entry), latencyMs }]
  })
}

const firstVisitsOf = new WeakMap<readonly Visit[], ReadonlyMap<number, number>>()

function firstVisits(visits: readonly Visit[]): ReadonlyMap<number, number> {
  const known = firstVisitsOf.get(visits)
  if (known) return known
  const first = new Map<number, number>()
  for (const { feed, atMs } of visits) {
    if (!first.has(feed.number)) first.set(feed.number, atMs)
  }
  firstVisitsOf.set(visits, first)
  return first
}

function describe({ traits }: SimulatedFeed): string {
  return `${traits.trouble}, validators ${traits.validators}, window ${traits.window}`
}

function share304(visits: readonly Visit[]): PollingScore['share304'] {
  const answered = visits.filter(({ status }) => status === 200 || status === 304)
  const honest = answered.filter(({ unchanged, feed }) => unchanged && isHonest(feed))
  const share = (some: readonly Visit[]) =>
    round(some.filter(({ status }) => status === 304).length / Math.max(1, some.length), 4)
  return { unchanged: share(honest), all: share(answered) }
}

function isHonest({ traits }: SimulatedFeed): boolean {
  return traits.validators === 'both' || traits.validators === 'etag'
}

/** Time between the starts of requests to one site, as its server saw them. */
function scoreGaps(visits: readonly Visit[], gapMs: number): PollingScore['gap'] {
  const last = new Map<number, number>()
  let violations = 0
  let shortestMs = Number.POSITIVE_INFINITY
  for (const { site, atMs } of visits.toSorted((one, two) => one.atMs - two.atMs)) {
    const sinceMs = atMs - (last.get(site) ?? Number.NEGATIVE_INFINITY)
    if (sinceMs < gapMs) violations += 1
    shortestMs = Math.min(shortestMs, sinceMs)
    last.set(site, atMs)
  }
  return { starts: visits.length, violations, shortestMs }
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
