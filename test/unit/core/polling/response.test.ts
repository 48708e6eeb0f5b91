import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  classifyResponse,
  cleanValidators,
  freshSeconds,
  parseRetryAfter,
} from '../../../../src/shared/core/polling/response.ts'

const nowMs = Date.UTC(2024, 2, 5, 8, 0, 0)

function classify(status: number, headers: Record<string, string> = {}) {
  return classifyResponse({ status, headers: new Map(Object.entries(headers)) }, nowMs)
}

test.each([
  [200, 'usable'],
  [226, 'usable'],
  [304, 'not_modified'],
  [302, 'client_error'],
  [400, 'client_error'],
  [401, 'forbidden'],
  [402, 'forbidden'],
  [403, 'forbidden'],
  [404, 'gone'],
  [410, 'gone'],
  [429, 'rate_limited'],
  [451, 'forbidden'],
  [500, 'server_error'],
  [503, 'server_error'],
  [520, 'server_error'],
])('takes %i for %s', (status, kind) => {
  expect(classify(status).kind).toBe(kind)
})

test('holds back the whole host for 429, the address for 503 with Retry-After', () => {
  expect(classify(429, { 'retry-after': '120' })).toEqual({
    kind: 'rate_limited',
    scope: 'host',
    retryAfterMs: 120_000,
  })
  expect(classify(503, { 'retry-after': '7' })).toMatchObject({ scope: 'url', retryAfterMs: 7_000 })
})

test('waits a minute for a limit that names no time, and never less than a second', () => {
  expect(classify(429)).toMatchObject({ retryAfterMs: 60_000 })
  expect(classify(429, { 'retry-after': '0' })).toMatchObject({ retryAfterMs: 1_000 })
})

test.each([
  ['90', 90_000],
  [' 90 ', 90_000],
  ['Tue, 05 Mar 2024 08:01:00 GMT', 60_000],
  ['Tuesday, 05-Mar-24 08:01:00 GMT', 60_000],
  ['Tue Mar  5 08:01:00 2024', 60_000],
  ['Tue, 05 Mar 2024 07:00:00 GMT', 0],
  ['Tue, 05 Mar 2030 08:00:00 GMT', 86_400_000],
  ['99999999', 86_400_000],
  ['-5', null],
  ['soon', null],
  ['Tue, 05 Mrz 2024 08:01:00 GMT', null],
  ['', null],
])('reads Retry-After %j as %j', (value, waitMs) => {
  expect(parseRetryAfter(value, nowMs)).toBe(waitMs)
})

test('keeps validators that can be sent back', () => {
  const lastModified = 'Tue, 05 Mar 2024 08:01:00 GMT'
  const headers = new Map([
    ['etag', 'W/"x\u00e9"'],
    ['last-modified', lastModified],
  ])
  expect(cleanValidators(headers)).toEqual({ etag: 'W/"x\u00e9"', lastModified })
})

test.each(['"a b"', '"a\r\nb"', '"\u0000"', '"\u4e2d"', `"${'x'.repeat(600)}"`, ''])(
  'leaves out the ETag %j',
  (etag) => {
    expect(cleanValidators(new Map([['etag', etag]])).etag).toBeNull()
  },
)

test.each([
  ['public, max-age=600', 600],
  ['max-age="60"', 60],
  ['s-maxage=900', 0],
  ['no-cache, max-age=600', 0],
  ['', 0],
])('reads Cache-Control %j as %i seconds', (value, seconds) => {
  expect(freshSeconds(new Map([['cache-control', value]]), nowMs)).toBe(seconds)
})

test.each([
  [{ expires: 'Tue, 05 Mar 2024 08:30:00 GMT' }, 1_800],
  [{ expires: 'Tue, 05 Mar 2024 09:30:00 GMT', date: 'Tue, 05 Mar 2024 09:00:00 GMT' }, 1_800],
  [{ expires: 'Tue, 05 Mar 2024 07:30:00 GMT' }, 0],
  [{ expires: '0' }, 0],
  [{ expires: 'Tue, 05 Mar 2024 08:30:00 GMT', 'cache-control': 'max-age=60' }, 60],
  [{ expires: 'Tue, 05 Mar 2024 08:30:00 GMT', 'cache-control': 'no-cache' }, 0],
  [{ 'cache-control': 'max-age=600', age: '200' }, 400],
])('an answer with %j stays fresh for %i seconds', (headers, seconds) => {
  expect(freshSeconds(new Map(Object.entries(headers)), nowMs)).toBe(seconds)
})

test('never throws, whatever a server says', () => {
  fc.assert(
    fc.property(
      fc.nat(999),
      fc.dictionary(
        fc.constantFrom('retry-after', 'etag', 'cache-control', 'expires', 'age'),
        fc.string(),
      ),
      (status, headers) => {
        const map = new Map(Object.entries(headers))
        classifyResponse({ status, headers: map }, nowMs)
        cleanValidators(map)
        expect(freshSeconds(map, nowMs)).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})
