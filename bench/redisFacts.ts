import type { Redis } from 'ioredis'
import { parseInfo } from '../src/shared/redis.ts'

/** Bytes Redis uses, and the CPU it has taken since its start, ms. */
export async function redisFacts(redis: Redis): Promise<{ bytes: number; cpuMs: number }> {
  const facts = parseInfo(await redis.info())
  const seconds = Number(facts.get('used_cpu_user')) + Number(facts.get('used_cpu_sys'))
  return { bytes: Number(facts.get('used_memory')), cpuMs: 1_000 * seconds }
}
