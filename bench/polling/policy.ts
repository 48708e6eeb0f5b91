import { createRandom } from '../../demo/random.ts'
import { parseConfig } from '../../src/shared/config.ts'
import { type FeedState, newFeedState } from '../../src/shared/core/polling/feedState.ts'
import type { PollOutcome } from '../../src/shared/core/polling/pollOutcome.ts'
import { nextPoll } from '../../src/shared/core/polling/schedule.ts'
import { entryPath } from './documents.ts'
import { afterwardsMs, firstPollGapMs, type Run, type RunOptions, spanOf } from './run.ts'
import { outageAt, planFeeds, type SimulatedFeed, shownAt } from './simulatedFeed.ts'
import type { Visit } from './simulatedWeb.ts'

/** What the servers saw and the poller found, growing. */
interface Log {
  readonly visits: Visit[]
  readonly found: Map<string, number>
}

const originOf = ({ site }: SimulatedFeed) => `http://site-${site}.example`

/**
 * Plays polling in virtual time alone: the real schedule decides, and honest servers answer as the plan says. No sockets, no
 * Redis, no gate, so that weeks of thousands of feeds take seconds.
 */
export function runPolicy({ feeds: count, hours, seed }: RunOptions): Run {
  const span = spanOf(hours)
  const feeds = planFeeds(count, { seed, span })
  const log: Log = { visits: [], found: new Map() }
  const random = createRandom(seed)
  for (const feed of feeds) playFeed(feed, { log, untilMs: span.toMs, random: random.next })
  return { feeds, span, visits: log.visits, found: log.found, originOf, gapMs: 0 }
}

interface Play {
  readonly log: Log
  readonly untilMs: number
  readonly random: () => number
}

/** One feed from its first poll to the first good one after the span. */
function playFeed(feed: SimulatedFeed, { log, untilMs, random }: Play): void {
  const { POLL_MIN_SECONDS: minSeconds, POLL_MAX_SECONDS: maxSeconds } = parseConfig({})
  let nowMs = spanOf(0).fromMs + feed.number * firstPollGapMs
  let state = newFeedState(originOf(feed), nowMs)
  let seen = 0
  while (nowMs < untilMs + afterwardsMs) {
    const outcome = outcomeOf(feed, { nowMs, seen, state })
    if (nowMs < untilMs) log.visits.push(visitOf(feed, outcome, nowMs))
    if (outcome.result === 'ok') seen = takeNew(feed, { nowMs, seen }, log.found)
    const isGood = outcome.result === 'ok' || outcome.result === 'not_modified'
    if (isGood && nowMs >= untilMs) return
    state = nextPoll(state, outcome, { nowMs, random: random(), minSeconds, maxSeconds })
    nowMs = state.nextPollAtMs
  }
}

interface Poll {
  readonly nowMs: number
  /** Entries before this one were seen, or lost. */
  readonly seen: number
  readonly state: FeedState
}

const asked = { permanentUrl: null, conditional: true } as const

/** What the poll of a feed brings. */
function outcomeOf(feed: SimulatedFeed, { nowMs, seen, state }: Poll): PollOutcome {
  const { traits, times } = feed
  const outage = outageAt(feed, nowMs)
  if (outage) return failureOf(feed, outage.toMs - nowMs)
  const { oldest, next } = shownAt(feed, nowMs)
  const facts = { ...asked, freshSeconds: traits.maxAgeSeconds }
  if (state.bodyHash === String(next)) {
    return { ...facts, result: 'not_modified', full: false, read: false }
  }
  return {
    ...facts,
    result: 'ok',
    etag: null,
    lastModified: null,
    bodyHash: String(next),
    hints: { ttlSeconds: traits.ttlMinutes * 60, skipHours: [], skipDays: [] },
    publishedMs: times.slice(oldest, next),
    entries: next - oldest,
    newEntries: next - Math.max(oldest, seen),
  }
}

const askingForTime = new Set(['limited_seconds', 'limited_date', 'unavailable'])

function failureOf({ traits }: SimulatedFeed, leftMs: number): PollOutcome {
  const retryAfterMs = askingForTime.has(traits.trouble) ? leftMs : 0
  const result = traits.trouble === 'gone' ? 'gone' : 'http_error'
  return { result, message: traits.trouble, retryAfterMs }
}

/** Notes what a poll found; returns the number of the next entry to come. */
function takeNew(
  feed: SimulatedFeed,
  { nowMs, seen }: Pick<Poll, 'nowMs' | 'seen'>,
  found: Map<string, number>,
): number {
  const { oldest, next } = shownAt(feed, nowMs)
  for (let entry = Math.max(oldest, seen); entry < next; entry += 1) {
    found.set(originOf(feed) + entryPath(feed, entry), nowMs)
  }
  return next
}

const statusOf: Partial<Readonly<Record<PollOutcome['result'], number>>> = {
  ok: 200,
  not_modified: 304,
}

function visitOf(feed: SimulatedFeed, { result }: PollOutcome, atMs: number): Visit {
  const status = statusOf[result] ?? 500
  return { feed, site: feed.site, atMs, status, bytes: 0, unchanged: result === 'not_modified' }
}
