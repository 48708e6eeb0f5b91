import { afterEach, beforeEach, expect, inject, onTestFailed, test } from 'vitest'
import { expectCopiesTogether, publishReports } from '../support/e2eGenerated.ts'
import { type News, openNews } from '../support/e2eNews.ts'
import { rss } from '../support/e2ePages.ts'
import { ownRedis, redisBinary } from '../support/e2eRedis.ts'
import type { Bench } from '../support/e2eRun.ts'
import type { Site } from '../support/e2eSite.ts'
import {
  expectSettled,
  expectSound,
  expectStoreAgrees,
  groups,
  watch,
} from '../support/e2eStream.ts'
import { eventually } from '../support/eventually.ts'

let news: News
let bench: Bench
let sites: readonly Site[]

beforeEach(async () => {
  news = await openNews({ HOST_GAP_MS: '150' })
  ;({ bench, sites } = news)
})

afterEach(async () => {
  await news.close()
})

test('finishes exactly after Redis was killed and came back in the middle of a run', async ({
  skip,
}) => {
  onTestFailed(() => console.error(bench.log()))
  const binary = await redisBinary(inject('redisUrl'))
  if (!binary) return skip('only a real Redis can be killed and come back')
  const redis = await ownRedis(bench, binary)
  await redis.start()
  const items = publishReports(sites, 42)
  const feed = sites[0]?.feed('/feed', () => rss(items)) ?? ''
  const up = bench.start(['up', '--once', '--feeds', bench.write('feeds.txt', feed)], {
    REDIS_URL: redis.url,
  })
  const opened = () =>
    up
      .stdout()
      .split('\n')
      .filter((line) => /opened|joined/.test(line)).length
  await eventually('some stories', () => opened() > 5, 60_000)
  await redis.kill()
  await eventually('the outage to be noticed', () => /Redis is away/.test(up.stderr()))
  expect(opened()).toBeLessThan(items.length)
  await redis.start()

  const ended = await up.ended
  expect(ended).toMatchObject({ code: 0, signal: null })
  expect(ended.stderr).toMatch(/Redis is back/)
  const watcher = watch(redis.url, bench.prefix)
  try {
    const events = await watcher.events()
    expectSound(events)
    expectSettled(await watcher.ledger(), events)
    await expectStoreAgrees(watcher, events)
    expect((await watcher.ledger()).outcomes).toEqual(new Map([['clustered', items.length]]))
    expectCopiesTogether(groups(events), sites)
  } finally {
    watcher.close()
  }
}, 180_000)
