import type { Redis } from 'ioredis'
import type { Context } from './context.ts'
import { messageOf } from './errors.ts'
import { pause } from './lifecycle.ts'
import type { Metrics } from './metrics.ts'
import { parseInfo } from './redis.ts'

/** A Redis that has not answered a PING by then counts as away. */
const answersWithinMs = 2_000

/** Gauges of the server itself. False when it does not answer: then there is nothing else to read. */
export async function exportRedis({
  redis,
  metrics,
}: Pick<Context, 'redis' | 'metrics'>): Promise<boolean> {
  const seconds = await roundTripSeconds(redis)
  metrics.redisUp.set(seconds === null ? 0 : 1)
  if (seconds === null) return false
  metrics.redisRoundTrip.set(seconds)
  const facts = parseInfo(await redis.info())
  for (const [fact, gauge] of Object.entries(gaugeOfFact)) {
    const value = Number(facts.get(fact))
    if (facts.has(fact) && Number.isFinite(value)) metrics[gauge].set(value)
  }
  const aof = facts.get('aof_last_write_status')
  if (aof) metrics.redisAofOk.set(aof === 'ok' ? 1 : 0)
  return true
}

/** Facts of INFO and the gauges that carry them as they are. */
const gaugeOfFact = {
  used_memory: 'redisUsedMemory',
  maxmemory: 'redisMaxMemory',
  connected_clients: 'redisClients',
  instantaneous_ops_per_sec: 'redisCommands',
} as const satisfies Record<string, keyof Metrics>

async function roundTripSeconds(redis: Redis): Promise<number | null> {
  if (['close', 'reconnecting', 'end'].includes(redis.status)) return null
  const started = performance.now()
  const enough = new AbortController()
  const late = pause(answersWithinMs, enough.signal)
  const first = await Promise.race([redis.ping().catch(messageOf), late])
  enough.abort()
  return first === 'PONG' ? (performance.now() - started) / 1_000 : null
}
