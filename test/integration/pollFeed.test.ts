import { Queue } from 'bullmq'
import { expect, onTestFinished, test } from 'vitest'
import { type PostponedPoll, pollFeed } from '../../src/producers/pollFeed.ts'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import type { PollOutcome } from '../../src/shared/core/polling/pollOutcome.ts'
import { unpackItem } from '../../src/shared/jobData.ts'
import { stages } from '../../src/shared/stages.ts'
import { anRssFeed, noonMs } from '../support/builders.ts'
import { openNewsSite, type Route } from '../support/newsSite.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const twoItems = anRssFeed(['http://a.example/one', 'http://a.example/two'])

/** A site with a feed at `/feed`, and a poller that keeps its state. */
async function openFeed(route: Route, context: TestContext = openContext()) {
  const site = await openNewsSite({ '/feed': route })
  const url = site.url('/feed')
  await context.feeds.add([newFeedState(url, 0)])
  const queue = new Queue(stages.fetch.queue, {
    connection: context.redis,
    prefix: context.keys.queues,
  })
  onTestFinished(() => queue.close())
  return {
    context,
    site,
    async poll(by: TestContext = context): Promise<PollOutcome | PostponedPoll> {
      const [feed] = await by.feeds.all()
      if (!feed) throw new Error('the feed is gone')
      return pollFeed(by, feed)
    },
    /** URLs of the waiting jobs. */
    async enqueued(): Promise<readonly string[]> {
      return (await queue.getWaiting()).map((job) => String(job.data.url)).toSorted()
    },
    async state() {
      return (await context.feeds.all())[0]?.state
    },
  }
}

const xml = (body: string, headers: Record<string, string> = {}): Route => ({
  headers: { 'content-type': 'application/rss+xml', ...headers },
  body,
})

test('enqueues the entries of a feed and counts them as seen', async () => {
  const { context, poll, enqueued } = await openFeed(xml(twoItems))
  expect(await poll()).toMatchObject({ result: 'ok', entries: 2, newEntries: 2 })
  expect(await enqueued()).toEqual(['http://a.example/one', 'http://a.example/two'])
  expect(await context.entries.ledger()).toMatchObject({ seen: 2, inFlight: 2 })
})

test('enqueues nothing twice, and only the new entry of a feed that has grown', async () => {
  const { context, site, poll, enqueued } = await openFeed(xml(twoItems))
  await poll()
  const three = anRssFeed(
    [1, 2, 3].map((n) => `http://a.example/${['one', 'two', 'three'][n - 1]}`),
  )
  site.answer('/feed', xml(three))
  expect(await poll()).toMatchObject({ result: 'ok', entries: 3, newEntries: 1 })
  expect(await enqueued()).toHaveLength(3)
  expect(await context.entries.ledger()).toMatchObject({ seen: 3, inFlight: 3 })
})

test('takes two spellings of one address for one entry', async () => {
  const urls = ['http://a.example/one', 'https://www.a.example/one?utm_source=rss#top']
  const { poll } = await openFeed(xml(anRssFeed(urls)))
  expect(await poll()).toMatchObject({ newEntries: 1 })
})

test('sends the validators back and understands that nothing changed', async () => {
  const { site, poll } = await openFeed(
    xml(twoItems, { etag: '"v1"', 'last-modified': 'Sun, 22 Nov 2026 11:00:00 GMT' }),
  )
  await poll()
  site.answer('/feed', { status: 304 })
  expect(await poll()).toMatchObject({ result: 'not_modified' })
  const [first, second] = site.requests('/feed')
  expect(first).not.toHaveProperty('if-none-match')
  expect(second).toMatchObject({
    'if-none-match': '"v1"',
    'if-modified-since': 'Sun, 22 Nov 2026 11:00:00 GMT',
  })
})

test('knows an unchanged body from a server without validators', async () => {
  const { poll } = await openFeed(xml(twoItems))
  await poll()
  expect(await poll()).toMatchObject({ result: 'not_modified' })
})

const failures: readonly (readonly [string, Route, PollOutcome['result']])[] = [
  ['HTTP 404', { status: 404 }, 'http_error'],
  ['HTTP 410', { status: 410 }, 'gone'],
  ['HTTP 403', { status: 403 }, 'http_error'],
  ['HTTP 500', { status: 500 }, 'http_error'],
  ['HTTP 429', { status: 429, headers: { 'retry-after': '120' } }, 'rate_limited'],
  ['HTTP 503 with a time', { status: 503, headers: { 'retry-after': '120' } }, 'rate_limited'],
  ['an HTML page', '<!doctype html><title>Home</title><p>Welcome', 'not_a_feed'],
  ['broken XML', xml('<?xml version="1.0"?><html><p>no feed'), 'not_a_feed'],
  ['nothing', xml(''), 'not_a_feed'],
  [
    'a redirect to a private address',
    { status: 302, headers: { location: 'http://10.0.0.1/' } },
    'refused',
  ],
  [
    'a body without end',
    xml(`<?xml version="1.0"?><rss>${' '.repeat(10_500_000)}</rss>`),
    'refused',
  ],
  ['a broken encoding', { headers: { 'content-encoding': 'gzip' }, body: 'plain' }, 'refused'],
  ['a cut connection', (_, response) => void response.socket?.destroy(), 'unreachable'],
]

test.each(failures)('survives %s', async (_, route, result) => {
  const { poll, enqueued, state } = await openFeed(route)
  expect(await poll()).toMatchObject({ result })
  expect(await enqueued()).toEqual([])
  const after = await state()
  expect(after?.failures).toBe(1)
  expect(after?.nextPollAtMs).toBeGreaterThan(Date.now() + 30_000)
})

test('an empty feed is a good feed', async () => {
  const { poll, state } = await openFeed(xml(anRssFeed([])))
  expect(await poll()).toMatchObject({ result: 'ok', entries: 0, newEntries: 0 })
  expect((await state())?.failures).toBe(0)
})

test('reads the items before the place where a feed breaks off', async () => {
  const { poll } = await openFeed(xml(twoItems.slice(0, twoItems.lastIndexOf('<item>') + 20)))
  expect(await poll()).toMatchObject({ result: 'ok' })
})

test('takes an item of megabytes without passing them on in the job', async () => {
  const huge = twoItems.replace(
    '<title>Item 1</title>',
    `<title>Item 1</title><description>${'word '.repeat(400_000)}</description>`,
  )
  const { context, poll } = await openFeed(xml(huge))
  expect(await poll()).toMatchObject({ result: 'ok', newEntries: 2 })
  const jobs = await Promise.all(
    (await context.redis.keys(`${context.keys.queues}:fetch:a*`)).map((key) =>
      context.redis.hstrlen(key, 'data'),
    ),
  )
  expect(jobs).toHaveLength(2)
  expect(Math.max(...jobs)).toBeLessThan(50_000)
})

test('says at once that a new feed fails, once that it fails otherwise, and once that it works again', async () => {
  const { context, site, poll } = await openFeed({ status: 404 })
  const path = site.url('/feed')
  await poll()
  await poll()
  site.answer('/feed', { status: 429 })
  await poll()
  site.answer('/feed', { status: 404 })
  await poll()
  site.answer('/feed', xml(twoItems))
  await poll()
  await poll()
  expect(context.logged.map(({ level, msg }) => `${level} ${msg}`)).toEqual([
    `warn feed ${path}: answered HTTP 404; tried again later`,
    `warn feed ${path}: answered HTTP 429; tried again when the server allows it`,
    `info feed ${path} works again`,
  ])
})

test('a feed that worked is reported when it has failed three times', async () => {
  const { context, site, poll } = await openFeed(xml(twoItems))
  await poll()
  site.answer('/feed', { status: 500 })
  await poll()
  await poll()
  expect(context.logged).toEqual([])
  await poll()
  await poll()
  expect(context.logged.map(({ msg }) => msg)).toEqual([
    `feed ${site.url('/feed')}: answered HTTP 500; tried again later`,
  ])
})

test('an entry is remembered as long as its feed shows it, though the feed never changes', async () => {
  const { context, site, poll } = await openFeed(xml(twoItems, { etag: '"1"' }))
  await poll()
  await settleAll(context)
  site.answer('/feed', (request, response) => {
    const known = request.headers['if-none-match'] === '"1"'
    response.writeHead(known ? 304 : 200, { etag: '"1"' }).end(known ? '' : twoItems)
  })
  const days = (count: number) => ({ ...context, now: () => Date.now() + count * 86_400_000 })
  await poll(days(1))
  const [key = ''] = await context.redis.keys(context.keys.entry('*'))
  await context.redis.expire(key, 100)
  await poll(days(2))
  expect(await context.redis.ttl(key)).toBeLessThanOrEqual(100)
  await poll(days(8))
  expect(await context.redis.ttl(key)).toBeGreaterThan(29 * 86_400)
})

/** Gives every entry seen so far an outcome. */
async function settleAll({ entries, redis, keys }: TestContext): Promise<void> {
  for (const id of await redis.zrange(keys.inFlight, '0', '-1')) {
    await entries.settle(id, 'dropped:fetch_gone')
  }
}

test('a permanent redirect is followed at once and believed after three polls over a day', async () => {
  const { context, site, poll, state } = await openFeed({
    status: 301,
    headers: { location: '/new' },
  })
  site.answer('/new', xml(twoItems))
  const hours = (count: number) => ({ ...context, now: () => Date.now() + count * 3_600_000 })
  expect(await poll()).toMatchObject({ newEntries: 2 })
  await poll(hours(12))
  expect(await state()).toMatchObject({ movedTo: null, pendingMove: { polls: 2 } })
  await poll(hours(25))
  await poll(hours(26))
  expect(await state()).toMatchObject({ url: site.url('/feed'), movedTo: site.url('/new') })
  expect(site.requests('/feed')).toHaveLength(3)
  expect(context.logged.map(({ msg }) => msg)).toEqual([
    `feed ${site.url('/feed')} has moved for good to ${site.url('/new')}: put that address into your list`,
  ])
})

test('a server that lies with its validators is found out, and asked without them from then on', async () => {
  let body = twoItems
  const { context, site, poll, state } = await openFeed((request, response) => {
    const known = request.headers['if-none-match'] === '"forever"'
    response.writeHead(known ? 304 : 200, { etag: '"forever"' }).end(known ? '' : body)
  })
  const minutes = (count: number) => ({ ...context, now: () => noonMs + count * 60_000 })
  await poll(minutes(0))
  body = anRssFeed(['http://a.example/one', 'http://a.example/two', 'http://a.example/three'])
  for (let hour = 1; hour <= 48; hour += 1) await poll(minutes(hour * 60))
  expect(await state()).toMatchObject({ trust: 'lying' })
  expect(await context.entries.ledger()).toMatchObject({ seen: 3 })
  expect(site.requests('/feed').at(-1)).not.toHaveProperty('if-none-match')
})

test('a guid that stands on more than one entry names none of them', async () => {
  const sameGuid = twoItems.replaceAll(/<guid>[^<]*<\/guid>/g, '<guid>1</guid>')
  const { context, poll, enqueued } = await openFeed(xml(sameGuid))
  expect(await poll()).toMatchObject({ newEntries: 2 })
  expect(await enqueued()).toHaveLength(2)
  const [job = ''] = await context.redis.keys(`${context.keys.queues}:fetch:a*`)
  const data: unknown = JSON.parse((await context.redis.hget(job, 'data')) ?? '{}')
  expect(stages.fetch.input.parse(unpackItem(job.split(':').at(-1) ?? '', data))).toMatchObject({
    guid: null,
  })
})

test('says that a server is away only once, though every attempt fails', async () => {
  const { context, site, poll } = await openFeed(xml(twoItems))
  await site.close()
  expect(await poll()).toMatchObject({ result: 'unreachable' })
  await poll()
  expect(context.logged).toHaveLength(1)
})

test('a crash between the queue and the mark loses nothing and counts nothing twice', async () => {
  const { context, poll, enqueued } = await openFeed(xml(twoItems))
  const crash = () => Promise.reject(new Error('killed here'))
  const crashing: TestContext = { ...context, entries: { ...context.entries, admit: crash } }
  await expect(poll(crashing)).rejects.toThrow('killed here')
  expect(await enqueued()).toHaveLength(2)
  expect(await poll()).toMatchObject({ result: 'ok', newEntries: 2 })
  expect(await enqueued()).toHaveLength(2)
  expect(await context.entries.ledger()).toMatchObject({ seen: 2, inFlight: 2 })
})

test('a crash before the queue loses nothing', async () => {
  const { context, poll, enqueued } = await openFeed(xml(twoItems))
  const crash = () => Promise.reject(new Error('killed here'))
  const crashing: TestContext = { ...context, queues: { ...context.queues, enqueue: crash } }
  await expect(poll(crashing)).rejects.toThrow('killed here')
  expect(await context.entries.ledger()).toMatchObject({ seen: 0 })
  await poll()
  expect(await enqueued()).toHaveLength(2)
})

test('keeps the article text of a feed apart from the job', async () => {
  const content = `<p>${'The ferry ran aground. '.repeat(60)}</p>`
  const feed = twoItems
    .replace(
      '<rss version="2.0">',
      '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">',
    )
    .replace(
      '<title>Item 1</title>',
      `<title>Item 1</title><content:encoded><![CDATA[${content}]]></content:encoded>`,
    )
  const { context, poll } = await openFeed(xml(feed))
  await poll()
  const ids = await context.redis.zrange(context.keys.inFlight, '0', '-1')
  const contents = await Promise.all(ids.map((id) => context.pages.getContent(id)))
  expect(contents.filter((html) => html !== null)).toEqual([expect.stringContaining('ran aground')])
})

test('polls are counted by their result', async () => {
  const { context, poll } = await openFeed(xml(twoItems))
  await poll()
  await poll()
  const { values } = await context.metrics.feedPolls.get()
  expect(values).toEqual([
    { labels: { result: 'ok' }, value: 1 },
    { labels: { result: 'not_modified' }, value: 1 },
  ])
})
