import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FeedState, newFeedState } from '../../../../src/shared/core/polling/feedState.ts'
import { packState, unpackState } from '../../../../src/shared/core/polling/packedState.ts'

const seconds = fc.nat(4e9).map((count) => count * 1_000)
const optionalSeconds = fc.option(seconds)
const visible = fc.string({
  unit: fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 40,
})
const failures = fc.constantFrom('gone' as const, 'http_error' as const, 'unreachable' as const)

const states: fc.Arbitrary<FeedState> = fc.record({
  url: fc.webUrl(),
  movedTo: fc.option(fc.webUrl()),
  pendingMove: fc.option(fc.record({ url: fc.webUrl(), polls: fc.nat(9), sinceMs: seconds })),
  etag: fc.option(visible),
  lastModified: fc.option(
    fc.oneof(
      seconds.map((ms) => new Date(ms).toUTCString()),
      fc.constantFrom('Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994', 'yesterday'),
    ),
  ),
  bodyHash: fc.option(fc.base64String({ minLength: 4, maxLength: 16 })),
  trust: fc.constantFrom('unproven', 'proven', 'lying'),
  failures: fc.nat(1_000),
  failure: fc.option(failures),
  lastError: fc.option(fc.string()),
  reported: fc.array(failures, { maxLength: 3 }),
  goneSinceMs: fc.option(fc.nat()),
  hints: fc.record({
    ttlSeconds: fc.nat(1e9),
    skipHours: fc.array(fc.nat(23), { maxLength: 24 }),
    skipDays: fc.array(fc.nat(6), { maxLength: 7 }),
  }),
  intervalSeconds: fc.nat(1e6),
  reason: fc.constantFrom('first_poll', 'rhythm', 'overflow', 'gone', 'pushed'),
  entryTimesMs: fc
    .uniqueArray(
      fc.integer({ min: -1e8, max: 4e8 }).map((count) => count * 10_000),
      { maxLength: 12 },
    )
    .map((times) => times.toSorted((one, other) => other - one)),
  shownEntries: fc.nat(5_000),
  lastSuccessMs: optionalSeconds,
  lastFullMs: optionalSeconds,
  lastChangeMs: optionalSeconds,
  lastReadMs: optionalSeconds,
  nextPollAtMs: fc.nat(),
})

test('a packed state is the same state again', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(unpackState(packState(state), state.nextPollAtMs)).toEqual(state)
    }),
    { numRuns: 500 },
  )
})

test('times are kept to the second', () => {
  const state = { ...newFeedState('https://a.example/', 0), lastSuccessMs: 1_700_000_000_456 }
  expect(unpackState(packState(state), 0).lastSuccessMs).toBe(1_700_000_000_000)
})

test('a state of the usual size takes less than half of its JSON', () => {
  const state: FeedState = {
    ...newFeedState('https://www.paper.example/news/rss.xml', 1_700_000_000_000),
    etag: '"5f3c-61b2"',
    lastModified: new Date(1_700_000_000_000).toUTCString(),
    bodyHash: 'abcdefghijkl',
    entryTimesMs: Array.from({ length: 12 }, (_, at) => 1_700_000_000_000 - at * 3_600_000),
    lastSuccessMs: 1_700_000_000_000,
  }
  expect(packState(state).length * 2).toBeLessThan(JSON.stringify(state).length)
})
