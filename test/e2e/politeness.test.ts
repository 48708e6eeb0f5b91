import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterEach, expect, inject, onTestFailed, test } from 'vitest'
import { anRssFeed } from '../support/builders.ts'
import { type Bench, openBench } from '../support/e2eRun.ts'
import { watch } from '../support/e2eStream.ts'
import { eventually } from '../support/eventually.ts'

const gapMs = 120
const pages = 24
const feeds = 3

let closing: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closing.reverse()) await close()
  closing = []
})

/** One request as the server saw it. */
interface Seen {
  readonly path: string
  readonly startMs: number
  endMs: number
}

/** A slow publisher that writes down every request: feeds, pages that redirect, a robots.txt. */
async function openSlowSite() {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const visit: Seen = { path: request.url ?? '', startMs: performance.now(), endMs: 0 }
    seen.push(visit)
    // 5 to 65 ms, the same for a path each time
    setTimeout(() => answer(request, response), 5 + ((visit.path.length * 37) % 60))
    response.on('finish', () => {
      visit.endMs = performance.now()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const pagesOf = (feed: number) =>
    Array.from({ length: pages / feeds }, (_, at) => `http://${host}/page/${feed}/${at}`)
  const answer = ({ url = '' }: IncomingMessage, response: ServerResponse) => {
    const feed = /^\/feed\/(\d)$/.exec(url)?.[1]
    if (url === '/robots.txt') response.end('User-agent: wirefold\nDisallow: /page/1/0\n')
    else if (feed) response.end(anRssFeed(pagesOf(Number(feed))))
    else if (/^\/page\/0\//.test(url)) response.writeHead(302, { location: '/gone' }).end()
    else response.writeHead(404).end()
  }
  const list = Array.from({ length: feeds }, (_, at) => `http://${host}/feed/${at}`).join('\n')
  return { host, seen, list }
}

function startProducers(bench: Bench, list: string) {
  return bench.start(['up', '--quiet', '--feeds', bench.write('feeds.txt', list), 'producers'])
}

test('a site never sees two requests at once or closer than the gap, whatever number of processes ask', async () => {
  const site = await openSlowSite()
  const bench = openBench({
    REDIS_URL: inject('redisUrl'),
    ALLOW_PRIVATE_HOSTS: site.host,
    POLL_MIN_SECONDS: '1',
    POLL_MAX_SECONDS: '1',
    HOST_GAP_MS: String(gapMs),
  })
  closing.push(bench.close)
  onTestFailed(() => console.error(bench.log()))
  const watcher = watch(inject('redisUrl'), bench.prefix)
  closing.push(watcher.close)
  for (let process = 0; process < 3; process += 1) startProducers(bench, site.list)
  await eventually(
    'every page to have its outcome',
    async () => {
      const { seen, inFlight } = await watcher.ledger()
      return seen >= pages && inFlight === 0
    },
    60_000,
  )
  expect(bench.processes('role producers')).toHaveLength(3)
  const { seen } = site
  for (const [at, { startMs }] of seen.entries()) {
    const before = seen[at - 1]
    if (!before) continue
    expect(startMs).toBeGreaterThanOrEqual(before.endMs)
    expect(startMs - before.startMs).toBeGreaterThanOrEqual(gapMs - 1)
  }
  const asked = (path: string) => seen.filter((visit) => visit.path === path).length
  // each process may find out for itself
  expect(asked('/robots.txt')).toBeLessThanOrEqual(3)
  expect(asked('/page/1/0')).toBe(0)
  expect((await watcher.ledger()).outcomes).toEqual(
    new Map([
      ['dropped:fetch_gone', pages - 1],
      ['dropped:robots', 1],
    ]),
  )
}, 120_000)

test('a poller killed in the middle of its polls loses no feed, and each is late by its lease at most', async () => {
  const site = await openSlowSite()
  const list = Array.from({ length: 30 }, (_, at) => `http://${site.host}/feed/${at % 3}?${at}`)
  const bench = openBench({
    REDIS_URL: inject('redisUrl'),
    ALLOW_PRIVATE_HOSTS: site.host,
    POLL_MIN_SECONDS: '3600',
    POLL_MAX_SECONDS: '3600',
  })
  closing.push(bench.close)
  onTestFailed(() => console.error(bench.log()))
  const asked = () =>
    new Set(site.seen.map(({ path }) => path).filter((path) => path.includes('?')))
  startProducers(bench, list.join('\n'))
  await eventually('the first polls', () => asked().size >= 5, 30_000)
  const [poller = 0] = bench.processes('role producers')
  process.kill(poller, 'SIGKILL')
  const watcher = watch(inject('redisUrl'), bench.prefix)
  closing.push(watcher.close)
  const leaseEndMs = Date.now() + 120_000
  const due = await watcher.redis.zrange(`${bench.prefix}:feeds:due`, '0', '-1', 'WITHSCORES')
  const times = due.flat().flatMap((value, at) => (at % 2 === 1 ? [Number(value)] : []))
  expect(times).toHaveLength(list.length)
  // only what was polled comes back later than the lease
  expect(times.filter((dueMs) => dueMs > leaseEndMs).length).toBeLessThanOrEqual(asked().size)
  await eventually('the others to be polled by the next process', () => asked().size >= 25, 60_000)
}, 120_000)
