import type { Redis } from 'ioredis'
import type { FeedState } from '../core/polling/feedState.ts'
import type { Keys } from '../keys.ts'
import type { Scripts } from '../scripts.ts'
import { createFollowedFeeds } from './followedFeeds.ts'

/** A feed under its id. */
export interface StoredFeed {
  readonly id: string
  readonly state: FeedState
  /** When the poll was due, ms. */
  readonly dueMs: number
}

/** How long a feed that is not followed any more is remembered: as long as entries are by default. */
const forgetAfterSeconds = 30 * 86_400

/** Feeds: which are followed, their state, and the set of due polls. */
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
    ...createFollowedFeeds(redis, keys, forgetAfterSeconds),

    /** Every feed that is polled, with its state and due time. */
    async all(): Promise<readonly StoredFeed[]> {
      return loadAll(await redis.zrange(keys.feedsDue, '0', '-1', 'WITHSCORES'))
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

    /** Moves the next poll of a feed, unless it was removed meanwhile. */
    async postpone(id: string, dueMs: number): Promise<void> {
      await redis.zadd(keys.feedsDue, 'XX', dueMs, id)
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
