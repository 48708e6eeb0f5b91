import type { Redis } from 'ioredis'
import type { Keys } from '../keys.ts'
import type { Entry, PageCheck } from '../schemas.ts'
import type { Scripts } from '../scripts.ts'

/** A page that is looked at again for silent edits. */
export interface PlannedCheck {
  readonly entry: Entry
  readonly check: PageCheck
}

/** Which pages are looked at again, and when. */
export function createPageChecks(redis: Redis, keys: Keys, scripts: Scripts) {
  return {
    /** Plans the next look at a page, in place of the one planned before. */
    async plan({ entry, check }: PlannedCheck, dueMs: number): Promise<void> {
      await scripts.planCheck(
        [keys.pageChecks, keys.pageChecksDue],
        [entry.entryId, JSON.stringify({ entry, check }), dueMs],
      )
    },

    /** Keeps what the last look at a page brought, if another is planned. */
    async note(entryId: string, facts: Omit<PageCheck, 'number'>): Promise<void> {
      const known = await redis.hget(keys.pageChecks, entryId)
      if (!known) return
      const { entry, check } = JSON.parse(known) as PlannedCheck
      const noted: PlannedCheck = { entry, check: { ...check, ...facts } }
      await redis.hset(keys.pageChecks, entryId, JSON.stringify(noted))
    },

    /** Leases pages whose look is due. */
    async claim(claim: {
      nowMs: number
      leaseMs: number
      limit: number
    }): Promise<readonly PlannedCheck[]> {
      const { nowMs, leaseMs, limit } = claim
      const touched = [keys.pageChecksDue, keys.pageChecks]
      const claimed = await scripts.claimDue(touched, [nowMs, leaseMs, limit])
      return claimed.map(({ stored }) => JSON.parse(stored) as PlannedCheck)
    },

    /** Looks at a page no more. */
    async end(entryId: string): Promise<void> {
      await redis.multi().hdel(keys.pageChecks, entryId).zrem(keys.pageChecksDue, entryId).exec()
    },

    /** Counts a look at a page of a site; false when the site has had its share of the hour. */
    async mayAsk(site: string, { hour, most }: { hour: number; most: number }): Promise<boolean> {
      const key = keys.pageChecksOf(site, hour)
      const answers = await redis.multi().incr(key).expire(key, 3_600).exec()
      return Number(answers?.[0]?.[1] ?? 0) <= most
    },
  }
}

export type PageChecks = ReturnType<typeof createPageChecks>
