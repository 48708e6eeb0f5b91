import { afterEach, beforeEach, expect, inject, onTestFailed, test } from 'vitest'
import { roleProcesses } from '../../src/commands/roles.ts'
import { publishReports } from '../support/e2eGenerated.ts'
import { type News, openNews } from '../support/e2eNews.ts'
import { rss } from '../support/e2ePages.ts'
import type { Bench, Program } from '../support/e2eRun.ts'
import type { Site } from '../support/e2eSite.ts'
import { type Watcher, watch } from '../support/e2eStream.ts'
import { eventually } from '../support/eventually.ts'

/** Prometheus keeps every series in memory; a fleet of a hundred processes then has fifty thousand. */
const mostSeries = 500

let news: News
let bench: Bench
let sites: readonly Site[]
let watcher: Watcher

beforeEach(async () => {
  news = await openNews({ REDIS_URL: inject('redisUrl') })
  ;({ bench, sites } = news)
  watcher = watch(inject('redisUrl'), bench.prefix)
})

afterEach(async () => {
  watcher.close()
  await news.close()
})

/** Lines of a process' `/metrics` that are a series. */
async function seriesOf(program: Program): Promise<readonly string[]> {
  const address = () => /metrics at (http:\/\/[\d.:]+\S*)/.exec(program.stderr())?.[1]
  const url = await eventually('the metrics server', address, 60_000)
  const text = await (await fetch(url)).text()
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}

test('no role has 500 series when articles have gone all the way', async () => {
  onTestFailed(() => console.error(bench.log()))
  const items = publishReports(sites, 12)
  const feed = sites[0]?.feed('/feed', () => rss(items)) ?? ''
  const feeds = bench.write('feeds.txt', feed)
  const roles = Object.keys(roleProcesses).filter((role) => role !== 'workers')
  const env = { WEBHOOK_URL: `${sites[0]?.origin}/hook` }
  const started = roles.map(
    (role) => [role, bench.start(['up', role, '--quiet', '--feeds', feeds], env)] as const,
  )
  const isSettled = async () => {
    const { seen, inFlight } = await watcher.ledger()
    return seen >= items.length && inFlight === 0
  }
  await eventually('every entry to be settled', isSettled, 60_000)
  for (const [role, program] of started) {
    const series = await seriesOf(program)
    expect(series.length, role).toBeGreaterThan(50)
    expect(series.length, role).toBeLessThan(mostSeries)
  }
}, 150_000)
