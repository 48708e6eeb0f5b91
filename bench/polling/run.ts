import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '../../demo/random.ts'
import { pollFeed } from '../../src/producers/pollFeed.ts'
import { parseConfig } from '../../src/shared/config.ts'
import { type Context, createContext } from '../../src/shared/context.ts'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { createAddressGuard } from '../../src/shared/http/addressGuard.ts'
import { createHttpClient } from '../../src/shared/http/client.ts'
import { createHostGate } from '../../src/shared/http/hostGate.ts'
import { provideRedis } from '../../src/shared/provide/redis.ts'
import type { Entry } from '../../src/shared/schemas.ts'
import type { StoredFeed } from '../../src/shared/store/feeds.ts'
import { feedIdOf } from '../../src/shared/store/followedFeeds.ts'
import type { Span } from './publishing.ts'
import { planFeeds, type SimulatedFeed } from './simulatedFeed.ts'
import { type SimulatedWeb, startSimulatedWeb, type Visit } from './simulatedWeb.ts'
import { createVirtualClock, type VirtualClock } from './virtualClock.ts'

/** What a run is made of. */
export interface RunOptions {
  readonly feeds: number
  readonly hours: number
  readonly seed: number
}

/** A run that is over, for scoring. */
export interface Run {
  readonly feeds: readonly SimulatedFeed[]
  readonly span: Span
  readonly visits: readonly Visit[]
  /** URL of an entry, without tracking → when it was put to work, epoch milliseconds of the run's clock. */
  readonly found: ReadonlyMap<string, number>
  readonly originOf: (feed: SimulatedFeed) => string
  readonly gapMs: number
}

/** A Tuesday: the run begins at midnight. */
const startMs = Date.UTC(2026, 10, 24)
/** Polls due within one step run at the same time. */
const stepMs = 5_000
const leaseMs = 120_000
/** First polls, as the commands spread them. */
export const firstPollGapMs = 50
/** After the span nothing is published any more; every feed has one poll left in this time to find the last entries. */
export const afterwardsMs = 24 * 3_600_000
/** Real time: servers that drip hold a poll no longer. */
const patienceMs = 2_000
const hourMs = 3_600_000

/** The hours of a run. */
export function spanOf(hours: number): Span {
  return { fromMs: startMs, toMs: startMs + hours * hourMs }
}

/** Plays hours of polling by the real poller and a real Redis against a loopback web, at the pace of the work. */
export async function runPolling({ feeds: count, hours, seed }: RunOptions): Promise<Run> {
  const span = spanOf(hours)
  const feeds = planFeeds(count, { seed, span })
  const clock = createVirtualClock(startMs)
  const web = await startSimulatedWeb(feeds, clock.now)
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-bench-'))
  const provided = await provideRedis(parseConfig({}), { folder, say: () => {} })
  const found = new Map<string, number>()
  const { next: random } = createRandom(seed)
  const context = createPoller(provided.url, { clock, found, random })
  try {
    await context.feeds.add(
      feeds.map((feed, at) => newFeedState(web.urlOf(feed), startMs + at * firstPollGapMs)),
    )
    const dripping = drippingIds(feeds, web)
    await play(context, clock, { untilMs: span.toMs, dripping, once: false })
    const visits = [...web.visits]
    await play(context, clock, { untilMs: span.toMs + afterwardsMs, dripping, once: true })
    return {
      feeds,
      span,
      visits,
      found,
      originOf: originIn(web),
      gapMs: context.config.HOST_GAP_MS,
    }
  } finally {
    await context.close()
    await web.close()
    await provided.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const originIn = (web: SimulatedWeb) => (feed: SimulatedFeed) => new URL(web.urlOf(feed)).origin

/** Ids of the feeds whose answers never end. */
function drippingIds(feeds: readonly SimulatedFeed[], web: SimulatedWeb): ReadonlySet<string> {
  const dripping = feeds.filter(({ traits }) => traits.trouble === 'drip')
  return new Set(dripping.map((feed) => feedIdOf(web.urlOf(feed))))
}

interface Play {
  readonly untilMs: number
  /** Feeds whose answers never end: they hold up nobody else. */
  readonly dripping: ReadonlySet<string>
  /** Every feed is polled once at most. */
  readonly once: boolean
}

/** Polls what is due, and moves the clock on when all polls have ended or wait for their turn. */
async function play(context: Context, clock: VirtualClock, { untilMs, dripping, once }: Play) {
  const held = new Map<string, Promise<unknown>>()
  while (clock.now() < untilMs) {
    const due = await context.feeds.claim({ nowMs: clock.now(), leaseMs, limit: 1_000 })
    for (const feed of due.filter(({ id }) => !held.has(id))) {
      const poll = pollFeed(context, feed)
      if (dripping.has(feed.id))
        held.set(
          feed.id,
          poll.finally(() => held.delete(feed.id)),
        )
      else clock.run(poll)
    }
    await clock.quiet()
    if (once) await removePolled(context, due)
    clock.advance(Math.max(clock.now() + stepMs, await nextDueMs(context)))
  }
  await Promise.all(held.values())
}

/** Whoever waits for its turn has not had its poll yet. */
async function removePolled({ feeds, now }: Context, polled: readonly StoredFeed[]): Promise<void> {
  const known = await feeds.followed(polled.map(({ id }) => id))
  const done = known.filter(({ dueMs }) => dueMs !== null && dueMs > now() + leaseMs)
  await feeds.remove(
    done.map(({ id }) => id),
    now(),
  )
}

/** When the next feed is due; far away when none is. */
async function nextDueMs({ redis, keys }: Context): Promise<number> {
  const [, dueMs] = (await redis.zrange(keys.feedsDue, '0', '0', 'WITHSCORES')).flat()
  return dueMs === undefined ? Number.MAX_SAFE_INTEGER : Number(dueMs)
}

interface Parts {
  readonly clock: VirtualClock
  readonly found: Map<string, number>
  readonly random: () => number
}

/** The producers' own context on the run's clock; the queue of pages only notes what it is given. */
function createPoller(redisUrl: string, { clock, found, random }: Parts): Context {
  const { now, sleep } = clock
  const config = {
    ...parseConfig({ KEY_PREFIX: 'bench', LOG_LEVEL: 'silent' }),
    ALLOW_PRIVATE_HOSTS: ['127.1.0.0/16'],
  }
  const context = createContext(config, redisUrl, 'bench')
  const guard = createAddressGuard(config.ALLOW_PRIVATE_HOSTS)
  const http = createHttpClient({ userAgent: config.USER_AGENT, guard, totalTimeoutMs: patienceMs })
  const enqueue: Context['queues']['enqueue'] = async (_, items) => {
    for (const { payload } of items) note(found, payload as Entry, now())
  }
  const { scripts, keys } = context
  const hosts = createHostGate({ scripts, keys, gapMs: config.HOST_GAP_MS, now, sleep })
  return { ...context, now, random, http, hosts, queues: { ...context.queues, enqueue } }
}

function note(found: Map<string, number>, { url }: Entry, nowMs: number): void {
  const { origin, pathname } = new URL(url)
  const address = origin + pathname
  if (!found.has(address)) found.set(address, nowMs)
}
