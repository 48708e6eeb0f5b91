import { expect, test } from 'vitest'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { feedIdOf } from '../../src/shared/store/followedFeeds.ts'
import { takeLease } from '../support/assigning.ts'
import { noonMs } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const minuteMs = 60_000

function claimedBy({ feeds }: TestContext, nowMs: number, limit = 10): Promise<readonly string[]> {
  return feeds
    .claim({ nowMs, leaseMs: minuteMs, limit })
    .then((claimed) => claimed.map(({ state }) => state.url))
}

test('leases a due feed to one poller, and again when that one died', async () => {
  const context = openContext()
  await context.feeds.add([newFeedState('http://a.example/feed', noonMs)])
  expect(await claimedBy(context, noonMs - 1)).toEqual([])
  expect(await claimedBy(context, noonMs)).toEqual(['http://a.example/feed'])
  expect(await claimedBy(context, noonMs + minuteMs - 1)).toEqual([])
  expect(await claimedBy(context, noonMs + minuteMs)).toEqual(['http://a.example/feed'])
})

test('a claimed feed knows when its poll was due, so that lateness can be measured', async () => {
  const { feeds } = openContext()
  await feeds.add([newFeedState('http://a.example/feed', noonMs)])
  const claimed = await feeds.claim({ nowMs: noonMs + 9_000, leaseMs: minuteMs, limit: 1 })
  expect(claimed).toMatchObject([{ dueMs: noonMs }])
})

test('two pollers at the same time share the due feeds without overlap', async () => {
  const context = openContext()
  const urls = Array.from({ length: 12 }, (_, at) => `http://${at}.example/feed`)
  await context.feeds.add(urls.map((url, at) => newFeedState(url, noonMs + at)))
  const [first, second] = await Promise.all([
    claimedBy(context, noonMs + minuteMs, 6),
    claimedBy(context, noonMs + minuteMs, 6),
  ])
  expect([...(first ?? []), ...(second ?? [])].toSorted()).toEqual(urls.toSorted())
})

test('a known feed keeps its state when it is added again', async () => {
  const { feeds } = openContext()
  const state = newFeedState('http://a.example/feed', noonMs)
  await feeds.add([state])
  await feeds.save(feedIdOf(state.url), { ...state, etag: '"1"', nextPollAtMs: noonMs + 5 })
  await feeds.add([newFeedState(state.url, noonMs - 1)])
  expect(await feeds.all()).toMatchObject([{ dueMs: noonMs + 5, state: { etag: '"1"' } }])
})

test('a feed that was removed while it was polled is not polled again', async () => {
  const { feeds } = openContext()
  const state = newFeedState('http://a.example/feed', noonMs)
  const id = feedIdOf(state.url)
  await feeds.add([state])
  await feeds.remove([id], noonMs)
  await feeds.save(id, state)
  expect(await feeds.ids()).toEqual([])
})

test('the lease has one holder, who may prolong it, and the next has a higher token', async () => {
  const context = openContext()
  const first = await takeLease(context)
  expect(first).toBeGreaterThan(0)
  expect(await takeLease(context)).toBe(0)
  expect(await takeLease(context, first)).toBe(first)
  await release(context, first)
  const second = await takeLease(context)
  expect(second).toBeGreaterThan(first)
  expect(await takeLease(context, first)).toBe(0)
})

test('a lease that is not prolonged runs out, and its former holder gets a new token', async () => {
  const context = openContext()
  const first = await takeLease(context, 0, 20)
  await eventually(
    'the lease runs out',
    async () => !(await context.redis.exists(context.keys.lease('assigner'))),
  )
  expect(await takeLease(context, first)).toBeGreaterThan(first)
})

test('nobody can release the lease of another', async () => {
  const context = openContext()
  const token = await takeLease(context)
  expect(await release(context, token + 1)).toBe(0)
  expect(await takeLease(context)).toBe(0)
  expect(await release(context, token)).toBe(1)
})

function release({ scripts, keys }: TestContext, token: number): Promise<number> {
  return scripts.releaseLease([keys.lease('assigner')], [token])
}
