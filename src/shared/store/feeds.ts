import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { FeedState } from '../core/polling/schedule.ts'
import type { Keys } from '../keys.ts'
import type { Scripts } from '../scripts.ts'

/** A feed under its id. */
export interface StoredFeed {
  readonly id: string
  readonly state: FeedState
  /** When the poll was due, ms. */
  readonly dueMs: number
}

/** Digest of the feed's URL. */
export function feedIdOf(url: string): string {
  return createHash('sha256').update(url).digest('hex').slice(0, 20)
}

/** Feeds: their state, and the set of due polls. */
export function createFeedStore(redis: Redis, keys: Keys, scripts: Scripts) {
  const load = async (id: string, dueMs: number): Promise<StoredFeed | null> => {
    const json = await redis.hget(keys.feed(id), 'state')
    return json ? { id, dueMs, state: JSON.parse(json) as FeedState } : null
  }
  const loadAll = async (answer: unknown): Promise<readonly StoredFeed[]> => {
    const feeds = await Promise.all(pairsOf(answer).map(([id, dueMs]) => load(id, dueMs)))
    return feeds.flatMap((feed) => feed ?? [])
  }
  return {
    /** Ids of all feeds that are polled. */
    async ids(): Promise<readonly string[]> {
      return redis.zrange(keys.feedsDue, '0', '-1')
    },

    /** Every feed with its state and due time. */
    async all(): Promise<readonly StoredFeed[]> {
      return loadAll(await redis.zrange(keys.feedsDue, '0', '-1', 'WITHSCORES'))
    },

    /** Stores new feeds, due at their `nextPollAtMs`; known ones keep their state. */
    async add(states: readonly FeedState[]): Promise<void> {
      for (const state of states) {
        const id = feedIdOf(state.url)
        await redis.hsetnx(keys.feed(id), 'state', JSON.stringify(state))
        await redis.zadd(keys.feedsDue, 'NX', state.nextPollAtMs, id)
      }
    },

    /** Stops polling feeds; their state is kept. */
    async remove(ids: readonly string[]): Promise<void> {
      if (ids.length > 0) await redis.zrem(keys.feedsDue, ...ids)
    },

    /** Leases feeds whose poll is due. */
    async claim(claim: {
      nowMs: number
      leaseMs: number
      limit: number
    }): Promise<readonly StoredFeed[]> {
      const { nowMs, leaseMs, limit } = claim
      return loadAll(await scripts.claimDueFeeds([keys.feedsDue], [nowMs, leaseMs, limit]))
    },

    /** Stores the state after a poll and the time of the next, unless the feed was removed meanwhile. */
    async save(id: string, state: FeedState): Promise<void> {
      await redis
        .multi()
        .hset(keys.feed(id), 'state', JSON.stringify(state))
        .zadd(keys.feedsDue, 'XX', state.nextPollAtMs, id)
        .exec()
    },
  }
}

export type FeedStore = ReturnType<typeof createFeedStore>

/** ZRANGE WITHSCORES answers a flat list or a list of pairs, as the protocol version goes. */
function pairsOf(answer: unknown): readonly (readonly [string, number])[] {
  const flat = (answer as unknown[]).flat() as string[]
  return flat.flatMap((value, at) => (at % 2 === 0 ? [[value, Number(flat[at + 1])] as const] : []))
}
