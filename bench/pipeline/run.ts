import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseConfig } from '../../src/shared/config.ts'
import { readEvents } from '../../src/shared/eventStream.ts'
import { Redis } from '../../src/shared/ioredis.ts'
import { createKeys } from '../../src/shared/keys.ts'
import { keysUnderPrefix } from '../../src/shared/keyspace.ts'
import { provideRedis } from '../../src/shared/provide/redis.ts'
import { metricsCpuMs } from './metricsCost.ts'
import { startBenchSite } from './site.ts'
import { metricsAddress, startTree } from './tree.ts'
import type { WebPage } from './webPages.ts'

/** Figures of one run of the whole process tree. */
export interface PipelineRun {
  /** From the first request for a page to the last event. */
  readonly articlesPerSecond: number
  readonly clustered: number
  readonly cpuMsPerArticle: {
    /** All Node processes, start-up included. */
    readonly node: number
    readonly redis: number
    /** Wall time inside each pure step: its CPU time, and the turns of other processes on the same cores, half as much again. */
    readonly steps: Readonly<Record<string, number>>
    /** Part of `node`: counting and timing what happened. */
    readonly metrics: number
  }
  /** Of the CPU of all Node processes. */
  readonly metricsShare: number
  readonly redisBytesPerArticle: {
    /** Without the raw pages, which live for minutes only. */
    readonly kept: number
    readonly rawPages: number
  }
}

/** Runs `wirefold up` over the pages in a Redis of its own; every process may leave a CPU profile. */
export async function runPipeline(
  pages: readonly WebPage[],
  profileFolder: string | null,
): Promise<PipelineRun> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-bench-'))
  const provided = await provideRedis(parseConfig({}), { folder, say: () => {} })
  const redis = new Redis(provided.url)
  const site = await startBenchSite(pages)
  writeFileSync(join(folder, 'feeds.txt'), site.feedList)
  const before = await usedMemory(redis)
  const tree = startTree({ folder, redisUrl: provided.url, hosts: site.hosts, profileFolder })
  try {
    const metricsUrl = await metricsAddress(tree)
    await settled(redis, pages.length)
    const metrics = await (await fetch(metricsUrl)).text()
    const { clustered, lastMs } = await countEvents(redis)
    const seconds = (lastMs - (site.firstPageMs() ?? lastMs)) / 1_000
    const cpuMsPerArticle = await cpuPerArticle(redis, metrics, clustered)
    return {
      articlesPerSecond: round(clustered / seconds),
      clustered,
      cpuMsPerArticle,
      metricsShare: Math.round((cpuMsPerArticle.metrics / cpuMsPerArticle.node) * 10_000) / 10_000,
      redisBytesPerArticle: await bytesPerArticle(redis, before, clustered),
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

/** Waits until every page has its outcome. */
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

async function countEvents(redis: Redis): Promise<{ clustered: number; lastMs: number }> {
  let clustered = 0
  let lastMs = 0
  for await (const { fields } of readEvents(redis, keys.events)) {
    if (/\.(opened|joined)\./.test(fields['type'] ?? '')) clustered += 1
    lastMs = Math.max(lastMs, Date.parse(fields['time'] ?? ''))
  }
  return { clustered, lastMs }
}

async function cpuPerArticle(redis: Redis, metrics: string, clustered: number) {
  const steps: Record<string, number> = {}
  for (const [, step, seconds] of metrics.matchAll(
    /^wirefold_step_duration_seconds_sum\{step="(\w+)"\} (\S+)$/gm,
  )) {
    steps[step ?? ''] = round((Number(seconds) * 1_000) / clustered)
  }
  const cpu = [...metrics.matchAll(/^process_cpu_seconds_total\{.*\} (\S+)$/gm)]
  const node = cpu.reduce((sum, [, seconds]) => sum + Number(seconds), 0)
  const info = await redis.info('cpu')
  const spent = (kind: string) =>
    Number(new RegExp(`^used_cpu_${kind}:(\\S+)`, 'm').exec(info)?.[1] ?? 0)
  return {
    node: round((node * 1_000) / clustered),
    redis: round(((spent('user') + spent('sys')) * 1_000) / clustered),
    steps,
    metrics: Math.round((metricsCpuMs(metrics) / clustered) * 10_000) / 10_000,
  }
}

async function bytesPerArticle(redis: Redis, before: number, clustered: number) {
  const withPages = await usedMemory(redis)
  for await (const names of keysUnderPrefix(redis, keys.page('').slice(0, -1)))
    await redis.del(...names)
  const kept = await usedMemory(redis)
  return {
    kept: Math.round((kept - before) / clustered),
    rawPages: Math.round((withPages - kept) / clustered),
  }
}

async function usedMemory(redis: Redis): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1] ?? 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
