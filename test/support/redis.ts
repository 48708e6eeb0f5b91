import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { parseConfig } from '../../src/shared/config.ts'
import { provideRedis } from '../../src/shared/provide/redis.ts'

declare module 'vitest' {
  interface ProvidedContext {
    redisUrl: string
  }
}

/** One real Redis for a project's tests, found or brought as `npm start` does. Each test uses a prefix of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-test-'))
  const config = parseConfig({ REDIS_PROVIDER: process.env['REDIS_PROVIDER'] })
  const redis = await provideRedis(config, { folder, say: console.error })
  project.provide('redisUrl', redis.url)
  return async () => {
    await redis.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
