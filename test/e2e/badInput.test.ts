import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { articleIdOf, canonicalizeUrl } from '../../src/shared/core/copies/canonicalUrl.ts'
import { createKeys } from '../../src/shared/keys.ts'
import { broadsheet, encoded, type FeedItem, portal, rss } from '../support/e2ePages.ts'
import { type Bench, type Ended, openBench } from '../support/e2eRun.ts'
import { deadHost, openSite, type Reply, type Site } from '../support/e2eSite.ts'
import {
  expectSettled,
  expectSound,
  groups,
  type Told,
  type Watcher,
  watch,
} from '../support/e2eStream.ts'
import { bakeryReport, harbourReport } from '../support/e2eTexts.ts'

const nowMs = Date.now()
const harbour = { ...harbourReport, publishedMs: nowMs - 3_600_000 }
const bakery = { ...bakeryReport, publishedMs: nowMs - 7_200_000 }
const html = { 'content-type': 'text/html' }

const longWord = (bytes: number) => 'x'.repeat(bytes)
const nested = `<!doctype html><title>Deep</title>${'<div>'.repeat(2_000)}deep${'</div>'.repeat(2_000)}`

interface BadPage {
  readonly answer: Reply | (() => Reply)
  /** Its place in the ledger. */
  readonly outcome: string
}

/** What can be wrong with a page. */
const badPages = (privateHost: string): Readonly<Record<string, BadPage>> => ({
  empty: { answer: { body: '' }, outcome: 'dropped:page_empty' },
  nested: { answer: { body: nested }, outcome: 'dropped:page_too_deep' },
  'twenty-megabytes': {
    answer: { body: `<!doctype html><p>${longWord(20_000_000)}</p>` },
    outcome: 'dropped:fetch_too_large',
  },
  missing: { answer: { status: 404 }, outcome: 'dropped:fetch_gone' },
  members: { answer: { status: 403 }, outcome: 'dropped:fetch_forbidden' },
  broken: { answer: { status: 500 }, outcome: 'failed:http_server_error' },
  teapot: { answer: { status: 418 }, outcome: 'failed:http_client_error' },
  inside: {
    answer: { status: 302, headers: { location: `http://${privateHost}/secret` } },
    outcome: 'dropped:fetch_private_address',
  },
  circle: {
    answer: { status: 302, headers: { location: '/circle' } },
    outcome: 'dropped:fetch_redirect_loop',
  },
  'paper.pdf': {
    answer: { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7\n%âãÏÓ\n' },
    outcome: 'dropped:fetch_not_html',
  },
  'paper-called-html': {
    answer: { headers: html, body: encoded(`%PDF-1.7\n${'\u0000\u0001'.repeat(500)}`, 'latin1') },
    outcome: 'dropped:page_not_html',
  },
  'bad-gzip': {
    answer: { headers: { ...html, 'content-encoding': 'gzip' }, body: 'this was never compressed' },
    outcome: 'dropped:fetch_bad_encoding',
  },
})

interface BadFeed {
  readonly answer: Reply
  /** The one line about it. */
  readonly says: RegExp
}

/** What can be wrong with a feed. */
const badFeeds: Readonly<Record<string, BadFeed>> = {
  missing: { answer: { status: 404 }, says: /answered HTTP 404/ },
  broken: { answer: { status: 500 }, says: /answered HTTP 500/ },
  page: {
    answer: { body: broadsheet(harbour) },
    says: /this is a web page, not a feed: find the address of its RSS or Atom feed/,
  },
  garbled: {
    answer: {
      headers: { 'content-type': 'application/xml' },
      body: '<?xml version="1.0"?><< not a && feed ]]>',
    },
    says: /neither RSS, Atom, RDF, JSON Feed nor a news sitemap/,
  },
  nothing: { answer: { body: '' }, says: /the document is empty/ },
  flood: {
    answer: {
      body: rss([
        { url: 'http://x/', title: 'Flood', publishedMs: nowMs, description: longWord(11_000_000) },
      ]),
    },
    says: /larger than 10000000 bytes/,
  },
}

let bench: Bench
let site: Site
let other: Site
let secret: Site
let unreachable: string
let run: Ended
let watcher: Watcher
let events: readonly Told[]
const goodUrls: Record<string, string> = {}

/** Broken off in the middle of a tag after the last entry. */
const cutOff = (xml: string) => `${xml.slice(0, xml.indexOf('</channel>'))}<item><tit`

const item = (url: string, title: string): FeedItem => ({ url, title, publishedMs: nowMs })

beforeAll(async () => {
  ;[site, other, secret] = [await openSite(), await openSite(), await openSite()]
  const dead = await deadHost()
  unreachable = `http://${dead}/feed`
  bench = openBench({
    REDIS_URL: inject('redisUrl'),
    ALLOW_PRIVATE_HOSTS: [site.host, other.host, dead].join(','),
  })
  secret.publish('/secret', harbour)
  goodUrls['harbour'] = site.publish('/harbour', harbour)
  goodUrls['copy'] = other.publish('/harbour', harbour, { chrome: portal })
  goodUrls['bakery'] = site.reply('/bakery', {
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: encoded(broadsheet(bakery), 'windows-1252'),
  })
  goodUrls['huge'] = other.publish('/huge', { ...bakery, ...harbour, title: harbour.title })
  const bad = Object.entries(badPages(secret.host)).map(([name, { answer }]) =>
    item(site.reply(`/${name}`, answer), name),
  )
  const deadPage = item(`http://${dead}/page`, 'Nobody there')
  const good = ['harbour', 'copy', 'bakery'].map((name) => item(goodUrls[name] ?? '', name))
  const huge = { ...item(goodUrls['huge'] ?? '', 'Huge'), description: longWord(6_000_000) }
  const feeds = [
    site.feed('/feed', () => rss([...bad, deadPage, ...good])),
    site.feed('/cut-feed', () => cutOff(rss([huge]))),
    site.feed('/quiet-feed', () => rss([])),
    unreachable,
    ...Object.entries(badFeeds).map(([name, { answer }]) => site.reply(`/feeds/${name}`, answer)),
  ]
  run = await bench.run(['up', '--once', '--feeds', bench.write('feeds.txt', feeds.join('\n'))])
  watcher = watch(inject('redisUrl'), bench.prefix)
  events = await watcher.events()
}, 120_000)

afterAll(async () => {
  watcher?.close()
  await bench.close()
  await Promise.all([site, other, secret].map((open) => open.close()))
})

/** Outcome of the entry with this URL. */
async function outcomeOf(url: string): Promise<string | null> {
  return watcher.redis.get(createKeys(bench.prefix).entry(articleIdOf(canonicalizeUrl(url) ?? '')))
}

test('ends well, with every entry in its place', async () => {
  expect(run, run.stderr).toMatchObject({ code: 0, signal: null })
  expect(run.stdout).toContain('adds up: every entry has exactly one place')
  expect(run.stderr).not.toMatch(/^\s+at /m)
  const ledger = await watcher.ledger()
  expectSettled(ledger, events)
  expectSound(events)
  expect(ledger.seen).toBe(Object.keys(badPages('')).length + 1 + 3 + 1)
})

test.for(Object.entries(badPages('')))(
  'gives the page “%s” its named outcome',
  async ([name, { outcome }]) => {
    expect(await outcomeOf(`${site.origin}/${name}`)).toBe(outcome)
  },
)

test('gives up a page nobody serves after some tries', async () => {
  expect(await outcomeOf(unreachable.replace('/feed', '/page'))).toBe('failed:http_unreachable')
  expect(site.hits('/broken')).toBeGreaterThan(1)
})

test('never asks the private address that a page redirects to', () => {
  expect(secret.hits('/secret')).toBe(0)
})

test('clusters the good pages beside them, whatever charset they claim', () => {
  const { harbour: first = '', copy = '', bakery: cakes = '' } = goodUrls
  const stories = groups(events)
  expect(stories.find((urls) => urls.includes(first))).toContain(copy)
  expect(stories.find((urls) => urls.includes(cakes))).toEqual([cakes])
  const told = events.find(({ url }) => url === cakes)?.data.article
  expect(told).toMatchObject({ lang: 'de', title: bakery.title })
  expect(told?.lead).toContain('Färbergasse')
})

test('takes the huge item of a feed that breaks off like any other entry', async () => {
  expect(await outcomeOf(goodUrls['huge'] ?? '')).toBe('clustered')
})

/** Lines of the log about a feed. */
const linesAbout = (url: string) =>
  run.stderr.split('\n').filter((line) => line.includes(`feed ${url}:`))

test.for(Object.entries(badFeeds))(
  'says in one line what is wrong with the feed “%s”',
  ([name, { says }]) => {
    const lines = linesAbout(`${site.origin}/feeds/${name}`)
    expect(lines).toEqual([expect.stringMatching(says)])
  },
)

test('says in one line that a feed cannot be reached, and nothing of a feed without entries', () => {
  expect(linesAbout(unreachable)).toEqual([expect.stringMatching(/ECONNREFUSED/)])
  expect(linesAbout(`${site.origin}/quiet-feed`)).toEqual([])
})
