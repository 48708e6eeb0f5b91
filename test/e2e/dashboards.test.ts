import { join } from 'node:path'
import { Redis } from 'ioredis'
import { expect, inject, onTestFailed, onTestFinished, test } from 'vitest'
import { boards } from '../../grafana/generate.ts'
import { createKeys } from '../../src/shared/keys.ts'
import { openBench } from '../support/e2eRun.ts'
import { eventually } from '../support/eventually.ts'
import { type PrometheusServer, startPrometheus } from '../support/prometheusServer.ts'

const targets = boards.flatMap(({ name, rows }) =>
  rows.flatMap(({ panels }) =>
    panels.flatMap(({ title, queries }) =>
      queries.map(([promql]) => ({ place: `${name}: ${title}`, promql })),
    ),
  ),
)

/** As Grafana fills it in, for a Prometheus that scrapes every second. */
const filledIn = (promql: string) =>
  promql.replaceAll('$__rate_interval', '15s').replaceAll(/\$\w+/g, '.*')

/** Panel queries that give no number at all. */
async function withoutData(prometheus: PrometheusServer): Promise<readonly string[]> {
  const empty: string[] = []
  for (const { place, promql } of targets) {
    const series = await prometheus.range(filledIn(promql), 30)
    const values = series.flatMap((one) => one.values.map(([, value]) => value))
    if (values.every((value) => value === 'NaN')) empty.push(`${place}: ${promql}`)
  }
  return empty
}

test('every query of every panel brings numbers from a running pipeline', async (task) => {
  const bench = openBench({ REDIS_URL: inject('redisUrl') })
  onTestFailed(() => console.error(bench.log()))
  onTestFinished(() => bench.close())
  const redis = new Redis(inject('redisUrl'))
  onTestFinished(() => redis.disconnect())
  await redis.xgroup('CREATE', createKeys(bench.prefix).events, 'search', '0', 'MKSTREAM')

  const start = bench.start(['start', '--quiet'])
  const target = () => /metrics at http:\/\/([\d.]+:\d+)/.exec(start.stderr())?.[1]
  await eventually('the metrics server', () => target() !== undefined, 60_000)
  const prometheus = await startPrometheus(task, {
    target: target() ?? '',
    folder: join(bench.folder, 'prometheus'),
  })
  let empty: readonly string[] = []
  const isWhole = async () => {
    // a server that is still starting refuses: that is no data yet
    empty = await withoutData(prometheus).catch((error: unknown) => [String(error)])
    return empty.length === 0
  }
  await eventually('every panel', isWhole, 90_000).catch(() => expect(empty).toEqual([]))
  expect(targets.length).toBeGreaterThan(60)
  const [scraped] = await prometheus.range('max_over_time(scrape_samples_scraped[1m])', 1)
  const series = Number(scraped?.values.at(-1)?.[1])
  // a whole pipeline in one tree: four processes and their supervisor, which may have 500 each
  expect(series).toBeGreaterThan(300)
  expect(series).toBeLessThan(5 * 500)
}, 300_000)
