import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { pollFeed } from '../../src/producers/pollFeed.ts'
import { startProducers } from '../../src/producers/roles.ts'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { eventJsonSchema } from '../../src/shared/eventJsonSchema.ts'
import type { StreamEvent } from '../../src/shared/eventStream.ts'
import { type EventType, eventFields } from '../../src/shared/schemas.ts'
import { isBalanced } from '../../src/shared/store/entries.ts'
import { startAssigner, startReader } from '../../src/workers/roles.ts'
import { eventsOf, sequencesOf } from '../support/assigning.ts'
import { anArticlePage, anEntry, anRssFeed, aPageRef, noonMs } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { type NewsSite, openNewsSite, type Route } from '../support/newsSite.ts'
import { openContext, runRole, type TestContext, untilSettled } from '../support/testContext.ts'
import { reports } from '../support/texts.ts'

/** Three articles: two events, one of them told twice. */
const articles: Readonly<Record<string, Route>> = {
  '/ferry': anArticlePage(reports.ferry),
  '/budget': anArticlePage(reports.budget),
  '/ferry-again': anArticlePage({ ...reports.ferry, title: 'Ferry aground off Tarvik, 212 safe' }),
}

async function openWire(routes: Readonly<Record<string, Route>> = articles) {
  const site = await openNewsSite(routes)
  site.answer('/feed', anRssFeed(Object.keys(routes).map(site.url)))
  return site
}

/** Polls the feed once and runs every stage in this process until all is done. */
async function runAll(context: TestContext, site: NewsSite, entries: number): Promise<void> {
  const told: string[] = []
  await context.feeds.add([newFeedState(site.url('/feed'), 0)])
  await startAll(context, told)
  await eventually('the feed was polled', () => told.includes('polled'))
  await untilSettled(context, entries)
}

async function startAll(context: TestContext, told: string[] = []): Promise<void> {
  await runRole(context, startAssigner)
  await runRole(context, startReader)
  await runRole(context, startProducers, { once: true, told })
}

function parsed({ fields }: StreamEvent) {
  return { ...fields, data: JSON.parse(fields['data'] ?? 'null') }
}

function validatorOf(type: string) {
  const ajv = new Ajv2020({ strict: true })
  addFormats.default(ajv)
  return ajv.compile(eventJsonSchema(type as EventType))
}

test('folds the articles of a feed into stories and tells each once', async () => {
  const context = openContext()
  await runAll(context, await openWire(), 3)
  const events = await eventsOf(context)
  const types = events.map(({ fields }) => fields['type']).toSorted()
  expect(types).toEqual([
    'wirefold.story.joined.v1',
    'wirefold.story.opened.v1',
    'wirefold.story.opened.v1',
  ])
  const told = events.map((event) => parsed(event).data.article.id)
  expect(new Set(told).size).toBe(3)
  for (const sequence of sequencesOf(events).values()) {
    expect(sequence).toEqual(sequence.map((_, at) => at + 1))
  }
  const ledger = await context.entries.ledger()
  expect(ledger).toMatchObject({ seen: 3, inFlight: 0, outcomes: new Map([['clustered', 3]]) })
  expect(isBalanced(ledger)).toBe(true)
})

test('writes events that fit their JSON Schemas, with the fields in the promised order', async () => {
  const context = openContext()
  await runAll(context, await openWire(), 3)
  const events = await eventsOf(context)
  expect(events).toHaveLength(3)
  for (const event of events) {
    expect(Object.keys(event.fields)).toEqual(eventFields)
    const validate = validatorOf(event.fields['type'] ?? '')
    expect(validate(parsed(event)), JSON.stringify(validate.errors)).toBe(true)
  }
})

test('folding the events gives the stories as they are stored', async () => {
  const context = openContext()
  await runAll(context, await openWire(), 3)
  const folded = new Map<string, { size: number; headline: string }>()
  for (const event of await eventsOf(context)) {
    folded.set(event.fields['subject'] ?? '', parsed(event).data.story)
  }
  const stored = await context.stories.recent(10)
  expect(stored).toHaveLength(folded.size)
  for (const { id, size, headline } of stored) {
    expect(folded.get(id)).toMatchObject({ id, size, headline })
  }
})

test('doing everything again adds no event', async () => {
  const context = openContext()
  const site = await openWire()
  await runAll(context, site, 3)
  const before = await eventsOf(context)
  const [feed] = await context.feeds.all()
  if (!feed) throw new Error('the feed is gone')
  await pollFeed(context, { ...feed, state: newFeedState(feed.state.url, 0) })
  expect(await eventsOf(context)).toEqual(before)
  expect(site.requests('/ferry')).toHaveLength(1)
})

test('gives every page that is no article its reason', async () => {
  const context = openContext()
  const site = await openWire({
    '/ferry': anArticlePage(reports.ferry),
    '/gone': { status: 404 },
    '/wall': { status: 403 },
    '/picture': { headers: { 'content-type': 'image/png' }, body: 'png' },
    '/bomb': { body: Buffer.alloc(6_000_000, 'a ') },
    '/inside': { status: 302, headers: { location: 'http://10.0.0.1/admin' } },
    '/circle': { status: 302, headers: { location: '/circle' } },
    '/garbled': { headers: { 'content-encoding': 'br' }, body: 'no brotli' },
    '/empty': '<!doctype html><title>Nothing</title>',
    '/teapot': { status: 418 },
  })
  await runAll(context, site, 10)
  const { outcomes } = await context.entries.ledger()
  expect(Object.fromEntries(outcomes)).toEqual({
    clustered: 1,
    'dropped:fetch_gone': 1,
    'dropped:fetch_forbidden': 1,
    'dropped:fetch_not_html': 1,
    'dropped:fetch_too_large': 1,
    'dropped:fetch_private_address': 1,
    'dropped:fetch_redirect_loop': 1,
    'dropped:fetch_bad_encoding': 1,
    'dropped:page_no_article': 1,
    'failed:http_client_error': 1,
  })
})

test('two addresses that lead to one article are one article', async () => {
  const context = openContext()
  const page = (canonical: string) =>
    anArticlePage(reports.comet).replace(
      '</head>',
      `<link rel="canonical" href="${canonical}"></head>`,
    )
  const site = await openNewsSite()
  for (const path of ['/a', '/b']) site.answer(path, page(site.url('/comet')))
  site.answer('/feed', anRssFeed([site.url('/a'), site.url('/b')]))
  await runAll(context, site, 2)
  expect(await eventsOf(context)).toHaveLength(1)
  expect((await context.entries.ledger()).outcomes).toEqual(
    new Map([
      ['clustered', 1],
      ['dropped:duplicate_url', 1],
    ]),
  )
})

test('a host is asked politely even when a feed lists many of its pages', async () => {
  const context = openContext({ settings: { HOST_GAP_MS: 40 } })
  const startsMs: number[] = []
  const site = await openNewsSite()
  const paths = Array.from({ length: 12 }, (_, at) => `/page-${at}`)
  for (const path of paths) {
    site.answer(path, (_, response) => {
      startsMs.push(performance.now())
      response.writeHead(404).end()
    })
  }
  site.answer('/feed', anRssFeed(paths.map(site.url)))
  await runAll(context, site, paths.length)
  const spanMs = (startsMs.at(-1) ?? 0) - (startsMs[0] ?? 0)
  expect(startsMs).toHaveLength(paths.length)
  expect(spanMs).toBeGreaterThanOrEqual(11 * 40 - 20)
})

test('a page that was gone before it was read is a failure with a name', async () => {
  const context = openContext()
  const entry = anEntry()
  await context.entries.admit([entry.entryId], noonMs)
  await context.queues.enqueue('read', [{ id: entry.entryId, payload: aPageRef(entry) }])
  await runRole(context, startReader)
  await untilSettled(context, 1)
  expect((await context.entries.ledger()).outcomes).toEqual(new Map([['failed:page_expired', 1]]))
})

test('a reader that died after it passed an article on is followed by one that changes nothing', async () => {
  const context = openContext()
  const entry = anEntry()
  await context.pages.putPage(entry, { body: Buffer.from(anArticlePage()) })
  const enqueue = () =>
    context.queues.enqueue('read', [{ id: entry.entryId, payload: aPageRef(entry) }])
  await context.order.admit([entry.entryId], enqueue)
  await context.entries.admit([entry.entryId], noonMs)
  const reader = await startReader(context)
  const isPassedOn = async () => (await context.queues.depth('assign')).waiting === 1
  await eventually('the article to be passed on', isPassedOn)
  await reader.close()
  const leftSeconds = await context.redis.ttl(context.keys.page(entry.entryId))
  expect(leftSeconds, 'the raw page goes soon').toBeLessThanOrEqual(900)
  // what was left of its job, had it died before it could end it
  await enqueue()
  await runRole(context, startReader)
  await runRole(context, startAssigner)
  await untilSettled(context, 1)
  const isRead = async () => (await context.queues.depth('read')).waiting === 0
  await eventually('the second job to be taken', isRead)
  expect((await context.entries.ledger()).outcomes).toEqual(new Map([['clustered', 1]]))
  expect(await context.queues.depth('read')).toMatchObject({ failed: 0 })
})

test('a page that comes twice through the queues is fetched once and told once', async () => {
  const context = openContext()
  const site = await openWire({ '/ferry': anArticlePage() })
  await runAll(context, site, 1)
  const entry = anEntry({ url: site.url('/ferry') })
  const settled = context.metrics.stageDuration
  await context.pages.putPage(entry, { body: Buffer.from(anArticlePage()) })
  await context.queues.enqueue('fetch', [{ id: entry.entryId, payload: entry }])
  await context.queues.enqueue('read', [{ id: entry.entryId, payload: aPageRef(entry) }])
  await eventually('both went through', async () => {
    const { values } = await settled.get()
    const done = values.filter(
      ({ metricName, labels }) =>
        metricName?.endsWith('_count') &&
        (labels['stage'] === 'assign' || labels['stage'] === 'fetch'),
    )
    return done.reduce((sum, { value }) => sum + value, 0) === 4
  })
  expect(site.requests('/ferry')).toHaveLength(1)
  expect(await eventsOf(context)).toHaveLength(1)
  expect(isBalanced(await context.entries.ledger())).toBe(true)
})
