import { defineConfig } from 'vitest/config'

const project = (name: string, options: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...options },
})

/**
 * `--mode full`, that is `npm run chaos`: the size the promises are made for, one file at a time. Without it a short form
 * beside other files: these tests mostly wait for locks and leases to run out, each on a prefix of its own.
 */
const chaosOf = (mode: string) => ({
  globalSetup: 'test/support/redis.ts',
  fileParallelism: mode !== 'full',
  testTimeout: mode === 'full' ? 1_800_000 : 240_000,
  provide: { isFullChaos: mode === 'full' },
})

export default defineConfig(({ mode }) => ({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      project('unit'),
      project('quality'),
      project('integration', { globalSetup: 'test/support/redis.ts' }),
      project('e2e', { globalSetup: 'test/support/redis.ts' }),
      project('chaos', chaosOf(mode)),
    ],
  },
}))
