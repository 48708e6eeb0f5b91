import { expect, test } from 'vitest'
import { pollFeed } from '../../src/producers/pollFeed.ts'
import { startCallbackServer } from '../../src/producers/websub/callbackServer.ts'
import { startSubscribing } from '../../src/producers/websub/subscribe.ts'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { feedIdOf } from '../../src/shared/store/followedFeeds.ts'
import { anRssFeed } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { openHub } from '../support/hub.ts'
import { openNewsSite } from '../support/newsSite.ts'
import { openContext, run, type TestContext } from '../support/testContext.ts'

const one = anRssFeed(['http://a.example/one'])
const two = anRssFeed(['http://a.example/two', 'http://a.example/one'])

interface Wishes {
  readonly hub?: Parameters<typeof openHub>[0]
  readonly nowMs?: () => number
}

/** A followed feed that names a hub in a Link header, polled once, with the subscriber running. */
async function openSubscribed({ hub: habits, nowMs = Date.now }: Wishes = {}) {
  const settings = { WEBSUB_PORT: 0, WEBSUB_PUBLIC_URL: 'http://set.below/' }
  const base = openContext({ settings, parts: { now: nowMs } })
  const server = run(await startCallbackServer(base))
  const WEBSUB_PUBLIC_URL = `http://127.0.0.1:${server.port}/`
  const context: TestContext = { ...base, config: { ...base.config, WEBSUB_PUBLIC_URL } }
  const hub = await openHub(habits)
  const site = await openNewsSite()
  const url = site.url('/feed')
  const link = [`<${hub.url}>; rel="hub"`, `<${url}>; rel="self"`]
  const serve = (body: string) => site.answer('/feed', { headers: { link }, body })
  serve(one)
  await context.feeds.add([newFeedState(url, 0)])
  const poll = async () => {
    const [feed] = await context.feeds.all()
    if (!feed) throw new Error('the feed is gone')
    await pollFeed(context, feed)
    const [after] = await context.feeds.all()
    return after?.state
  }
  await poll()
  run(startSubscribing(context))
  await eventually('the hub is asked and has its answer', () => hub.verified.length > 0)
  return {
    context,
    hub,
    url,
    serve,
    poll,
    subscription: () => context.subscriptions.get(feedIdOf(url)),
  }
}

const seen = async ({ entries }: TestContext) => (await entries.ledger()).seen

test('subscribes at the hub of a feed and proves that it means it', async () => {
  const { hub, url, subscription } = await openSubscribed()
  expect(hub.asked[0]).toMatchObject({ 'hub.mode': 'subscribe', 'hub.topic': url })
  expect(hub.verified).toEqual([200])
  const held = await subscription()
  expect(held?.status).toBe('active')
  expect(held?.leaseUntilMs).toBeGreaterThan(Date.now() + 3_000_000)
})

test.each(['sha1', 'sha256', 'sha384', 'sha512'])(
  'takes what a hub signs with %s',
  async (method) => {
    const { context, hub } = await openSubscribed()
    expect(await hub.publish(two, { method })).toBe(202)
    expect(await seen(context)).toBe(2)
    expect(await hub.publish(two, { method })).toBe(202)
    expect(await seen(context)).toBe(2)
  },
)

test('throws away what is signed with another secret or not understood, and says nothing of it', async () => {
  const { context, hub } = await openSubscribed()
  expect(await hub.publish(two, { secret: 'guessed' })).toBe(202)
  expect(await hub.publish(two, { method: 'md5' })).toBe(202)
  expect(await seen(context)).toBe(1)
  const { values } = await context.metrics.feedPushes.get()
  expect(values).toMatchObject([{ labels: { result: 'unsigned' }, value: 2 }])
})

test('polls rarely while the hub works, and as before when a poll finds what the hub did not send', async () => {
  let aheadMs = 0
  const { context, hub, serve, poll } = await openSubscribed({ nowMs: () => Date.now() + aheadMs })
  expect((await poll())?.reason).not.toBe('pushed')
  serve(two)
  await hub.publish(two)
  expect(await poll()).toMatchObject({
    reason: 'pushed',
    intervalSeconds: context.config.POLL_MAX_SECONDS,
  })
  aheadMs = 600_000
  serve(anRssFeed(['http://a.example/three', 'http://a.example/two']))
  expect((await poll())?.reason).not.toBe('pushed')
  await hub.publish(anRssFeed(['http://a.example/four']))
  expect((await poll())?.reason).toBe('pushed')
})

test('polls as before when the lease has run out', async () => {
  let aheadMs = 0
  const { hub, poll } = await openSubscribed({ nowMs: () => Date.now() + aheadMs })
  await hub.publish(two)
  expect((await poll())?.reason).toBe('pushed')
  aheadMs = 3_700_000
  expect((await poll())?.reason).not.toBe('pushed')
})

test('renews the lease before it ends', async () => {
  let aheadMs = 0
  const { hub } = await openSubscribed({ nowMs: () => Date.now() + aheadMs })
  aheadMs = 2_500_000
  await eventually('the hub is asked again', () => hub.asked.length > 1)
  await eventually('and has its answer', () => hub.verified.length > 1)
  expect(hub.verified).toEqual([200, 200])
})

test('a hub that refuses, or verifies another topic, changes nothing', async () => {
  const denied = await openSubscribed({ hub: { mode: 'denied' } })
  expect((await denied.subscription())?.status).toBe('denied')
  const other = await openSubscribed({ hub: { topic: 'http://b.example/' } })
  expect(other.hub.verified).not.toContain(200)
  expect((await other.subscription())?.status).toBe('pending')
})

test('news for a feed that is not followed any more is refused, and so is a guessed address', async () => {
  const { context, hub, url } = await openSubscribed()
  await context.feeds.remove([feedIdOf(url)], Date.now())
  await hub.publish(two)
  expect(await seen(context)).toBe(1)
  const callback = hub.asked[0]?.['hub.callback'] ?? ''
  const guessed = await fetch(`${callback.slice(0, -3)}abc`, { method: 'POST', body: two })
  expect(guessed.status).toBe(410)
  expect((await fetch(callback)).status).toBe(404)
  expect((await fetch(new URL('/', callback))).status).toBe(404)
})

test('a hub at a private address is never asked', async () => {
  const { context } = await openSubscribed()
  await expect(context.http.postForm('http://10.0.0.1/hub', {})).rejects.toThrow('private address')
})
