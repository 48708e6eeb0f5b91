import type { Redis } from 'ioredis'
import type { Keys } from './keys.ts'

/** After so long without a word from another process it is looked again: a message may be lost. */
const informedMs = 100

/** What other processes tell of turns. Messages may be lost; who waits looks now and then. */
export interface Turns {
  /** From now on they are heard, on a connection of its own. */
  listen(): void
  /** Has this process heard of turns a moment ago, so that it will hear when the turn is its own? */
  areTold(): boolean
  /** The process itself has learned whose turn it is, or that nobody waits. */
  note(someoneWaits: boolean): void
  close(): void
}

interface Parts {
  readonly redis: Redis
  readonly keys: Keys
}

/** Calls `heard` with the job id of a page whose turn it is when another process tells: see `leaveArrivals.lua`. */
export function createTurns({ redis, keys }: Parts, heard: (id: string) => void): Turns {
  let listener: Redis | null = null
  let isListening = false
  let heardMs = Number.NEGATIVE_INFINITY
  const setListening = (is: boolean) => () => {
    isListening = is
  }
  return {
    listen() {
      if (listener) return
      const connection = redis.duplicate()
      listener = connection
      // an outage is told once, by the other connection; without this one it is looked again and again
      connection.on('error', () => {})
      connection.on('close', setListening(false))
      connection.on('ready', () => {
        connection.subscribe(keys.arrivals).then(setListening(true), () => {})
      })
      connection.on('message', (_, id) => {
        heardMs = performance.now()
        heard(id)
      })
    },
    areTold: () => isListening && performance.now() - heardMs < informedMs,
    note(someoneWaits) {
      heardMs = someoneWaits ? performance.now() : Number.NEGATIVE_INFINITY
    },
    close: () => listener?.disconnect(),
  }
}
