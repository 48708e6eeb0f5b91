import { classifyFailure, messageOf } from '../errors.ts'
import { Redis } from '../ioredis.ts'
import { createKeys } from '../keys.ts'
import { pause } from '../lifecycle.ts'
import { createScripts, type Scripts } from '../scripts.ts'
import type { GroupPlace } from './group.ts'

/** What a consumer is told beside its events. Nothing of it stops the loop. */
export type Notice =
  /** The stream was trimmed before this group had read that far: read a snapshot. */
  | { readonly kind: 'missed'; readonly message: string }
  /** Events handed out earlier were trimmed before they were done. */
  | { readonly kind: 'trimmed'; readonly streamIds: readonly string[] }
  /** An event of a newer version was passed over. */
  | { readonly kind: 'unknown'; readonly type: string; readonly streamId: string }
  /** An event went to the group's dead-letter stream. */
  | { readonly kind: 'dead'; readonly reason: string; readonly streamId: string }
  /** Redis did not answer; it is asked again. */
  | { readonly kind: 'redis'; readonly message: string }

/** Who consumes what, and how patiently. */
export interface ConsumeOptions {
  /** A connection, or its URL. Connections of its own are made from it and closed at the end. */
  readonly redis: Redis | string
  /** Consumers of one group share the events; each group gets all of them. */
  readonly group: string
  /** Name of this consumer. Keep it over restarts: its unfinished work comes back at once. */
  readonly consumer: string
  /** KEY_PREFIX of wirefold; `wirefold`. */
  readonly prefix?: string
  /** Where a new group begins: `0` = oldest event (default), `$` = from now, or the `cursor` of a snapshot. */
  readonly from?: string
  /** Ends the loop, also while it waits. */
  readonly signal?: AbortSignal
  /** Events fetched at once; 100. */
  readonly batch?: number
  /** Work of a consumer that has shown no sign of life for this long goes to another; 60,000. */
  readonly claimAfterMs?: number
  /**
   * No other consumer of the group is at work, as a lease of yours sees to: what another has in hand is taken over at once,
   * so that all events come in the order of the stream, whoever had them before; false.
   */
  readonly alone?: boolean
  /** An event handed out more often than this goes to the dead-letter stream; 5. */
  readonly maxDeliveries?: number
  readonly onNotice?: (notice: Notice) => void
}

/** A consumer at work. */
export interface Session {
  readonly place: GroupPlace
  readonly scripts: Scripts
  readonly from: string
  readonly signal: AbortSignal
  readonly batch: number
  readonly claimAfterMs: number
  readonly alone: boolean
  readonly maxDeliveries: number
  readonly notice: (notice: Notice) => void
  close(): void
}

const defaults = { from: '0', batch: 100, claimAfterMs: 60_000, alone: false, maxDeliveries: 5 }
const retryMs = 500
/** How long a session that ends waits for Redis to take the last it has to say. */
export const farewellMs = 2_000

/** Opens the two connections a consumer needs. @throws RangeError for options that cannot be meant. */
export function openSession(options: ConsumeOptions): Session {
  const { redis: given, group, consumer, prefix = 'wirefold', signal, onNotice, ...rest } = options
  const wishes = { ...defaults, ...rest }
  check(wishes, { group, consumer })
  const notice = onNotice ?? (() => {})
  const redis = connect(given)
  const reader = redis.duplicate()
  for (const connection of [redis, reader])
    connection.on('error', (error: unknown) => notice({ kind: 'redis', message: messageOf(error) }))
  const close = () => {
    redis.disconnect()
    reader.disconnect()
  }
  // a read that waits ends at once; what was done may still be acknowledged
  const leave = () => {
    reader.disconnect()
    setTimeout(close, farewellMs).unref()
  }
  signal?.addEventListener('abort', leave, { once: true })
  return {
    ...wishes,
    notice,
    scripts: createScripts(redis),
    place: { redis, reader, group, consumer, keys: createKeys(prefix) },
    signal: signal ?? new AbortController().signal,
    close() {
      signal?.removeEventListener('abort', leave)
      close()
    },
  }
}

/** A connection of our own that waits through outages. */
export function connect(given: Redis | string): Redis {
  const patient = { maxRetriesPerRequest: null }
  return typeof given === 'string' ? new Redis(given, patient) : given.duplicate(patient)
}

function check(numbers: typeof defaults, names: { group: string; consumer: string }): void {
  for (const [name, value] of Object.entries(names))
    if (!/^[\w.@-]{1,100}$/.test(value ?? ''))
      throw new RangeError(`${name} must be 1 to 100 letters, digits, or . @ _ -, not "${value}"`)
  const { batch, claimAfterMs, maxDeliveries } = numbers
  for (const [name, value] of Object.entries({ batch, claimAfterMs, maxDeliveries }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`${name} must be a whole number above 0, not ${value}`)
  if (!/^(\$|\d+(-\d+)?)$/.test(numbers.from))
    throw new RangeError(`from must be 0, $ or the id of a stream entry, not "${numbers.from}"`)
}

/** Asks again and again until Redis answers; `null` when the session ends before. */
export async function withRetries<T>(
  { signal, notice }: Pick<Session, 'signal' | 'notice'>,
  ask: () => Promise<T>,
): Promise<T | null> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (signal.aborted) return null
      if (!passes(error)) throw error
      notice({ kind: 'redis', message: messageOf(error) })
      await pause(retryMs, signal)
    }
  }
}

/** First words of answers that say "not now". */
const notNow = /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|BUSY|OOM|NOREPLICAS|MISCONF)\b/

function passes(error: unknown): boolean {
  return classifyFailure(error).code === 'redis_unavailable' || notNow.test(messageOf(error))
}
