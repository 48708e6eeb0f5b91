import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import type { Keys } from './keys.ts'
import { oneAtATime } from './lifecycle.ts'
import type { Scripts } from './scripts.ts'
import { stages } from './stages.ts'

/**
 * The order in which pages arrived. Readers work on many at a time and finish in any order; what they pass on keeps the
 * order of arrival, so that one reader and eight give the same stories.
 */
export interface ArrivalOrder {
  /** Numbers pages and then runs `enqueue`, one call after the other, so that the queue has the order of the numbers. */
  admit(ids: readonly string[], enqueue: () => Promise<void>): Promise<void>
  /** Resolves when every page that arrived before has left, or has kept the others waiting for too long. */
  turn(id: string): Promise<void>
  /** The page is passed on, or has come to its end. */
  leave(id: string): Promise<void>
}

/**
 * A reader that dies or a page tried again must not stop the stream: after this time it is overtaken. A page that a living
 * reader has in hand, or one that died a moment ago, gets longer: on a busy machine a first page takes seconds.
 */
const longestWaitMs = { idle: 2_000, inHand: 12_000 } as const
const firstPauseMs = 1
const longestPauseMs = 16

interface Parts {
  readonly redis: Redis
  readonly keys: Keys
  readonly scripts: Scripts
}

/** The order of arrival under one prefix. */
export function createArrivalOrder({ redis, keys, scripts }: Parts): ArrivalOrder {
  const inTurn = oneAtATime()

  // BullMQ's lock of a job is there while a worker has it in hand
  const locks = `${keys.queues}:${stages.read.queue}:`
  const overtake = async (id: string, waitedMs: number): Promise<void> => {
    if (waitedMs <= longestWaitMs.idle) return
    const isForced = waitedMs > longestWaitMs.inHand
    await scripts.overtake([keys.arrivals, locks], [id, isForced ? 1 : 0])
  }

  return {
    admit(ids, enqueue) {
      return inTurn(async () => {
        await scripts.numberArrivals([keys.arrivals, keys.arrivalsLast], [...ids])
        await enqueue()
      })
    },

    async turn(id) {
      const started = performance.now()
      for (let waitMs = firstPauseMs; ; waitMs = Math.min(2 * waitMs, longestPauseMs)) {
        // one without a number was overtaken, or never had one: nobody waits for it
        const before = (await redis.zrank(keys.arrivals, id)) ?? 0
        if (before === 0) return
        await overtake(id, performance.now() - started)
        await pause(waitMs)
      }
    },

    async leave(id) {
      await redis.zrem(keys.arrivals, id)
    },
  }
}
