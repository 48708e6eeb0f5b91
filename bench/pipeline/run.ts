import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseConfig } from '../../src/shared/config.ts'
import { newFeedState } from '../../src/shared/core/polling/feedState.ts'
import { lastId, readEvents } from '../../src/shared/eventStream.ts'
import { Redis } from '../../src/shared/ioredis.ts'
import { createKeys } from '../../src/shared/keys.ts'
import { keysUnderPrefix } from '../../src/shared/keyspace.ts'
import { provideRedis } from '../../src/shared/provide/redis.ts'
import { createFollowedFeeds } from '../../src/shared/store/followedFeeds.ts'
import { redisFacts } from '../redisFacts.ts'
import { metricsCpuMs } from './metricsCost.ts'
import { startBenchSite } from './site.ts'
import { metricsAddress, startTree } from './tree.ts'
import type { WebPage } from './webPages.ts'

/** Figures of one run of the whole process tree. */
export interface PipelineRun {
  /** From the first request for a page to the last event, when the tree has read pages before. */
  readonly articlesPerSecond: number
  /** The same of the pages it was warmed up with: processes load, and V8 has yet to compile what it runs. */
  readonly coldArticlesPerSecond: number
  readonly clustered: number
  readonly cpuMsPerArticle: {
    /** All Node processes. */
    readonly node: number
    readonly redis: number
    /** Wall time inside each pure step: its CPU time, and the turns of other processes on the same cores, half as much again. */
    readonly steps: Readonly<Record<string, number>>
    /** Part of `node`: counting and timing what happened. */
    readonly metrics: number
  }
  /** Of the CPU of all Node processes, from the start on. */
  readonly metricsShare: number
  /** Of all articles, those of the warm-up too. */
  readonly redisBytesPerArticle: {
    /** Without the raw pages, which live for minutes only. */
    readonly kept: number
    readonly rawPages: number
  }
}

interface Wish {
  /** Read before anything is measured. */
  readonly warmUp: readonly WebPage[]
  readonly pages: readonly WebPage[]
  /** Folder for CPU profiles of all processes. */
  readonly profileFolder: string | null
}

/** Runs `wirefold up` over the pages in a Redis of its own; every process may leave a CPU profile. */
export async function runPipeline({ warmUp, pages, profileFolder }: Wish): Promise<PipelineRun> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-bench-'))
  const provided = await provideRedis(parseConfig({}), { folder, say: () => {} })
  const redis = new Redis(provided.url)
  const site = await startBenchSite([warmUp, pages])
  const isCold = warmUp.length === 0
  writeFileSync(join(folder, 'feeds.txt'), `${site.feeds(isCold ? 1 : 0).join('\n')}\n`)
  const before = (await redisFacts(redis)).bytes
  const tree = startTree({ folder, redisUrl: provided.url, hosts: site.hosts, profileFolder })
  try {
    const meter = { redis, metricsUrl: await metricsAddress(tree) }
    await settled(redis, warmUp.length)
    const warm = await reading(meter)
    const cold = await roundOf(redis, { after: '-', fromMs: site.firstPageMs(0) })
    if (!isCold) await follow(redis, site.feeds(1))
    await settled(redis, warmUp.length + pages.length)
    const end = await reading(meter)
    const measured = await roundOf(redis, { after: warm.lastEvent, fromMs: site.firstPageMs(1) })
    const all = cold.clustered + measured.clustered
    const metricsMs = metricsCpuMs(end.metrics)
    return {
      articlesPerSecond: measured.articlesPerSecond,
      coldArticlesPerSecond: isCold ? measured.articlesPerSecond : cold.articlesPerSecond,
      clustered: measured.clustered,
      cpuMsPerArticle: {
        ...spent(warm, end, measured.clustered),
        metrics: Math.round((metricsMs / all) * 10_000) / 10_000,
      },
      metricsShare: Math.round((metricsMs / end.nodeMs) * 10_000) / 10_000,
      redisBytesPerArticle: await bytesPerArticle(redis, before, all),
    }
  } finally {
    tree.kill('SIGTERM')
    await once(tree, 'exit')
    await site.close()
    redis.disconnect()
    await provided.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const keys = createKeys('wirefold')

async function follow(redis: Redis, urls: readonly string[]): Promise<void> {
  const states = urls.map((url) => newFeedState(url, Date.now()))
  await createFollowedFeeds(redis, keys).add(states, { byHand: true })
}

/** Waits until so many pages have their outcome. */
async function settled(redis: Redis, pages: number): Promise<void> {
  for (;;) {
    const [seen, inFlight] = await Promise.all([
      redis.hget(keys.ledger, 'seen'),
      redis.zcard(keys.inFlight),
    ])
    if (Number(seen) >= pages && inFlight === 0) return
    await pause(50)
  }
}

/** What had been done at a moment. */
interface Reading {
  readonly lastEvent: string
  readonly metrics: string
  readonly nodeMs: number
  readonly redisMs: number
  readonly stepMs: ReadonlyMap<string, number>
}

async function reading({
  redis,
  metricsUrl,
}: {
  readonly redis: Redis
  readonly metricsUrl: string
}): Promise<Reading> {
  const metrics = await (await fetch(metricsUrl)).text()
  const cpu = [...metrics.matchAll(/^process_cpu_seconds_total\{.*\} (\S+)$/gm)]
  const steps = metrics.matchAll(/^wirefold_step_duration_seconds_sum\{step="(\w+)"\} (\S+)$/gm)
  return {
    lastEvent: await lastId(redis, keys.events),
    metrics,
    nodeMs: cpu.reduce((sum, [, seconds]) => sum + 1_000 * Number(seconds), 0),
    redisMs: (await redisFacts(redis)).cpuMs,
    stepMs: new Map([...steps].map(([, step = '', seconds]) => [step, 1_000 * Number(seconds)])),
  }
}

/** Milliseconds an article between two readings. */
function spent(from: Reading, to: Reading, articles: number) {
  const anArticle = (before: number, after: number) => round((after - before) / articles)
  const steps = [...to.stepMs].map(
    ([step, ms]) => [step, anArticle(from.stepMs.get(step) ?? 0, ms)] as const,
  )
  return {
    node: anArticle(from.nodeMs, to.nodeMs),
    redis: anArticle(from.redisMs, to.redisMs),
    steps: Object.fromEntries(steps),
  }
}

interface Round {
  /** Stream id of the last event before it. */
  readonly after: string
  readonly fromMs: number | null
}

/** How many articles were clustered since then, and how fast. */
async function roundOf(redis: Redis, { after, fromMs }: Round) {
  let clustered = 0
  let lastMs = 0
  for await (const { fields } of readEvents(redis, keys.events, after)) {
    if (/\.(opened|joined)\./.test(fields['type'] ?? '')) clustered += 1
    lastMs = Math.max(lastMs, Date.parse(fields['time'] ?? ''))
  }
  const seconds = (lastMs - (fromMs ?? lastMs)) / 1_000
  return { clustered, articlesPerSecond: round(clustered / seconds) }
}

async function bytesPerArticle(redis: Redis, before: number, clustered: number) {
  const withPages = (await redisFacts(redis)).bytes
  for await (const names of keysUnderPrefix(redis, keys.page('').slice(0, -1)))
    await redis.del(...names)
  const kept = (await redisFacts(redis)).bytes
  return {
    kept: Math.round((kept - before) / clustered),
    rawPages: Math.round((withPages - kept) / clustered),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
