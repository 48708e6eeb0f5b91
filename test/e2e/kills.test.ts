import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, inject, onTestFailed, test } from 'vitest'
import { expectCopiesTogether, publishReports } from '../support/e2eGenerated.ts'
import { type News, openNews } from '../support/e2eNews.ts'
import { rss } from '../support/e2ePages.ts'
import type { Bench, Program } from '../support/e2eRun.ts'
import type { Site } from '../support/e2eSite.ts'
import {
  expectSettled,
  expectSound,
  expectStoreAgrees,
  groups,
  type Told,
  toldBy,
  type Watcher,
  watch,
} from '../support/e2eStream.ts'
import { eventually } from '../support/eventually.ts'

const texts = 42
/** The machine may be busy with other things. */
const patientMs = 120_000
const consumer = fileURLToPath(new URL('../support/e2eConsumer.ts', import.meta.url))

let news: News
let bench: Bench
let sites: readonly Site[]
let watcher: Watcher

beforeEach(async () => {
  news = await openNews({
    REDIS_URL: inject('redisUrl'),
    POLL_MIN_SECONDS: '1',
    POLL_MAX_SECONDS: '1',
    HOST_GAP_MS: '60',
    FETCH_CONCURRENCY: '4',
  })
  ;({ bench, sites } = news)
  watcher = watch(inject('redisUrl'), bench.prefix)
})

afterEach(async () => {
  watcher.close()
  await news.close()
})

const startFollower = () =>
  bench.startScript(consumer, [inject('redisUrl'), `${bench.prefix}:events`])

const toldTo = (follower: Program): readonly Told[] =>
  follower
    .stdout()
    .split('\n')
    .slice(0, -1)
    .map((line) => toldBy(JSON.parse(line)))

const isSettled = async (entries: number) => {
  const { seen, inFlight } = await watcher.ledger()
  return seen >= entries && inFlight === 0
}

/** Kills a process while it holds a job of its queue, if it can be caught at it before `entries` are through. */
async function killAtWork(role: string, queue: string, entries: number): Promise<void> {
  const [pid = 0] = bench.processes(`role ${role}`)
  const isAtWork = async () =>
    (await watcher.redis.llen(`${bench.prefix}:queue:${queue}:active`)) > 0 ||
    (await isSettled(entries))
  await eventually(`${role} at work`, isAtWork, patientMs)
  process.kill(pid, 'SIGKILL')
}

test('loses and repeats nothing when reader, assigner and producers are killed in the middle of work', async () => {
  onTestFailed(() => console.error(bench.log()))
  const items = publishReports(sites, texts)
  let listed = 20
  const feed = sites[0]?.feed('/feed', () => rss(items.slice(0, listed))) ?? ''
  const follower = startFollower()
  const up = bench.start(['up', '--quiet', '--feeds', bench.write('feeds.txt', feed)])

  const eventsBeyond = (count: number) =>
    eventually(`more than ${count} events`, () => toldTo(follower).length > count, patientMs)
  await eventsBeyond(5)
  expect(bench.processes('--max-old-space-size'), 'heaps with a limit').toHaveLength(3)
  listed = 38
  await killAtWork('reader', 'pages', listed)
  await eventsBeyond(12)
  listed = 48
  await killAtWork('assigner', 'assign', listed)
  await eventsBeyond(24)
  listed = items.length
  await killAtWork('producers', 'fetch', listed)

  await eventually('every entry to be settled', () => isSettled(items.length), 180_000)
  const events = await watcher.events()
  expectSound(events)
  expectSettled(await watcher.ledger(), events)
  await expectStoreAgrees(watcher, events)
  expect((await watcher.ledger()).outcomes).toEqual(new Map([['clustered', items.length]]))
  expect(groups(events).flat().sort()).toEqual(items.map(({ url }) => url).sort())
  expectCopiesTogether(groups(events), sites)
  expect(await watcher.longestRawPageSeconds(), 'raw pages that were read').toBeLessThanOrEqual(900)
  await eventually('the consumer to have read all', () => toldTo(follower).length >= events.length)
  expect(toldTo(follower)).toEqual(events)
  expect(up.stderr()).toMatch(/reader ended \(SIGKILL\): started again/)

  up.kill('SIGTERM')
  follower.kill('SIGTERM')
  expect(await up.ended).toMatchObject({ code: 0, signal: null })
  await follower.ended
  expect(bench.processes()).toEqual([])
}, 360_000)
