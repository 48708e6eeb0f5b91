import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleTime } from '../../../src/shared/core/stories/articleTime.ts'

const seenMs = Date.UTC(2026, 10, 22, 12)
const hourMs = 3_600_000
const yearMs = 365.25 * 24 * hourMs

test('takes the published time when it is plausible', () => {
  expect(articleTime(seenMs - 5 * hourMs, seenMs)).toEqual({
    timeMs: seenMs - 5 * hourMs,
    dated: true,
  })
})

test('takes the first sight when nothing was published', () => {
  expect(articleTime(null, seenMs)).toEqual({ timeMs: seenMs, dated: false })
})

test('takes a claim in the next 24 hours for a wrong clock: dated, but at first sight', () => {
  expect(articleTime(seenMs + 24 * hourMs, seenMs)).toEqual({ timeMs: seenMs, dated: true })
})

test('takes a claim further ahead for no date', () => {
  expect(articleTime(seenMs + 24 * hourMs + 1, seenMs)).toEqual({ timeMs: seenMs, dated: false })
})

test('takes a claim of more than 20 years ago for no date', () => {
  expect(articleTime(seenMs - 20 * yearMs, seenMs).dated).toBe(true)
  expect(articleTime(seenMs - 20 * yearMs - 1, seenMs)).toEqual({ timeMs: seenMs, dated: false })
})

test('is never later than the first sight', () => {
  fc.assert(
    fc.property(fc.option(fc.integer()), fc.nat(), (claimed, seen) => {
      expect(articleTime(claimed, seen).timeMs).toBeLessThanOrEqual(seen)
    }),
  )
})
