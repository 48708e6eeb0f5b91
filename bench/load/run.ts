import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { withProgress } from '../../src/commands/progress.ts'
import { parseConfig } from '../../src/shared/config.ts'
import { type Context, createContext } from '../../src/shared/context.ts'
import { entriesOf, lastId, readEvents } from '../../src/shared/eventStream.ts'
import { provideRedis } from '../../src/shared/provide/redis.ts'
import { metricsAddress, startTree } from '../pipeline/tree.ts'
import { type ArticleFlow, sendArticles } from './articles.ts'
import { type Sample, sampleMemory } from './memory.ts'
import { startLoadWeb } from './web.ts'

/** What a run is to be. */
export interface Load extends ArticleFlow {
  readonly maxMemoryMb: number
}

/** What a run was. */
export interface LoadRun {
  readonly seconds: number
  /** Until the last article was sent. */
  readonly sendingSeconds: number
  readonly enqueued: number
  /** How many entries had which outcome. */
  readonly outcomes: Readonly<Record<string, number>>
  /** From the queue to the event, ms, in the order of the events. */
  readonly latenciesMs: readonly number[]
  readonly samples: readonly Sample[]
  /** Events a second that a consumer group reads and acknowledges when it has to catch up. */
  readonly catchUpPerSecond: number
}

const tickMs = 50
const sampleEveryMs = 2_000

/** Runs the whole tree on a Redis of its own under a steady stream of articles. */
export async function runLoad(load: Load): Promise<LoadRun> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-load-'))
  const config = parseConfig({ REDIS_MAX_MEMORY_MB: String(load.maxMemoryMb) })
  const provided = await provideRedis(config, { folder, say: () => {} })
  const context = createContext(config, provided.url, 'load')
  const web = await startLoadWeb(load.hosts)
  writeFileSync(join(folder, 'feeds.txt'), `http://${web.hosts[0]}/feed\n`)
  const tree = startTree({ folder, redisUrl: provided.url, hosts: web.hosts, profileFolder: null })
  try {
    await metricsAddress(tree)
    const afterId = await lastId(context.redis, context.keys.events)
    const samples: Sample[] = []
    const stop = new AbortController()
    const started = performance.now()
    const sampling = keepSampling(context, {
      ...{ root: tree.pid ?? 0, samples },
      ...{ started, stop: stop.signal },
    })
    const enqueued = await withProgress('articles', (tell) =>
      sendArticles(context, web, { ...load, tell }),
    )
    const sendingSeconds = secondsSince(started)
    await settle(context, enqueued)
    const seconds = secondsSince(started)
    stop.abort()
    await sampling
    return {
      seconds,
      sendingSeconds,
      enqueued,
      outcomes: Object.fromEntries((await context.entries.ledger()).outcomes),
      samples,
      latenciesMs: await latencies(context, afterId),
      catchUpPerSecond: await catchUp(context),
    }
  } finally {
    tree.kill('SIGTERM')
    await once(tree, 'exit')
    await web.close()
    await context.close()
    await provided.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const secondsSince = (startMs: number) => (performance.now() - startMs) / 1_000

/** Waits until every entry has an outcome, or nothing moves for two minutes. */
async function settle(context: Context, enqueued: number): Promise<void> {
  let last = { ended: 0, atMs: performance.now() }
  for (;;) {
    const ended = await endedOf(context)
    if (ended >= enqueued || performance.now() - last.atMs > 120_000) return
    if (ended > last.ended) last = { ended, atMs: performance.now() }
    await pause(tickMs)
  }
}

async function endedOf({ entries }: Context): Promise<number> {
  const { outcomes } = await entries.ledger()
  return [...outcomes.values()].reduce((sum, count) => sum + count, 0)
}

interface Sampling {
  readonly root: number
  readonly samples: Sample[]
  readonly started: number
  readonly stop: AbortSignal
}

async function keepSampling(context: Context, sampling: Sampling): Promise<void> {
  const { root, samples, started, stop } = sampling
  while (!stop.aborted) {
    const articles = await endedOf(context)
    const seconds = Math.round(secondsSince(started))
    samples.push(await sampleMemory(context, { root, seconds, articles }))
    await pause(sampleEveryMs, undefined, { signal: stop }).catch(() => {})
  }
}

async function latencies({ redis, keys }: Context, afterId: string): Promise<readonly number[]> {
  const found: number[] = []
  for await (const { fields } of readEvents(redis, keys.events, afterId === '0' ? '-' : afterId)) {
    if (!/\.(opened|joined)\./.test(fields['type'] ?? '')) continue
    const { article } = JSON.parse(fields['data'] ?? '{}') as { article: { firstSeenAt: string } }
    found.push(Date.parse(fields['time'] ?? '') - Date.parse(article.firstSeenAt))
  }
  return found
}

async function catchUp({ redis, keys }: Context): Promise<number> {
  await redis.xgroup('CREATE', keys.events, 'late', '0')
  const started = performance.now()
  let read = 0
  for (;;) {
    const answer: unknown = await redis.xreadgroup(
      ...(['GROUP', 'late', 'me', 'COUNT', 500, 'STREAMS', keys.events, '>'] as const),
    )
    const ids = entriesOf(answer).map(([id]) => id)
    if (ids.length === 0) return Math.round(read / ((performance.now() - started) / 1_000))
    await redis.xack(keys.events, 'late', ...ids)
    read += ids.length
  }
}
