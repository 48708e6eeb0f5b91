import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoffMs, judge } from '../../../src/webhook/retries.ts'

const nowMs = Date.UTC(2026, 10, 22, 12)
const answer = (status: number, retryAfter?: string) =>
  judge({ status, headers: new Map(retryAfter ? [['retry-after', retryAfter]] : []) }, nowMs)

test('2xx is taken, 410 ends it, all else is tried again', () => {
  expect([200, 204, 299].map((status) => answer(status).kind)).toEqual(Array(3).fill('delivered'))
  expect(answer(410)).toEqual({ kind: 'gone' })
  for (const status of [301, 400, 404, 429, 500, 503])
    expect(answer(status)).toEqual({ kind: 'failed', reason: `HTTP ${status}`, waitMs: null })
})

test('Retry-After is honoured, up to an hour', () => {
  expect(answer(429, '7')).toMatchObject({ waitMs: 7_000 })
  expect(answer(503, '86400')).toMatchObject({ waitMs: 3_600_000 })
})

test('the wait doubles from a second to a minute, and chance takes at most half away', () => {
  expect([1, 2, 3, 7, 50].map((failures) => backoffMs(failures, 0))).toEqual([
    1_000, 2_000, 4_000, 60_000, 60_000,
  ])
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, chance) => {
        const full = backoffMs(failures, 0)
        expect(backoffMs(failures, chance)).toBeGreaterThanOrEqual(Math.floor(full / 2))
        expect(backoffMs(failures, chance)).toBeLessThanOrEqual(full)
      },
    ),
  )
})
