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
  type Watcher,
  watch,
} from '../support/e2eStream.ts'
import { eventually } from '../support/eventually.ts'

/** The machine may be busy with other things. */
const patientMs = 60_000

let news: News
let bench: Bench
let sites: readonly Site[]
let watcher: Watcher

beforeEach(async () => {
  news = await openNews({
    REDIS_URL: inject('redisUrl'),
    POLL_MIN_SECONDS: '1',
    POLL_MAX_SECONDS: '1',
    LOG_LEVEL: 'debug',
  })
  ;({ bench, sites } = news)
  watcher = watch(inject('redisUrl'), bench.prefix)
})

afterEach(async () => {
  watcher.close()
  await news.close()
})

const isInCharge = (program: Program) => /assigner in charge/.test(program.stderr())

test('a standby takes over when the assigner and its supervisor are killed, and goes on where it was', async () => {
  onTestFailed(() => console.error(bench.log().slice(-20_000)))
  const items = publishReports(sites, 30)
  let listed = 20
  const feed = sites[0]?.feed('/feed', () => rss(items.slice(0, listed))) ?? ''
  const feeds = bench.write('feeds.txt', feed)
  const eventsBeyond = (count: number) =>
    eventually(
      `more than ${count} events`,
      async () => (await watcher.events()).length > count,
      patientMs,
    )

  const first = bench.start(['up', 'assigner', '--quiet'])
  await eventually('the first to be in charge', () => isInCharge(first), patientMs)
  const [assigner = 0] = bench.processes('role assigner')
  const second = bench.start(['up', 'assigner', '--quiet'])
  bench.start(['up', 'producers', 'reader', '--quiet', '--feeds', feeds])
  await eventually('the second to stand by', () => bench.processes('role assigner').length === 2)
  await eventsBeyond(4)
  expect(isInCharge(second)).toBe(false)

  const before = await watcher.events()
  // the supervisor first: it would start its assigner again
  first.kill('SIGKILL')
  process.kill(assigner, 'SIGKILL')
  listed = items.length
  await eventually('the second to be in charge', () => isInCharge(second), patientMs)
  const isSettled = async () => {
    const { seen, inFlight } = await watcher.ledger()
    return seen >= items.length && inFlight === 0
  }
  await eventually('every entry to be settled', isSettled, patientMs)

  const events = await watcher.events()
  expect(events.slice(0, before.length)).toEqual(before)
  expectSound(events)
  expectSettled(await watcher.ledger(), events)
  await expectStoreAgrees(watcher, events)
  expect(groups(events).flat().sort()).toEqual(items.map(({ url }) => url).sort())
  expectCopiesTogether(groups(events), sites)
}, 240_000)
