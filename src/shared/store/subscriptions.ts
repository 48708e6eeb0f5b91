import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { HubPlace, Subscription } from '../core/polling/websub.ts'
import type { Keys } from '../keys.ts'

/** After so long without an answer of the hub it is asked again. */
const askAgainMs = 3_600_000

/** Subscriptions at the hubs of feeds, and when each is to be asked for. */
export function createSubscriptionStore(redis: Redis, keys: Keys) {
  const get = async (feedId: string): Promise<Subscription | null> => {
    const json = await redis.hget(keys.subscriptions, feedId)
    return json ? (JSON.parse(json) as Subscription) : null
  }
  const save = async (subscription: Subscription) => {
    await redis.hset(keys.subscriptions, subscription.feedId, JSON.stringify(subscription))
  }
  return {
    get,
    save,

    /** Notes the hub of a feed: a new one, or another than before, is asked at once. */
    async note(feed: { feedId: string; feedUrl: string }, place: HubPlace, nowMs: number) {
      const known = await get(feed.feedId)
      if (known?.hub === place.hub && known.topic === place.topic) return
      const secrets = { token: newSecret(), secret: newSecret() }
      const fresh = {
        status: 'pending',
        leaseUntilMs: 0,
        lastPushMs: null,
        missedMs: null,
      } as const
      await save({ ...feed, ...place, ...secrets, ...fresh })
      await redis.zadd(keys.subscriptionsDue, nowMs, feed.feedId)
    },

    /** Plans when a hub is asked for the subscription again. */
    async askAt(feedId: string, atMs: number): Promise<void> {
      await redis.zadd(keys.subscriptionsDue, atMs, feedId)
    },

    /** Subscriptions to be asked for now; each comes back in an hour unless its hub answers. */
    async claim(nowMs: number, limit: number): Promise<readonly Subscription[]> {
      const ids = await redis.zrangebyscore(keys.subscriptionsDue, 0, nowMs, 'LIMIT', 0, limit)
      const found: Subscription[] = []
      for (const id of ids) {
        const subscription = await get(id)
        if (subscription) {
          await redis.zadd(keys.subscriptionsDue, nowMs + askAgainMs, id)
          found.push(subscription)
        } else await redis.zrem(keys.subscriptionsDue, id)
      }
      return found
    },

    /** Forgets a subscription. */
    async remove(feedId: string): Promise<void> {
      await redis
        .multi()
        .hdel(keys.subscriptions, feedId)
        .zrem(keys.subscriptionsDue, feedId)
        .exec()
    },
  }
}

export type SubscriptionStore = ReturnType<typeof createSubscriptionStore>

function newSecret(): string {
  return randomBytes(24).toString('base64url')
}
