import { expect, inject, test } from 'vitest'
import { runOverload } from '../../bench/load/overloadRun.ts'
import { redisBinary } from '../support/e2eRedis.ts'

test('feeds that bring far more than is read do not fill Redis, and all that was taken comes through', async ({
  skip,
}) => {
  if (!(await redisBinary(inject('redisUrl')))) return skip('the JavaScript store has no limit')
  const full = inject('isFullChaos')
  const done = await runOverload({
    perSecond: full ? 1_000 : 600,
    seconds: full ? 60 : 5,
    memoryMb: full ? 1_024 : 32,
    pageBytes: full ? 110_000 : 6_000,
    hosts: 20,
    // 50 entries each: 17 MB of 1 GB, 2 MB of 32
    pollConcurrency: full ? 16 : 2,
  })
  console.info(`overload: ${JSON.stringify(done)}`)
  expect(done.heldBack).toBe(true)
  expect(done.offered).toBeGreaterThan(done.seen / 2)
  expect(done.ended).toBe(done.seen)
  expect(done.peakShare).toBeLessThanOrEqual(0.75)
})
