import type { Redis } from 'ioredis'
import type { FeedState } from '../core/polling/feedState.ts'
import { packState, unpackState } from '../core/polling/packedState.ts'
import type { Keys } from '../keys.ts'
import type { Scripts } from '../scripts.ts'
import { batchesOf, createFollowedFeeds } from './followedFeeds.ts'

/** A feed under its id. */
export interface StoredFeed {
  readonly id: string
  readonly state: FeedState
  /** When the poll was due, ms. */
  readonly dueMs: number
}

/** Feeds: which are followed, their state, and the set of due polls. */
export function createFeedStore(redis: Redis, keys: Keys, scripts: Scripts) {
  return {
    ...createFollowedFeeds(redis, keys),

    /** Every feed that is polled, with its state and due time. */
    async all(): Promise<readonly StoredFeed[]> {
      const due = pairsOf(await redis.zrange(keys.feedsDue, '0', '-1', 'WITHSCORES'))
      const feeds: StoredFeed[] = []
      for (const some of batchesOf(due)) {
        const states = await redis.hmget(keys.feeds, ...some.map(([id]) => id))
        feeds.push(
          ...some.flatMap(([id, dueMs], at) => {
            const packed = states[at]
            return packed ? [storedFeed(id, dueMs, packed)] : []
          }),
        )
      }
      return feeds
    },

    /** Leases feeds whose poll is due, in one round trip. */
    async claim(claim: {
      nowMs: number
      leaseMs: number
      limit: number
    }): Promise<readonly StoredFeed[]> {
      const { nowMs, leaseMs, limit } = claim
      const touched = [keys.feedsDue, keys.feeds]
      const claimed = await scripts.claimDue(touched, [nowMs, leaseMs, limit])
      return claimed.map(({ id, dueMs, stored }) => storedFeed(id, dueMs, stored))
    },

    /** Moves the next poll of a feed, unless it was removed meanwhile. */
    async postpone(id: string, dueMs: number): Promise<void> {
      await redis.zadd(keys.feedsDue, 'XX', dueMs, id)
    },

    /** Stores the state after a poll and the time of the next, unless the feed was removed meanwhile. */
    async save(id: string, state: FeedState): Promise<void> {
      await redis
        .multi()
        .hset(keys.feeds, id, packState(state))
        .zadd(keys.feedsDue, 'XX', state.nextPollAtMs, id)
        .exec()
    },
  }
}

export type FeedStore = ReturnType<typeof createFeedStore>

function storedFeed(id: string, dueMs: number, packed: string): StoredFeed {
  return { id, dueMs, state: unpackState(packed, dueMs) }
}

/** ZRANGE WITHSCORES answers a flat list or a list of pairs, as the protocol version goes. */
function pairsOf(answer: unknown): readonly (readonly [string, number])[] {
  const flat = (answer as unknown[]).flat() as string[]
  return flat.flatMap((value, at) => (at % 2 === 0 ? [[value, Number(flat[at + 1])] as const] : []))
}
