import { expect, inject, onTestFailed } from 'vitest'
import { createKeys } from '../../src/shared/keys.ts'
import { expectCopiesTogether, publishReports } from './e2eGenerated.ts'
import { openNews } from './e2eNews.ts'
import { type FeedItem, rss } from './e2ePages.ts'
import { type OwnRedis, ownRedis, redisBinary } from './e2eRedis.ts'
import type { Bench, Program } from './e2eRun.ts'
import type { Site } from './e2eSite.ts'
import {
  expectSettled,
  expectSound,
  expectStoreAgrees,
  groups,
  type Watcher,
  watch,
} from './e2eStream.ts'
import { eventually } from './eventually.ts'

declare module 'vitest' {
  interface ProvidedContext {
    isFullChaos: boolean
  }
}

/** The short form for every run of the tests, or the size of `npm run chaos`. */
export const scaled = <T>(short: T, full: T): T => (inject('isFullChaos') ? full : short)

/** A pipeline that something is done to. */
export interface ChaosRun {
  readonly bench: Bench
  readonly watcher: Watcher
  readonly items: readonly FeedItem[]
  /** Present when it has a Redis of its own. */
  readonly redis: OwnRedis | null
  /** Starts `wirefold up`. */
  up(roles?: readonly string[], env?: Readonly<Record<string, string>>): Program
  /** Waits until that share of the entries has its outcome, 0..1. */
  reaches(share: number): Promise<void>
  /** Waits until all is done, then checks that nothing was lost, repeated or left behind. Returns a line of figures. */
  expectIntact(): Promise<string>
  close(): Promise<void>
}

interface Wish {
  readonly texts: number
  /** `own` = a Redis that may be killed; null when only the JavaScript store is to be had. */
  readonly redis?: 'own' | 'shared'
  readonly settings?: Readonly<Record<string, string>>
}

const entriesPerFeed = 100
const patientMs = 900_000

/** Publishes that many reports on three sites and opens a bench for them; null when there is no real Redis. */
export async function openChaos({
  texts,
  redis: whose = 'shared',
  settings,
}: Wish): Promise<ChaosRun | null> {
  const binary = await redisBinary(inject('redisUrl'))
  if (!binary) return null
  const news = await openNews({
    POLL_MIN_SECONDS: '2',
    POLL_MAX_SECONDS: '2',
    ...settings,
  })
  const { bench, sites } = news
  onTestFailed(() => console.error(bench.log().slice(-20_000)))
  const redis = whose === 'own' ? await ownRedis(bench, binary) : null
  await redis?.start()
  const url = redis?.url ?? inject('redisUrl')
  const watcher = watch(url, bench.prefix)
  const items = publishReports(sites, texts)
  const feeds = feedsOf(sites, items)
  const ended = async () => {
    const { outcomes } = await watcher.ledger()
    return [...outcomes.values()].reduce((sum, count) => sum + count, 0)
  }
  const reaches = (share: number) =>
    eventually(
      `${share * 100} % of the entries`,
      async () => (await ended()) >= share * items.length,
      patientMs,
    )
  return {
    bench,
    watcher,
    items,
    redis,
    up: (roles = [], env = {}) =>
      bench.start(['up', ...roles, '--quiet', '--feeds', bench.write('feeds.txt', feeds)], {
        REDIS_URL: url,
        ...env,
      }),
    async reaches(share) {
      await reaches(share)
    },
    async expectIntact() {
      await reaches(1)
      await expectNothingLeft(watcher, bench.prefix)
      return expectSameAsTold(watcher, { items, sites })
    },
    async close() {
      watcher.close()
      await news.close()
    },
  }
}

function feedsOf(sites: readonly Site[], items: readonly FeedItem[]): string {
  const urls: (string | undefined)[] = []
  for (let from = 0; from < items.length; from += entriesPerFeed) {
    const listed = items.slice(from, from + entriesPerFeed)
    urls.push(sites[0]?.feed(`/feed-${from}`, () => rss(listed)))
  }
  return urls.join('\n')
}

interface Published {
  readonly items: readonly FeedItem[]
  readonly sites: readonly Site[]
}

async function expectSameAsTold(watcher: Watcher, { items, sites }: Published): Promise<string> {
  const events = await watcher.events()
  expectSound(events)
  const ledger = await watcher.ledger()
  expectSettled(ledger, events)
  await expectStoreAgrees(watcher, events)
  expect([...ledger.outcomes]).toEqual([['clustered', items.length]])
  expect(groups(events).flat().sort()).toEqual(items.map(({ url }) => url).sort())
  expectCopiesTogether(groups(events), sites)
  return `${items.length} entries, ${events.length} events, ${groups(events).length} stories`
}

/** Queues and marks of work in progress are empty: what is kept is what the contract keeps. */
async function expectNothingLeft(
  { redis, longestRawPageSeconds }: Watcher,
  prefix: string,
): Promise<void> {
  const keys = createKeys(prefix)
  const jobs = async () => {
    const found: string[] = []
    for await (const batch of redis.scanStream({ match: `${keys.queues}:*`, count: 1_000 }))
      found.push(...batch)
    return found.filter((key) => /:a[0-9a-f]{20}(-\w+)?(:lock)?$/.test(key))
  }
  await eventually('the queues to be empty', async () => (await jobs()).length === 0, 120_000)
  expect(await redis.zcard(keys.inFlight)).toBe(0)
  expect(await redis.zcard(keys.arrivals)).toBe(0)
  expect(await longestRawPageSeconds()).toBeLessThanOrEqual(900)
}
