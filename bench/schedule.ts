import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '../src/shared/config.ts'
import { type FeedState, newFeedState } from '../src/shared/core/polling/feedState.ts'
import { Redis } from '../src/shared/ioredis.ts'
import { createKeys } from '../src/shared/keys.ts'
import { provideRedis } from '../src/shared/provide/redis.ts'
import { createScripts } from '../src/shared/scripts.ts'
import { createFeedStore, type FeedStore } from '../src/shared/store/feeds.ts'

interface ScheduleArguments {
  readonly json: boolean
  /** Feeds followed; 100,000 if left out. */
  readonly feeds?: number
}

/** The schedule at the size of the largest collections: Redis memory of all feeds, time of a claim. */
export const bench = { name: 'schedule', run }

const startMs = Date.UTC(2026, 0, 1)
const spreadMs = 3_600_000
const claims = 3_000
const leaseMs = 120_000

async function run({ json, feeds = 100_000 }: ScheduleArguments): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-bench-'))
  const provided = await provideRedis(parseConfig({}), { folder, say: () => {} })
  const redis = new Redis(provided.url)
  try {
    const keys = createKeys('wirefold')
    const store = createFeedStore(redis, keys, createScripts(redis))
    const before = await usedMemory(redis)
    await store.add(Array.from({ length: feeds }, (_, number) => aState(number)))
    const bytes = (await usedMemory(redis)) - before
    const times = await timeClaims(store)
    const result = {
      feeds,
      redisMegabytes: round(bytes / 1e6),
      bytesPerFeed: Math.round(bytes / feeds),
      claimMs: { p50: quantile(times, 0.5), p99: quantile(times, 0.99), worst: quantile(times, 1) },
    }
    console.log(JSON.stringify(result, null, json ? 0 : 2))
  } finally {
    redis.disconnect()
    await provided.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A feed that has been polled for a while: an address and validators of usual length, twelve entries hours apart. */
function aState(number: number): FeedState {
  const name = number.toString(36).padStart(4, '0')
  const pollMs = startMs - (number % 3_600) * 1_000
  const modifiedMs = pollMs - (number % 90_000) * 1_000
  return {
    ...newFeedState(
      `https://www.daily-${name}.example/news/section-${number % 7}/rss.xml`,
      startMs,
    ),
    nextPollAtMs: startMs + ((number * 7_919) % spreadMs),
    etag: `W/"${((number + 7) * 2_654_435_761).toString(16).padStart(14, 'e')}-${name}"`,
    lastModified: new Date(modifiedMs).toUTCString(),
    bodyHash: (number * 40_503 + 1e15).toString(36).slice(-8),
    trust: 'proven',
    intervalSeconds: 900 + (number % 20_000),
    reason: 'rhythm',
    entryTimesMs: Array.from(
      { length: 12 },
      (_, at) => modifiedMs - at * (1_000_000 + number * 130),
    ),
    lastSuccessMs: pollMs,
    lastFullMs: modifiedMs,
    lastChangeMs: modifiedMs,
    lastReadMs: modifiedMs,
  }
}

/** Claims as the poll loop makes them, each followed by the saves of what was claimed. */
async function timeClaims(store: FeedStore): Promise<readonly number[]> {
  const times: number[] = []
  for (let claim = 0; claim < claims; claim += 1) {
    const nowMs = startMs + (claim * spreadMs) / claims
    const startedMs = performance.now()
    const claimed = await store.claim({ nowMs, leaseMs, limit: 8 })
    times.push(performance.now() - startedMs)
    for (const { id, state } of claimed) {
      await store.save(id, { ...state, nextPollAtMs: nowMs + state.intervalSeconds * 1_000 })
    }
  }
  return times.toSorted((left, right) => left - right)
}

function quantile(sorted: readonly number[], share: number): number {
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

async function usedMemory(redis: Redis): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1] ?? 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
