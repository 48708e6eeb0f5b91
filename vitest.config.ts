import { defineConfig } from 'vitest/config'

const project = (name: string, options: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...options },
})

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      project('unit'),
      project('quality'),
      project('integration', { globalSetup: 'test/support/redis.ts' }),
      project('e2e', { globalSetup: 'test/support/redis.ts', fileParallelism: false }),
    ],
  },
})
