import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Config, parseConfig } from '../../src/shared/config.ts'
import { provideRedis } from '../../src/shared/provide/redis.ts'
import { openContext, type TestContext } from './testContext.ts'

/** Memory such a Redis may use, MB. */
export const limitMb = 16

/** A context on a Redis of its own that may use 16 MB; null when only the JavaScript store is to be had. */
export async function onSmallRedis(settings: Partial<Config> = {}): Promise<TestContext | null> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-pressure-'))
  const config = parseConfig({
    REDIS_MAX_MEMORY_MB: String(limitMb),
    REDIS_PROVIDER: process.env['REDIS_PROVIDER'],
  })
  const redis = await provideRedis(config, { folder, say: () => {} })
  onTestFinished(async () => {
    await redis.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return redis.durable ? openContext({ redisUrl: redis.url, settings }) : null
}
