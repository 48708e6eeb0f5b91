import { expect, test } from 'vitest'
import { type FeedState, newFeedState } from '../../../../src/shared/core/polling/feedState.ts'
import { healthOf, reportOf } from '../../../../src/shared/core/polling/health.ts'

const url = 'https://a.example/feed'
const fresh = newFeedState(url, 0)
const healthy: FeedState = { ...fresh, lastSuccessMs: 1, reason: 'rhythm' }
const failing: FeedState = {
  ...healthy,
  failures: 3,
  failure: 'http_error',
  lastError: 'answered HTTP 500',
  reason: 'backoff',
}

test.each([
  [fresh, { status: 'new', why: 'not polled yet' }],
  [healthy, { status: 'healthy', why: null }],
  [
    { ...healthy, movedTo: 'https://b.example/' },
    { status: 'healthy', why: 'moved to https://b.example/' },
  ],
  [failing, { status: 'failing', why: 'answered HTTP 500 (3 times in a row)' }],
  [
    { ...failing, failures: 1 },
    { status: 'failing', why: 'answered HTTP 500 (once)' },
  ],
  [
    { ...failing, failure: 'gone', lastError: 'answered HTTP 410', reason: 'gone' },
    { status: 'gone', why: 'answered HTTP 410' },
  ],
] as const)('says how a feed is doing (%#)', (state, health) => {
  expect(healthOf(state as FeedState)).toEqual(health)
})

test('a feed that worked is reported at its third failure, and once', () => {
  const twice = { ...failing, failures: 2 }
  expect(reportOf(healthy, twice).report).toBeNull()
  const third = reportOf(twice, failing)
  expect(third.report).toMatchObject({ level: 'warn' })
  expect(reportOf(third.state, { ...third.state, failures: 4 }).report).toBeNull()
})

test('a feed that never worked is reported at once', () => {
  const first = { ...failing, failures: 1, lastSuccessMs: null }
  expect(reportOf(fresh, first).report).toMatchObject({ level: 'warn' })
})

test('failures that take turns are told once each', () => {
  const kinds = ['http_error', 'unreachable'] as const
  let state: FeedState = failing
  let told = 0
  for (let poll = 0; poll < 20; poll += 1) {
    const after = { ...state, failure: kinds[poll % 2] ?? null, failures: 3 + poll }
    const reported = reportOf(state, after)
    if (reported.report) told += 1
    state = reported.state
  }
  expect(told).toBe(2)
})

test('a feed that works again is told only when its failure was', () => {
  const works: FeedState = { ...failing, failures: 0, failure: null, lastError: null }
  expect(reportOf(failing, works).report).toBeNull()
  const reported = reportOf(healthy, failing).state
  const healed = reportOf(reported, { ...works, reported: reported.reported })
  expect(healed.report).toMatchObject({ level: 'info', message: `feed ${url} works again` })
  expect(healed.state.reported).toEqual([])
})

test('a feed that is gone for good is told so with what to do', () => {
  const gone: FeedState = { ...failing, failure: 'gone', reason: 'gone', reported: ['gone'] }
  const { report } = reportOf({ ...gone, reason: 'backoff' }, gone)
  expect(report?.message).toMatch(/gone for good: take it from your list/)
})
