import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import { readEvents, type StreamEvent } from './eventStream.ts'

/** An event that a consumer group gave up: its fields, where it stands in the stream of events, and why. */
export interface DeadEvent {
  /** Place in the group's stream of dead letters. */
  readonly letterId: string
  readonly failedMs: number
  readonly reason: string
  /** Empty when the letter does not tell it: then it cannot be given out again. */
  readonly streamId: string
  readonly fields: StreamEvent['fields']
}

/** Which letters are meant; what is left out matches all. */
export interface DeadEventFilter {
  /** Text that stands in the reason, in capitals or not. */
  readonly reason?: string | undefined
  readonly sinceMs?: number | undefined
}

type Parts = Pick<Context, 'redis' | 'keys'>

/** What became of letters that were to be given out again. */
export interface RetriedEvents {
  readonly retried: number
  /** The stream has their events no longer: the letters stay. */
  readonly trimmed: number
}

/** Owner of what is given out again, until a consumer of the group takes it over. */
const retryConsumer = 'wirefold-dead-retry'
/** Idle for longer than any consumer waits before it takes over what others left, ms. */
const longIdleMs = 86_400_000

/** The events that a consumer group gave up. */
export function openDeadEvents({ redis, keys }: Parts, group: string) {
  const letters = keys.deadEvents(group)

  async function* list({ reason = '', sinceMs = 0 }: DeadEventFilter): AsyncGenerator<DeadEvent> {
    const wanted = reason.toLowerCase()
    for await (const entry of readEvents(redis, letters)) {
      const letter = letterOf(entry)
      if (letter.failedMs >= sinceMs && letter.reason.toLowerCase().includes(wanted)) yield letter
    }
  }

  /** Puts the event among those in hand, left alone for long: the next consumer takes it over. False when it is gone. */
  const giveOut = async ({ streamId }: DeadEvent): Promise<boolean> => {
    if (!streamId) return false
    const state = ['IDLE', longIdleMs, 'RETRYCOUNT', 0, 'FORCE', 'JUSTID'] as const
    try {
      const claimed = await redis.xclaim(keys.events, group, retryConsumer, 0, streamId, ...state)
      return claimed.length > 0
    } catch (error) {
      if (!String(error).includes('NOGROUP')) throw error
      throw new UsageError(
        `no consumer group ${group} reads ${keys.events}: start its consumer first`,
      )
    }
  }

  return {
    /** Oldest first. */
    list,
    /** Gives them to the group once more, to no other; a letter goes when its event is among those in hand. */
    async retry(filter: DeadEventFilter): Promise<RetriedEvents> {
      const counts = { retried: 0, trimmed: 0 }
      for await (const letter of list(filter)) {
        const isGiven = await giveOut(letter)
        // a crash in between gives it out twice: the group remembers what it applied
        if (isGiven) await redis.xdel(letters, letter.letterId)
        counts[isGiven ? 'retried' : 'trimmed'] += 1
      }
      return counts
    },
    /** Removes them. Returns how many. */
    async drop(filter: DeadEventFilter): Promise<number> {
      let dropped = 0
      for await (const { letterId } of list(filter)) dropped += await redis.xdel(letters, letterId)
      return dropped
    },
  }
}

/** How many events each consumer group has given up; groups without any are left out. */
export async function countDeadEvents({
  redis,
  keys,
}: Parts): Promise<ReadonlyMap<string, number>> {
  const groups = await redis.hkeys(keys.consumerGroups)
  const counts = await Promise.all(groups.map((group) => redis.xlen(keys.deadEvents(group))))
  return new Map(
    groups.map((group, at) => [group, counts[at] ?? 0] as const).filter(([, n]) => n > 0),
  )
}

function letterOf({ streamId: letterId, fields }: StreamEvent): DeadEvent {
  const { reason = '', streamId = '', ...event } = fields
  return { letterId, failedMs: Number(letterId.split('-')[0]), reason, streamId, fields: event }
}
