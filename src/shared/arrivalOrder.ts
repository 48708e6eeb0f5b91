import type { Redis } from 'ioredis'
import type { Keys } from './keys.ts'
import { oneAtATime, pause } from './lifecycle.ts'
import type { Scripts } from './scripts.ts'
import { stages } from './stages.ts'
import { createTurns } from './turns.ts'

/**
 * The order in which pages arrived. Readers work on many at a time and finish in any order; what they pass on keeps the
 * order of arrival, so that one reader and eight give the same stories.
 */
export interface ArrivalOrder {
  /** Numbers pages and then runs `enqueue`, one call after the other, so that the queue has the order of the numbers. */
  admit(ids: readonly string[], enqueue: () => Promise<void>): Promise<void>
  /** Resolves when every page that arrived before has left, or has kept the others waiting for too long. */
  turn(id: string): Promise<void>
  /** The page is passed on, or has come to its end. Once `read` its raw bytes go soon; one `given_up` may be tried again. */
  leave(id: string, fate: 'read' | 'given_up'): Promise<void>
  close(): void
}

/**
 * A reader that dies or a page tried again must not stop the stream: after this time it is overtaken. A page that a living
 * reader has in hand, or one that died a moment ago, gets longer: on a busy machine a first page takes seconds.
 */
const longestWaitMs = { idle: 2_000, inHand: 12_000 } as const
/** Between two looks; they begin anew when a page had its turn. */
const pauseMs = { first: 1, longest: 8 } as const
/** When the next turn will be known without a look: a page of this process has its own, or the others tell. */
const informedPauseMs = 50

/** A page that was read is needed again only when its reader dies before it could say that the job is done. */
const keptAfterReadingSeconds = 900

interface Parts {
  readonly redis: Redis
  readonly keys: Keys
  readonly scripts: Scripts
}

interface Waiter extends PromiseWithResolvers<void> {
  readonly sinceMs: number
}

/** The order of arrival under one prefix. */
export function createArrivalOrder({ redis, keys, scripts }: Parts): ArrivalOrder {
  const inTurn = oneAtATime()
  const waiters = new Map<string, Waiter>()
  /** The first of all pages as last heard, and whether it is one of this process that has its turn. */
  let first: string | null = null
  let isOurs = false
  let isLooking = false
  /** When it was last known whose turn it is, and how long after that it is looked again. */
  let lookedMs = Number.NEGATIVE_INFINITY
  let waitMs: number = pauseMs.first
  /** Ends the pause: how long it should be is another question now. */
  let wake = new AbortController()

  const letGo = (id: string): void => {
    waiters.get(id)?.resolve()
    waiters.delete(id)
  }

  const turns = createTurns({ redis, keys }, (id) => {
    first = id
    isOurs = waiters.has(id)
    letGo(id)
  })

  // BullMQ's lock of a job is there while a worker has it in hand
  const locks = `${keys.queues}:${stages.read.queue}:`
  const overtake = async (): Promise<void> => {
    const [longest] = waiters
    if (longest === undefined) return
    const [id, { sinceMs }] = longest
    const waitedMs = performance.now() - sinceMs
    if (waitedMs <= longestWaitMs.idle) return
    const isForced = waitedMs > longestWaitMs.inHand
    await scripts.overtake([keys.arrivals, locks], [id, isForced ? 1 : 0])
  }

  /** Lets those go whose turn it is; returns how many. */
  const look = async (): Promise<number> => {
    const due = await scripts.dueArrivals([keys.arrivals], [...waiters.keys()])
    for (const id of due) letGo(id)
    if (due.length === 0) await overtake()
    else {
      first = due.at(-1) ?? null
      isOurs = true
    }
    lookedMs = performance.now()
    return due.length
  }

  /** Looks as long as pages of this process wait for their turn: often, or now and then while it will be told. */
  const keepLooking = async (): Promise<void> => {
    if (isLooking) return
    isLooking = true
    try {
      while (waiters.size > 0) {
        wake = new AbortController()
        const isInformed = isOurs || turns.areTold()
        const dueInMs = lookedMs + (isInformed ? informedPauseMs : waitMs) - performance.now()
        if (dueInMs > 0) await pause(dueInMs, wake.signal)
        else waitMs = (await look()) > 0 ? pauseMs.first : Math.min(2 * waitMs, pauseMs.longest)
      }
    } catch (error) {
      for (const waiter of waiters.values()) waiter.reject(error)
      waiters.clear()
    } finally {
      isLooking = false
    }
  }

  return {
    admit(ids, enqueue) {
      return inTurn(async () => {
        await scripts.numberArrivals([keys.arrivals, keys.arrivalsLast], [...ids])
        await enqueue()
      })
    },

    turn(id) {
      if (id === first) {
        isOurs = true
        return Promise.resolve()
      }
      const waiter = waiters.get(id) ?? {
        ...Promise.withResolvers<void>(),
        sinceMs: performance.now(),
      }
      waiters.set(id, waiter)
      turns.listen()
      void keepLooking()
      return waiter.promise
    },

    async leave(id, fate) {
      const [next] = await scripts.leaveArrivals(
        [keys.arrivals, keys.page(id)],
        [id, fate === 'read' ? keptAfterReadingSeconds : 0, ...waiters.keys()],
      )
      first = next ?? null
      turns.note(next !== undefined)
      lookedMs = performance.now()
      waitMs = pauseMs.first
      isOurs = next !== undefined && waiters.has(next)
      if (isOurs && next !== undefined) letGo(next)
      // without a reason Node makes an error for it, with a stack
      else wake.abort(null)
    },

    close: () => turns.close(),
  }
}
