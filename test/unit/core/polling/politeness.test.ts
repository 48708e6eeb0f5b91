import { expect, test } from 'vitest'
import { gapAfter, restAfter, siteOf } from '../../../../src/shared/core/polling/politeness.ts'

test.each([
  ['https://www.paper.example.co.uk/a', 'example.co.uk'],
  ['https://feeds.paper.com/rss', 'paper.com'],
  ['https://paper.com:8443/rss', 'paper.com'],
  ['https://one.blogspot.com/feed', 'one.blogspot.com'],
  ['http://127.0.0.1:8080/feed', '127.0.0.1:8080'],
  ['http://[2606:4700::1111]/feed', '[2606:4700::1111]'],
  ['http://intranet:8000/feed', 'intranet:8000'],
  ['https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
])('%s is asked as a page of %s', (url, site) => {
  expect(siteOf(new URL(url))).toBe(site)
})

test.each([
  [{ latencyMs: 10, crawlDelaySeconds: null }, 1_000],
  [{ latencyMs: 900, crawlDelaySeconds: null }, 1_800],
  [{ latencyMs: 900, crawlDelaySeconds: 5 }, 5_000],
  [{ latencyMs: 90_000, crawlDelaySeconds: null }, 30_000],
  [{ latencyMs: 10, crawlDelaySeconds: 86_400 }, 30_000],
])('after %j the site is left alone for %i ms', (pace, gap) => {
  expect(gapAfter({ floorMs: 1_000, ...pace })).toBe(gap)
})

test('the gap an operator asks for is never shortened', () => {
  expect(gapAfter({ floorMs: 60_000, latencyMs: 1, crawlDelaySeconds: null })).toBe(60_000)
})

test('only 429 speaks for the whole site', () => {
  const headers = new Map([['retry-after', '120']])
  expect(restAfter({ status: 429, headers }, 0)).toBe(120_000)
  expect(restAfter({ status: 503, headers }, 0)).toBe(0)
  expect(restAfter({ status: 200, headers }, 0)).toBe(0)
})
