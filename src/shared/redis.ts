import type { RedisOptions } from 'ioredis'
import { messageOf, UsageError } from './errors.ts'
import { Redis } from './ioredis.ts'
import type { Log } from './log.ts'

/**
 * Asked to disconnect while it waits for its next attempt, ioredis drops the attempt and tells nobody, and a BullMQ worker that
 * is paused or closed in an outage waits for the end for ever. `wait` is the status in which it ends at once.
 */
function endingWhenAsked(redis: Redis): Redis {
  const disconnect = redis.disconnect.bind(redis)
  const duplicate = redis.duplicate.bind(redis)
  return Object.assign(redis, {
    disconnect(reconnect = false): void {
      if (redis.status === 'reconnecting' && !reconnect) redis.status = 'wait'
      disconnect(reconnect)
    },
    duplicate: (override: Partial<RedisOptions>) => endingWhenAsked(duplicate(override)),
  })
}

/**
 * A connection that waits through outages: commands are queued and sent again, for ever. Trouble is logged once when
 * it begins and once when it ends.
 */
export function connectRedis(url: string, log: Log): Redis {
  const redis = endingWhenAsked(
    new Redis(url, {
      maxRetriesPerRequest: null,
      enableAutoPipelining: false,
      retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 6), 2_000),
    }),
  )
  let down = false
  const goesAway = (why: string): void => {
    if (!down) log.warn(`Redis is away (${why}): waiting for it, nothing is lost`)
    down = true
  }
  redis.on('error', (error: unknown) => goesAway(messageOf(error)))
  // a Redis that is back before the first new attempt ends the connection without any error
  redis.on('reconnecting', () => goesAway('the connection ended'))
  redis.on('ready', () => {
    if (down) log.info('Redis is back')
    down = false
  })
  return redis
}

/** Tries once to reach a Redis. @throws UsageError that says what to do. */
export async function checkRedis(url: string): Promise<void> {
  const probe = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: 5_000,
  })
  let cause = ''
  probe.on('error', (error: unknown) => {
    cause = messageOf(error)
  })
  try {
    await probe.connect()
    await probe.ping()
  } catch (error) {
    throw new UsageError(
      `cannot use Redis at ${withoutPassword(url)}: ${cause || messageOf(error)}. ` +
        'Start it, correct REDIS_URL, or leave REDIS_URL empty to have one provided.',
    )
  } finally {
    probe.disconnect()
  }
}

/** A Redis URL that may be printed. */
export function withoutPassword(text: string): string {
  const url = new URL(text)
  if (url.password) url.password = '***'
  return url.href
}

/** The answer of INFO as names and values. */
export function parseInfo(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\r\n').flatMap((line) => {
      const at = line.indexOf(':')
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1)] as const] : []
    }),
  )
}
