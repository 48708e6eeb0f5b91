import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { changeFeedsCommand, type FeedChange } from '../../src/commands/feeds/changeFeeds.ts'
import { exportFeedsCommand, importFeedsCommand } from '../../src/commands/feeds/feedLists.ts'
import { listFeedsCommand } from '../../src/commands/feeds/listFeeds.ts'
import { followFeeds } from '../../src/commands/followFeeds.ts'
import { startPolling } from '../../src/producers/pollLoop.ts'
import { UsageError } from '../../src/shared/errors.ts'
import { feedIdOf } from '../../src/shared/store/followedFeeds.ts'
import { anRssFeed } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { openNewsSite } from '../support/newsSite.ts'
import { runCommand } from '../support/runCommand.ts'
import { openContext, run, type TestContext } from '../support/testContext.ts'

const [a, b] = ['http://a.example/feed', 'http://b.example/feed']

const change = (context: TestContext, what: FeedChange, ...urls: string[]) =>
  runCommand(context, (config) => changeFeedsCommand(config, { change: what, urls, json: false }))

const asText = { json: false }

async function listed(context: TestContext, failing = false) {
  const { text } = await runCommand(context, (config) =>
    listFeedsCommand(config, { json: true, failing }),
  )
  return text.trim() === ''
    ? []
    : text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-feeds-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('running producers poll a feed at once when it is added, and no more when it is paused or removed', async () => {
  const context = openContext({ settings: { POLL_MIN_SECONDS: 1, POLL_MAX_SECONDS: 1 } })
  run(startPolling(context, { mayPoll: () => true, took: () => {} }))
  const site = await openNewsSite({ '/feed': anRssFeed(['http://a.example/one']) })
  const url = site.url('/feed')
  await change(context, 'add', url)
  await eventually('the feed is polled', () => site.requests('/feed').length > 0)
  await change(context, 'pause', url)
  expect((await context.feeds.claim({ nowMs: Date.now() * 2, leaseMs: 1, limit: 9 })).length).toBe(
    0,
  )
  const polls = site.requests('/feed').length
  await change(context, 'resume', url)
  await eventually('it is polled again', () => site.requests('/feed').length > polls)
  await change(context, 'remove', url)
  expect(await context.feeds.ids()).toEqual([])
})

test('says what it did, and what it found done already', async () => {
  const context = openContext()
  const said = async (what: FeedChange) => (await change(context, what, a)).text.trim()
  expect(await said('add')).toBe(`${a} is followed from now on`)
  expect(await said('add')).toBe(`${a} was followed already`)
  expect(await said('resume')).toBe(`${a} was not paused`)
  expect(await said('pause')).toBe(`${a} is paused`)
  expect(await said('pause')).toBe(`${a} was paused already`)
  expect(await said('resume')).toBe(`${a} is polled again`)
  expect(await said('remove')).toBe(`${a} is not followed any more`)
})

test.each<[FeedChange, string, RegExp]>([
  ['add', 'a.example/feed', /no URL\. Did you mean https:\/\/a\.example\/feed/],
  ['add', 'ftp://a.example/feed', /cannot be polled/],
  ['pause', a, /is not followed: see `wirefold feeds list`/],
  ['remove', a, /is not followed/],
])('%s of %s is a mistake', async (what, url, reason) => {
  const attempt = change(openContext(), what, url)
  await expect(attempt).rejects.toThrow(reason)
  await expect(attempt).rejects.toThrow(UsageError)
})

test('a restart with FEEDS keeps what was added and leaves paused what was paused', async () => {
  const context = openContext()
  await followFeeds(context, [a])
  await change(context, 'add', b)
  await change(context, 'pause', a)
  await followFeeds(context, [a])
  expect((await listed(context)).map(({ url, health }) => [url, health])).toEqual([
    [a, 'paused'],
    [b, 'new'],
  ])
  await followFeeds(context, [])
  expect((await listed(context)).map(({ url }) => url)).toEqual([b])
})

test('removing a feed that FEEDS names says that it comes back', async () => {
  const context = openContext()
  await followFeeds(context, [a])
  expect((await change(context, 'remove', a)).text).toContain('comes back at the next start')
})

test('without FEEDS the feeds of the last time are followed; without any, that is a mistake', async () => {
  const context = openContext()
  await expect(followFeeds(context, null)).rejects.toThrow('no feeds')
  await change(context, 'add', a)
  expect(await followFeeds(context, null)).toBe(1)
})

test('imports a list and exports it again, titles included', async () => {
  const context = openContext()
  const folder = aFolder()
  const [given, written] = [join(folder, 'in.opml'), join(folder, 'out.opml')]
  const outline = (title: string, url: string) => `<outline text="${title}" xmlUrl="${url}"/>`
  writeFileSync(given, `<opml><body>${outline('Wire A', a)}${outline('Wire B', b)}</body></opml>`)
  const run = (file: string) =>
    runCommand(context, (config) => importFeedsCommand(config, file, asText))
  expect((await run(given)).text).toBe('2 new feeds, 0 followed already\n')
  await runCommand(context, (config) => exportFeedsCommand(config, written, asText))
  expect(readFileSync(written, 'utf8')).toMatch(/text="Wire A".*xmlUrl="http:\/\/a\.example\/feed"/)
  expect((await run(written)).text).toBe('0 new feeds, 2 followed already\n')
})

test('imports thousands of feeds in seconds, their first polls spread over time', async () => {
  const context = openContext()
  const file = join(aFolder(), 'many.txt')
  const urls = Array.from({ length: 2_500 }, (_, at) => `http://${at}.example/feed`)
  writeFileSync(file, urls.join('\n'))
  await runCommand(context, (config) => importFeedsCommand(config, file, asText))
  const due = (await context.feeds.followed()).map(({ dueMs }) => dueMs ?? 0).toSorted()
  expect(due).toHaveLength(2_500)
  expect((due.at(-1) ?? 0) - (due[0] ?? 0)).toBeGreaterThan(100_000)
})

test('lists failing feeds first, with the reason in words', async () => {
  const context = openContext()
  await change(context, 'add', a, b)
  const [feed] = await context.feeds.followed([feedIdOf(b)])
  if (feed) {
    await context.feeds.save(feed.id, {
      ...feed.state,
      failures: 3,
      lastError: 'answered HTTP 404',
    })
  }
  const reason = 'answered HTTP 404 (3 times in a row)'
  expect(await listed(context)).toMatchObject([
    { url: b, health: 'failing', reason },
    { url: a, health: 'new', reason: 'not polled yet' },
  ])
  expect(await listed(context, true)).toHaveLength(1)
  const { text } = await runCommand(context, (config) =>
    listFeedsCommand(config, { json: false, failing: false }),
  )
  expect(text).toMatch(/^health +last read +next poll +interval +feed +reason\nfailing/)
  expect(text).toMatch(/\n2 feeds: 1 failing, 1 new\n$/)
})

test('says what to do when there is no feed', async () => {
  const { text } = await runCommand(openContext(), (config) =>
    listFeedsCommand(config, { json: false, failing: false }),
  )
  expect(text).toContain('wirefold feeds add URL')
})
