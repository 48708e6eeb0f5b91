import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  hubOf,
  isSignedBy,
  isTrusted,
  type Subscription,
  verified,
} from '../../../../src/shared/core/polling/websub.ts'

const feed = { hubUrl: 'http://hub.example/feed', selfUrl: 'http://a.example/self' }

test.each<[string, string, string, string]>([
  ['no header', '', 'http://hub.example/feed', 'http://a.example/self'],
  [
    'both in one',
    '<http://h.example/>; rel="hub", </self>; rel=self',
    'http://h.example/',
    'http://a.example/self',
  ],
  [
    'several relations',
    '<http://h.example/>; type=x; rel="other hub"',
    'http://h.example/',
    'http://a.example/self',
  ],
  [
    'a scheme that is none of ours',
    '<file:///etc>; rel=hub',
    'http://hub.example/feed',
    'http://a.example/self',
  ],
  [
    'an unended link',
    '<http://h.example/; rel=hub',
    'http://hub.example/feed',
    'http://a.example/self',
  ],
])('finds the hub: %s', (_, link, hub, topic) => {
  expect(hubOf(feed, new Map([['link', link]]), 'http://a.example/feed')).toEqual({ hub, topic })
})

test('a feed without a hub has none, and its topic is its own address by default', () => {
  const none = { hubUrl: null, selfUrl: null }
  expect(hubOf(none, new Map(), 'http://a.example/feed')).toBeNull()
  const link = new Map([['link', '<http://h.example/>; rel=hub']])
  expect(hubOf(none, link, 'http://a.example/feed')?.topic).toBe('http://a.example/feed')
})

test('a hostile header of links is read in no time', () => {
  const started = performance.now()
  const link = new Map([['link', `${'<'.repeat(50_000)}${'; rel='.repeat(50_000)}`]])
  hubOf(feed, link, 'http://a.example/')
  expect(performance.now() - started).toBeLessThan(500)
})

test('a signature is believed only when it is ours, whole, and of a digest of the standard', () => {
  const body = Buffer.from('news')
  const sign = (method: string, secret = 'secret') =>
    `${method}=${createHmac(method, secret).update(body).digest('hex')}`
  for (const method of ['sha1', 'sha256', 'sha384', 'sha512']) {
    expect(isSignedBy('secret', body, sign(method))).toBe(true)
  }
  const wrong = [
    sign('md5'),
    sign('sha1', 'other'),
    sign('sha1').slice(0, -2),
    'sha1=',
    '',
    undefined,
  ]
  for (const header of wrong) expect(isSignedBy('secret', body, header)).toBe(false)
})

const pending: Subscription = {
  feedId: 'f',
  feedUrl: 'http://a.example/feed',
  hub: 'http://h.example/',
  topic: 'http://a.example/feed',
  token: 't',
  secret: 's',
  status: 'pending',
  leaseUntilMs: 0,
  lastPushMs: null,
  missedMs: null,
}

test.each([
  [Number.NaN, 864_000],
  [1, 60],
  [3_600, 3_600],
  [1e12, 864_000],
])('a lease of %d seconds counts as %d', (leaseSeconds, seconds) => {
  const { subscription, renewAtMs } = verified(pending, { leaseSeconds, nowMs: 0 })
  expect(subscription).toMatchObject({ status: 'active', leaseUntilMs: seconds * 1_000 })
  expect(renewAtMs).toBeLessThan(subscription.leaseUntilMs)
})

test('a hub is trusted once it has pushed, until its lease ends or it misses something', () => {
  const active: Subscription = { ...pending, status: 'active', leaseUntilMs: 100 }
  expect(isTrusted(null, 50)).toBe(false)
  expect(isTrusted(active, 50)).toBe(false)
  expect(isTrusted({ ...active, lastPushMs: 10 }, 50)).toBe(true)
  expect(isTrusted({ ...active, lastPushMs: 10 }, 100)).toBe(false)
  expect(isTrusted({ ...active, lastPushMs: 10, missedMs: 20 }, 50)).toBe(false)
  expect(isTrusted({ ...active, lastPushMs: 30, missedMs: 20 }, 50)).toBe(true)
})
