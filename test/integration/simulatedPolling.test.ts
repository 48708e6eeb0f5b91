import { expect, test } from 'vitest'
import { runPolicy } from '../../bench/polling/policy.ts'
import { runPolling } from '../../bench/polling/run.ts'
import { scoreRun } from '../../bench/polling/score.ts'

const small = { feeds: 40, hours: 4, seed: 3 }

test('hours of polling a hostile web find what it shows, and never come closer than the gap', async () => {
  const score = scoreRun(await runPolling(small))
  expect(score.entries.published).toBeGreaterThan(50)
  expect(score.entries.foundShare).toBeGreaterThan(0.95)
  expect(score.gap.starts).toBeGreaterThan(100)
  expect(score.gap.violations).toBe(0)
})

test('the same seed gives the same run of the schedule, another seed another', () => {
  const run = (seed: number) => scoreRun(runPolicy({ ...small, seed }))
  expect(run(3)).toEqual(run(3))
  expect(run(3)).not.toEqual(run(4))
})
