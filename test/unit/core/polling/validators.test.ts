import { expect, test } from 'vitest'
import { type FeedState, newFeedState } from '../../../../src/shared/core/polling/feedState.ts'
import type { FreshPoll } from '../../../../src/shared/core/polling/pollOutcome.ts'
import { conditionsFor, trustAfter } from '../../../../src/shared/core/polling/validators.ts'

const hour = 3_600_000
const nowMs = Date.UTC(2024, 2, 5)
const validators = { etag: '"1"', lastModified: 'Tue, 05 Mar 2024 08:00:00 GMT' }
const none = { etag: null, lastModified: null }
const moment = { nowMs, random: 0.5, rereadMs: 168 * hour }

/** A feed with an entry an hour, read an hour ago. */
const known: FeedState = {
  ...newFeedState('https://a.example/', 0),
  ...validators,
  bodyHash: 'abc',
  entryTimesMs: [1, 2, 3, 4].map((hours) => nowMs - hours * hour),
  lastFullMs: nowMs - hour,
  lastReadMs: nowMs - hour,
  lastChangeMs: nowMs - hour,
}

test('sends back what the server gave', () => {
  expect(conditionsFor(known, moment)).toEqual(validators)
})

test('asks for all now and then, though nothing speaks against the server', () => {
  expect(conditionsFor(known, { ...moment, random: 0.009 })).toEqual(none)
})

test('asks a server that lies for all', () => {
  expect(conditionsFor({ ...known, trust: 'lying' }, moment)).toEqual(none)
})

test('asks for all when the feed was not read for too long', () => {
  expect(conditionsFor({ ...known, trust: 'proven' }, { ...moment, rereadMs: hour })).toEqual(none)
})

test.each([
  ['unproven', 3, 3, validators],
  ['unproven', 4, 4, none],
  // the whole feed was asked for four hours ago, after four hours of silence
  ['unproven', 8, 4, none],
  ['unproven', 9, 4, validators],
  ['proven', 20, 20, validators],
] as const)('with a server %s, silent for %i h and read %i h ago', (trust, silent, read, sent) => {
  const state = { ...known, trust, lastChangeMs: nowMs - silent * hour }
  expect(conditionsFor({ ...state, lastFullMs: nowMs - read * hour }, moment)).toEqual(sent)
})

const changed: FreshPoll = {
  result: 'ok',
  freshSeconds: 0,
  permanentUrl: null,
  conditional: true,
  ...validators,
  bodyHash: 'def',
  hints: { ttlSeconds: 0, skipHours: [], skipDays: [] },
  publishedMs: [],
  entries: 1,
  newEntries: 1,
}

test('a server that notices a change by itself is believed', () => {
  expect(trustAfter(known, changed)).toBe('proven')
})

test('a body that changes under the same validators is a lie, and stays one', () => {
  expect(trustAfter(known, { ...changed, conditional: false })).toBe('lying')
  expect(trustAfter({ ...known, trust: 'lying' }, changed)).toBe('lying')
})

test('a change under new validators, asked for without conditions, says nothing', () => {
  expect(trustAfter(known, { ...changed, conditional: false, etag: '"2"' })).toBe('unproven')
})

test('a server without validators cannot lie with them', () => {
  const bare: FeedState = { ...known, ...none }
  expect(trustAfter(bare, { ...changed, ...none, conditional: false })).toBe('unproven')
})
