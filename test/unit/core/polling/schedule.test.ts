import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FeedState, newFeedState } from '../../../../src/shared/core/polling/feedState.ts'
import type { FeedHints } from '../../../../src/shared/core/polling/hints.ts'
import type {
  FailedPoll,
  FreshPoll,
  PollOutcome,
  UnchangedPoll,
} from '../../../../src/shared/core/polling/pollOutcome.ts'
import { nextPoll, type ScheduleOptions } from '../../../../src/shared/core/polling/schedule.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const nowMs = Date.UTC(2024, 2, 5)

/** `random: 0.5` leaves the interval as it is. */
const options: ScheduleOptions = { nowMs, random: 0.5, minSeconds: 300, maxSeconds: 43_200 }

/** Polled well before, so that overflow counts. */
const known: FeedState = { ...newFeedState('https://a.example/', 0), lastSuccessMs: nowMs - hour }

const noHints: FeedHints = { ttlSeconds: 0, skipHours: [], skipDays: [] }

/** An answer that was asked for with the validators known. */
const good = { freshSeconds: 0, permanentUrl: null, conditional: true } as const

const unchanged: UnchangedPoll = { ...good, result: 'not_modified', full: false, read: false }

function fresh(gapMs: number, more: Partial<FreshPoll> = {}): FreshPoll {
  const publishedMs = Array.from({ length: 20 }, (_, index) => nowMs - (index + 1) * gapMs)
  const validators = { etag: '"1"', lastModified: null, bodyHash: 'abc' }
  const counts = { entries: 20, newEntries: 1 }
  return { ...good, result: 'ok', hints: noHints, ...validators, publishedMs, ...counts, ...more }
}

function failed(more: Partial<FailedPoll> = {}): FailedPoll {
  return { result: 'http_error', message: 'HTTP 500', retryAfterMs: 0, ...more }
}

function waitAfter(
  outcome: PollOutcome,
  state = known,
  more: Partial<ScheduleOptions> = {},
): number {
  return nextPoll(state, outcome, { ...options, ...more }).nextPollAtMs - nowMs
}

test('waits a little more than the mean gap of the last 12 entries', () => {
  expect(waitAfter(fresh(20 * minute))).toBe(24 * minute)
})

test('stays within the shortest and longest interval', () => {
  expect(waitAfter(fresh(minute))).toBe(5 * minute)
  expect(waitAfter(fresh(3 * day))).toBe(12 * hour)
})

test('waits longer as a feed falls silent', () => {
  const polled = nextPoll(known, fresh(20 * minute), options)
  const later = nextPoll(polled, unchanged, { ...options, nowMs: nowMs + 6 * hour })
  expect(later.intervalSeconds).toBeGreaterThan(polled.intervalSeconds * 2)
})

test('is held back by hints of the publisher, six hours at most', () => {
  expect(waitAfter(fresh(20 * minute, { freshSeconds: 2_000 }))).toBe(2_000_000)
  expect(waitAfter(fresh(5 * hour, { hints: { ...noHints, ttlSeconds: 1_000_000 } }))).toBe(
    6 * hour,
  )
})

test('does not believe hints longer than two entries take, or a short feed would lose some', () => {
  const asksForADay = { hints: { ...noHints, ttlSeconds: 86_400 } }
  expect(waitAfter(fresh(20 * minute, asksForADay))).toBe(40 * minute)
  expect(waitAfter(fresh(minute, asksForADay))).toBe(5 * minute)
})

test('comes back soon after a long Retry-After: its jitter is that of the feed', () => {
  const state = { ...known, intervalSeconds: 600 }
  const away = failed({ retryAfterMs: 2 * hour })
  const waits = [0, 0.999].map((random) => waitAfter(away, state, { random }))
  expect(waits[0]).toBe(2 * hour)
  expect(waits[1]).toBeLessThanOrEqual(2 * hour + 2 * minute)
})

test('hurries when half of the feed was new, but not after the first poll', () => {
  const overflowing = fresh(20 * minute, { newEntries: 10 })
  expect(waitAfter(overflowing)).toBe(12 * minute)
  expect(waitAfter(overflowing, newFeedState('https://a.example/', 0))).toBe(24 * minute)
})

test('polls a feed without dates hourly and then ever more rarely', () => {
  const undated = fresh(0, { publishedMs: [] })
  const once = nextPoll(known, undated, options)
  const twice = nextPoll(once, undated, options)
  expect(once.intervalSeconds).toBeCloseTo(3_600 * 1.15)
  expect(twice.intervalSeconds).toBeGreaterThan(once.intervalSeconds)
})

test('does not believe dates in the future', () => {
  const future = fresh(20 * minute, { publishedMs: [nowMs + day, nowMs + 2 * day] })
  expect(nextPoll(known, future, options).entryTimesMs).toEqual([])
})

test('doubles the wait with each failure, up to 24 hours', () => {
  expect(waitAfter(failed())).toBe(2 * hour)
  expect(waitAfter(failed(), { ...known, failures: 1 })).toBe(4 * hour)
  expect(waitAfter(failed(), { ...known, failures: 1_000 })).toBe(24 * hour)
})

test('honours Retry-After, up to 24 hours and never less than asked', () => {
  const asked = failed({ result: 'rate_limited', retryAfterMs: 5 * hour })
  expect(waitAfter(asked, known, { random: 0 })).toBe(5 * hour)
  expect(waitAfter(failed({ retryAfterMs: 90 * day }), known, { random: 0 })).toBe(24 * hour)
})

test('forgets failures at the first good poll', () => {
  const broken = nextPoll(known, failed(), options)
  expect(broken).toMatchObject({ failures: 1, lastError: 'HTTP 500' })
  const healed = nextPoll(broken, unchanged, options)
  expect(healed).toMatchObject({ failures: 0, lastError: null, lastSuccessMs: nowMs })
})

test('keeps validators until a new body brings new ones', () => {
  const polled = nextPoll(known, fresh(hour), options)
  expect(polled).toMatchObject({ etag: '"1"', bodyHash: 'abc' })
  expect(nextPoll(polled, failed(), options)).toMatchObject({ etag: '"1"', bodyHash: 'abc' })
  expect(nextPoll(polled, fresh(hour, { etag: null }), options).etag).toBeNull()
})

test('remembers the hints of the feed when it has not changed', () => {
  const hinted = nextPoll(known, fresh(hour, { hints: { ...noHints, ttlSeconds: 7_200 } }), options)
  const later = nextPoll(hinted, unchanged, options)
  expect(later).toMatchObject({ intervalSeconds: 7_200, reason: 'publisher_hint' })
})

test('leaves out the hours and days the publisher skips', () => {
  // 5 March 2024, 00:00, is a Tuesday
  const hours = { ...noHints, skipHours: [0, 1, 2, 3] }
  expect(waitAfter(fresh(20 * minute, { hints: hours }))).toBe(4 * hour)
  const days = { ...noHints, skipDays: [2] }
  expect(waitAfter(fresh(20 * minute, { hints: days }))).toBe(day)
  const all = { ...noHints, skipDays: [0, 1, 2, 3, 4, 5, 6] }
  expect(waitAfter(fresh(20 * minute, { hints: all }))).toBe(24 * minute)
})

test('takes entries without dates to be as old as the poll that found them', () => {
  const undated = fresh(0, { publishedMs: [], newEntries: 1 })
  const state = [1, 2, 3].reduce(
    (before, count) => nextPoll(before, undated, { ...options, nowMs: nowMs + count * hour }),
    known,
  )
  expect(state.entryTimesMs).toEqual([3, 2, 1].map((count) => nowMs + count * hour))
})

test('looks once a week at a feed that has been gone for a day', () => {
  const gone = failed({ result: 'gone', message: 'answered HTTP 410' })
  const first = nextPoll(known, gone, options)
  expect(first).toMatchObject({ reason: 'backoff', goneSinceMs: nowMs })
  const second = nextPoll(first, gone, { ...options, nowMs: nowMs + day })
  expect(second).toMatchObject({ reason: 'gone', nextPollAtMs: nowMs + 8 * day })
  expect(nextPoll(second, unchanged, options)).toMatchObject({ goneSinceMs: null, failures: 0 })
})

test('gives up a new address that fails for the old one', () => {
  const moved: FeedState = { ...known, movedTo: 'https://b.example/' }
  const twice = nextPoll(nextPoll(moved, failed(), options), failed(), options)
  expect(twice.movedTo).toBe('https://b.example/')
  expect(nextPoll(twice, failed(), options).movedTo).toBeNull()
})

test('never asks twice within a redirect that is not permanent, nor believes one that comes and goes', () => {
  const sent = { ...unchanged, permanentUrl: 'https://b.example/' }
  const once = nextPoll(known, sent, options)
  const home = nextPoll(once, unchanged, { ...options, nowMs: nowMs + day })
  expect(home.pendingMove).toBeNull()
  const again = nextPoll(home, sent, { ...options, nowMs: nowMs + 2 * day })
  expect(again).toMatchObject({ movedTo: null, pendingMove: { polls: 1 } })
})

const goodFacts = {
  freshSeconds: fc.nat(1e9),
  permanentUrl: fc.option(fc.constant('https://b.example/')),
  conditional: fc.boolean(),
}

const outcome: fc.Arbitrary<PollOutcome> = fc.oneof(
  fc.record({
    result: fc.constant('ok' as const),
    etag: fc.constant(null),
    lastModified: fc.constant(null),
    bodyHash: fc.string(),
    hints: fc.record({
      ttlSeconds: fc.nat(1e9),
      skipHours: fc.uniqueArray(fc.nat(23)),
      skipDays: fc.uniqueArray(fc.nat(6)),
    }),
    publishedMs: fc.array(fc.integer({ min: -1e15, max: 1e15 })),
    entries: fc.nat(50),
    newEntries: fc.nat(50),
    ...goodFacts,
  }),
  fc.record({
    result: fc.constant('not_modified' as const),
    full: fc.boolean(),
    read: fc.boolean(),
    ...goodFacts,
  }),
  fc.record({
    result: fc.constantFrom('unreachable' as const, 'gone' as const),
    message: fc.string(),
    retryAfterMs: fc.integer(),
  }),
)

test('always polls again, not sooner than four fifths of the shortest interval nor later than the longest wait, and survives JSON', () => {
  fc.assert(
    fc.property(
      fc.array(outcome, { maxLength: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (outcomes, random) => {
        let state = newFeedState('https://a.example/', nowMs)
        for (const each of outcomes) {
          state = nextPoll(state, each, { ...options, random })
          const wait = state.nextPollAtMs - nowMs
          expect(wait).toBeGreaterThanOrEqual(0.8 * 300_000 - 1)
          expect(wait).toBeLessThanOrEqual(1.2 * 7 * day + 1)
          expect(JSON.parse(JSON.stringify(state))).toEqual(state)
          expect(state.entryTimesMs.length).toBeLessThanOrEqual(12)
        }
      },
    ),
  )
})

test('polls a short feed sooner when its entries come in crowds that could push each other out', () => {
  const crowd = Array.from({ length: 12 }, (_, index) => nowMs - 2 * hour - index * minute)
  const wait = (entries: number) => waitAfter(fresh(hour, { publishedMs: crowd, entries }))
  // twelve at once: ten shown leave room for a sixth of ten, a hundred for all of them
  expect(wait(100)).toBeGreaterThan(13 * minute)
  const spaced = [...crowd.slice(0, 11), nowMs - 10 * hour]
  const spacedWait = (entries: number) => waitAfter(fresh(hour, { publishedMs: spaced, entries }))
  expect(spacedWait(10)).toBeLessThan(spacedWait(100) / 4)
})

test('does not wait out a failure until the feed has filled up, unless the server asks for it', () => {
  const full = {
    ...known,
    intervalSeconds: 600,
    entryTimesMs: fresh(10 * minute).publishedMs.slice(0, 12),
  }
  const failing = { ...full, failures: 5 }
  const wait = (shownEntries: number, retryAfterMs = 0) =>
    waitAfter(failed({ retryAfterMs }), { ...failing, shownEntries })
  expect(wait(0)).toBe(600_000 * 2 ** 6)
  expect(wait(24)).toBe(40 * minute)
  expect(wait(24, 5 * hour)).toBeGreaterThanOrEqual(5 * hour)
})
