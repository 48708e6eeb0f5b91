import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { FeedState } from '../core/polling/feedState.ts'
import { packState, unpackState } from '../core/polling/packedState.ts'
import type { Keys } from '../keys.ts'

/** A feed that is followed, paused or not. */
export interface FollowedFeed {
  readonly id: string
  readonly state: FeedState
  readonly title: string | null
  /** When its next poll is due, ms; null while it is paused. */
  readonly dueMs: number | null
  /** Added by a command: it stays when FEEDS does not name it. */
  readonly byHand: boolean
}

/** Feeds sent to Redis in one round trip. */
const batchSize = 1_000

/** Digest of the feed's URL: 72 bits, so that a million feeds have no two alike. */
export function feedIdOf(url: string): string {
  return createHash('sha256').update(url).digest('base64url').slice(0, 12)
}

/** How long a feed that is not followed any more is remembered: as long as entries are by default. */
const rememberedMs = 30 * 86_400_000

/** Which feeds are followed: those of FEEDS and those added by hand. The producers see every change at their next tick. */
export function createFollowedFeeds(redis: Redis, keys: Keys) {
  const load = async (ids: readonly string[]): Promise<readonly FollowedFeed[]> => {
    const [states, titles, dues, byHand] = await Promise.all([
      redis.hmget(keys.feeds, ...ids),
      redis.hmget(keys.feedTitles, ...ids),
      redis.zmscore(keys.feedsDue, ...ids),
      redis.smembers(keys.feedsByHand),
    ])
    return ids.flatMap((id, at) => {
      const packed = states[at]
      if (!packed) return []
      const due = dues[at] ?? null
      const dueMs = due === null ? null : Number(due)
      const state = unpackState(packed, dueMs ?? 0)
      return [{ id, state, title: titles[at] ?? null, dueMs, byHand: byHand.includes(id) }]
    })
  }
  const ids = async (): Promise<readonly string[]> => {
    const [due, paused] = await Promise.all([
      redis.zrange(keys.feedsDue, '0', '-1'),
      redis.smembers(keys.feedsPaused),
    ])
    return [...due, ...paused]
  }
  const addBatch = async (states: readonly FeedState[], { byHand, titles }: AddOptions) => {
    const paused = new Set(await redis.smembers(keys.feedsPaused))
    const pipeline = redis.pipeline()
    for (const state of states) {
      const id = feedIdOf(state.url)
      const title = titles?.get(state.url)
      pipeline.hsetnx(keys.feeds, id, packState(state)).zrem(keys.feedsRemoved, id)
      if (title) pipeline.hset(keys.feedTitles, id, title)
      if (byHand) pipeline.sadd(keys.feedsByHand, id)
      if (!paused.has(id)) pipeline.zadd(keys.feedsDue, 'NX', state.nextPollAtMs, id)
    }
    await pipeline.exec()
  }
  return {
    /** Ids of all followed feeds, paused ones too. */
    ids,

    /** Ids of the feeds added by hand. */
    byHand: (): Promise<readonly string[]> => redis.smembers(keys.feedsByHand),

    /** The followed feeds, paused ones too, or those of the given ids; what is not followed is left out. */
    async followed(wanted?: readonly string[]): Promise<readonly FollowedFeed[]> {
      const known = new Set(await ids())
      const chosen = wanted ? wanted.filter((id) => known.has(id)) : [...known]
      const found: FollowedFeed[] = []
      for (const some of batchesOf(chosen)) found.push(...(await load(some)))
      return found
    },

    /** Follows feeds, due at their `nextPollAtMs`; known ones keep their state, paused ones stay paused. */
    async add(states: readonly FeedState[], options: AddOptions = {}): Promise<void> {
      for (const batch of batchesOf(states)) {
        await addBatch(batch, options)
        options.added?.(batch.length)
      }
    },

    /** Follows feeds no longer. Their state is kept for a while, so that one that comes back is not read anew. */
    async remove(gone: readonly string[], nowMs: number): Promise<void> {
      for (const batch of batchesOf(gone)) {
        const pipeline = redis.pipeline()
        pipeline.zrem(keys.feedsDue, ...batch)
        pipeline.srem(keys.feedsPaused, ...batch).srem(keys.feedsByHand, ...batch)
        pipeline.zadd(keys.feedsRemoved, ...batch.flatMap((id) => [nowMs, id]))
        await pipeline.exec()
      }
      const tooOld = nowMs - rememberedMs
      for (const batch of batchesOf(await redis.zrangebyscore(keys.feedsRemoved, 0, tooOld))) {
        const pipeline = redis.pipeline().zrem(keys.feedsRemoved, ...batch)
        await pipeline
          .hdel(keys.feeds, ...batch)
          .hdel(keys.feedTitles, ...batch)
          .exec()
      }
    },

    /** Stops the polls of a followed feed until it is resumed. */
    async pause(id: string): Promise<void> {
      await redis.multi().sadd(keys.feedsPaused, id).zrem(keys.feedsDue, id).exec()
    },

    /** Polls a paused feed again, as soon as `nowMs`. */
    async resume(id: string, nowMs: number): Promise<void> {
      await redis.multi().srem(keys.feedsPaused, id).zadd(keys.feedsDue, nowMs, id).exec()
    },
  }
}

export interface AddOptions {
  /** Added by a command, so that it stays when FEEDS does not name it. */
  readonly byHand?: boolean
  /** Titles by URL. */
  readonly titles?: ReadonlyMap<string, string>
  /** Is told of every batch stored. */
  readonly added?: (feeds: number) => void
}

/** Items in pieces that one round trip can carry. */
export function* batchesOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += batchSize) yield items.slice(at, at + batchSize)
}
