import type { Redis } from 'ioredis'
import type { FailureCode } from '../errors.ts'
import { identityOf } from '../jobData.ts'
import type { Keys } from '../keys.ts'
import type { DropReason } from '../outcomes.ts'
import { type Entry, jobIdOf } from '../schemas.ts'
import type { Scripts } from '../scripts.ts'
import { feedIdOf } from './followedFeeds.ts'

/** The one outcome of an entry that becomes no article. */
export type EntryEnd = `dropped:${DropReason}` | `failed:${FailureCode}`

/** What became of every entry ever seen. `seen` = sum of outcomes + in flight, at any time. */
export interface Ledger {
  readonly seen: number
  readonly inFlight: number
  /** By outcome: `clustered`, `dropped:<reason>`, `failed:<code>`. */
  readonly outcomes: ReadonlyMap<string, number>
}

/** An item and the digest of what its feed says of it. */
export interface Versioned {
  readonly id: string
  readonly version: string
}

/** What a feed lists, by what is to be done. */
export interface Sorted<T> {
  readonly unseen: readonly T[]
  readonly changed: readonly T[]
  readonly unnoted: readonly T[]
}

interface Parts {
  readonly redis: Redis
  readonly keys: Keys
  readonly scripts: Scripts
  readonly entryTtlHours: number
}

/** Entries and their ledger. */
export function createEntryStore({ redis, keys, scripts, entryTtlHours }: Parts) {
  const ttlSeconds = entryTtlHours * 3_600
  // An entry in flight has no expiry, and must get none.
  const keepKnown = async (feedId: string, items: readonly Versioned[]) => {
    const pipeline = redis.pipeline()
    for (const { id } of items) {
      pipeline.expire(keys.entry(id), ttlSeconds).expire(keys.version(id, feedId), ttlSeconds)
    }
    await pipeline.exec()
  }
  /** Has the entry an outcome that no further work can change? */
  const isSettled = async (id: string): Promise<boolean> => {
    const state = await redis.get(keys.entry(id))
    return state !== null && state !== 'in_flight' && !state.startsWith('failed:')
  }
  return {
    ttlSeconds,

    /**
     * Parts what a feed lists: unseen items; clustered ones of which this feed says something else than before; and those to be
     * noted for the first time. All others need nothing. What is listed stays known.
     */
    async sort<T extends Versioned>(feedId: string, items: readonly T[]): Promise<Sorted<T>> {
      if (items.length === 0) return { unseen: [], changed: [], unnoted: [] }
      const states = await redis.mget(items.map(({ id }) => keys.entry(id)))
      const versions = await redis.mget(items.map(({ id }) => keys.version(id, feedId)))
      await keepKnown(
        feedId,
        items.filter((_, at) => isEnded(states[at])),
      )
      const isArticle = (at: number) => isArticleState(states[at])
      const isChanged = ({ version }: T, at: number) =>
        isArticle(at) && versions[at] !== null && versions[at] !== version
      return {
        unseen: items.filter((_, at) => states[at] === null),
        changed: items.filter(isChanged),
        unnoted: items.filter((_, at) => isArticle(at) && versions[at] === null),
      }
    },

    /** Remembers what a feed says of items, once their jobs are in the queue. */
    async noteVersions(feedId: string, items: readonly Versioned[]): Promise<void> {
      const pipeline = redis.pipeline()
      for (const { id, version } of items)
        pipeline.set(keys.version(id, feedId), version, 'EX', ttlSeconds)
      await pipeline.exec()
    },

    /** Counts entries as seen and in flight, once their jobs are in the queue. Returns how many were new. */
    async admit(ids: readonly string[], nowMs: number): Promise<number> {
      if (ids.length === 0) return 0
      return scripts.admitEntries(
        [keys.inFlight, keys.ledger, ...ids.map(keys.entry)],
        [nowMs, ...ids],
      )
    },

    /** Gives an entry its outcome; false when it had one. */
    async settle(id: string, end: EntryEnd): Promise<boolean> {
      const touched = [keys.entry(id), keys.inFlight, keys.ledger]
      return (await scripts.settleEntry(touched, [id, end, ttlSeconds])) === 1
    },

    isSettled,

    /** Those of these jobs whose entry is in flight. One that reads a later version again decides nothing about its entry. */
    async withoutOutcome(jobIds: readonly string[]): Promise<readonly string[]> {
      const entryIds = jobIds.filter((id) => identityOf(id).version === null)
      if (entryIds.length === 0) return []
      const states = await redis.mget(entryIds.map(keys.entry))
      return entryIds.filter((_, at) => states[at] === 'in_flight')
    },

    /** Is there nothing a page of this entry, or of this version of it, could still change here? */
    async wasRead(entry: Pick<Entry, 'entryId' | 'version' | 'feed'>): Promise<boolean> {
      if (entry.version === null) return isSettled(entry.entryId)
      const noted = [
        keys.readVersion(jobIdOf(entry)),
        keys.version(entry.entryId, feedIdOf(entry.feed)),
      ]
      return (await redis.exists(...noted)) > 0
    },

    /** Remembers that a later version of an entry is being read. First versions are known by their outcome. */
    async noteRead(entry: Pick<Entry, 'entryId' | 'version'>): Promise<void> {
      if (entry.version === null) return
      await redis.set(keys.readVersion(jobIdOf(entry)), '1', 'EX', ttlSeconds)
    },

    /** Did the entry become an article? */
    async isArticle(id: string): Promise<boolean> {
      return isArticleState(await redis.get(keys.entry(id)))
    },

    /** One consistent reading. */
    async ledger(): Promise<Ledger> {
      const answers = await redis.multi().hgetall(keys.ledger).zcard(keys.inFlight).exec()
      const counts = (answers?.[0]?.[1] ?? {}) as Record<string, string>
      const outcomes = Object.entries(counts).filter(
        ([name, count]) => name !== 'seen' && Number(count) !== 0,
      )
      return {
        seen: Number(counts['seen'] ?? 0),
        inFlight: Number(answers?.[1]?.[1] ?? 0),
        outcomes: new Map(outcomes.map(([name, count]) => [name, Number(count)])),
      }
    },
  }
}

export type EntryStore = ReturnType<typeof createEntryStore>

/** Does every seen entry have exactly one place? */
export function isBalanced({ seen, inFlight, outcomes }: Ledger): boolean {
  return seen === inFlight + [...outcomes.values()].reduce((sum, count) => sum + count, 0)
}

function isArticleState(state: string | null | undefined): boolean {
  return state === 'clustered' || state === 'dropped:same_article'
}

function isEnded(state: string | null | undefined): boolean {
  return typeof state === 'string' && state !== 'in_flight'
}
