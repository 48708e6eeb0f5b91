import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseConfig } from '../../src/shared/config.ts'
import { type Context, createContext } from '../../src/shared/context.ts'
import { provideRedis } from '../../src/shared/provide/redis.ts'
import { parseInfo } from '../../src/shared/redis.ts'
import { metricsAddress, startTree } from '../pipeline/tree.ts'
import { startFlood } from './flood.ts'

/** Publishers that bring far more than is read. */
export interface Overload {
  /** New entries the feeds offer a second. */
  readonly perSecond: number
  readonly seconds: number
  /** What Redis may use. */
  readonly memoryMb: number
  /** Median. */
  readonly pageBytes: number
  readonly hosts: number
  /** Polls at a time: what they bring together cannot be held back, so it must be little of the memory. */
  readonly pollConcurrency: number
}

/** What became of it. */
export interface OverloadRun {
  /** Entries the feeds have shown, taken up or not. */
  readonly offered: number
  readonly seen: number
  readonly ended: number
  /** The most Redis used of what it may, 0..1. */
  readonly peakShare: number
  /** Polling was held back at some time. */
  readonly heldBack: boolean
  /** From the end of the flood until nothing was in flight. */
  readonly drainSeconds: number
}

const lookEveryMs = 250
/** Nothing moved for so long: what is left is lost. */
const patientMs = 120_000

/** Runs the whole tree on a Redis of its own while feeds offer too much, and until all it took is through. */
export async function runOverload(wish: Overload): Promise<OverloadRun> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-overload-'))
  const config = parseConfig({ REDIS_MAX_MEMORY_MB: String(wish.memoryMb) })
  const provided = await provideRedis(config, { folder, say: () => {} })
  const context = createContext(config, provided.url, 'overload')
  const flood = await startFlood(wish)
  writeFileSync(join(folder, 'feeds.txt'), flood.feeds.join('\n'))
  const settings = {
    POLL_MIN_SECONDS: '1',
    POLL_MAX_SECONDS: '1',
    POLL_CONCURRENCY: String(wish.pollConcurrency),
  }
  const { url: redisUrl } = provided
  const tree = startTree({ folder, redisUrl, hosts: flood.hosts, profileFolder: null, settings })
  try {
    const metricsUrl = await metricsAddress(tree)
    const peak = watchPeak(context, metricsUrl)
    await pause(wish.seconds * 1_000)
    flood.end()
    const ended = performance.now()
    const through = await drained(context)
    return {
      offered: flood.offered(),
      ...through,
      ...(await peak.close()),
      drainSeconds: Math.round((performance.now() - ended) / 1_000),
    }
  } finally {
    tree.kill('SIGTERM')
    await once(tree, 'exit')
    await flood.close()
    await context.close()
    await provided.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Looks at the memory of Redis, and at the brakes, until closed. */
function watchPeak({ redis }: Context, metricsUrl: string) {
  const stop = new AbortController()
  const watch = async () => {
    let [peakShare, heldBack] = [0, false]
    while (!stop.signal.aborted) {
      const facts = parseInfo(await redis.info('memory'))
      const share = Number(facts.get('used_memory')) / Number(facts.get('maxmemory'))
      peakShare = Math.max(peakShare, Math.round(share * 1_000) / 1_000)
      const metrics = heldBack ? '' : await (await fetch(metricsUrl)).text()
      heldBack ||= /^wirefold_backpressure\{level="(polling|fetching)"\} 1$/m.test(metrics)
      await pause(lookEveryMs, undefined, { signal: stop.signal }).catch(() => {})
    }
    return { peakShare, heldBack }
  }
  const watching = watch()
  return {
    close() {
      stop.abort()
      return watching
    },
  }
}

/** Waits until nothing is in flight, or nothing moves any more. */
async function drained({ entries }: Context): Promise<{ seen: number; ended: number }> {
  let last = { ended: -1, atMs: performance.now() }
  for (;;) {
    const { seen, outcomes, inFlight } = await entries.ledger()
    const ended = [...outcomes.values()].reduce((sum, count) => sum + count, 0)
    const isOver = inFlight === 0 && seen > 0
    if (isOver || performance.now() - last.atMs > patientMs) return { seen, ended }
    if (ended > last.ended) last = { ended, atMs: performance.now() }
    await pause(lookEveryMs)
  }
}
