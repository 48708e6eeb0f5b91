import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Context } from '../../src/shared/context.ts'
import { redisFacts } from '../redisFacts.ts'
import { bytesByKind } from './keyBytes.ts'

/** What a window of so many articles takes. */
export interface WindowMark {
  readonly articles: number
  readonly liveClusters: number
  /** Bytes an article in Redis: all of it, and by kind of key. */
  readonly redisBytes: number
  readonly redisBytesByKind: Readonly<Record<string, number>>
  /** The heap of the assigner after a collection: all of it, and bytes a live cluster. */
  readonly assignerMb: number
  readonly assignerBytes: number
  /** CPU of the assigner and of Redis an article, ms, since the mark before. */
  readonly cpuMs: number
  readonly redisCpuMs: number
}

/** Measures what is there now and what was done since the last reading. */
export interface Meter {
  /** What is done in here is the assigner's work. */
  around(work: () => Promise<void>): Promise<void>
  read(articles: number): Promise<WindowMark>
}

/** A meter whose zero is now. */
export async function openMeter(context: Context): Promise<Meter> {
  const { redis, keys } = context
  const collect = collector()
  collect()
  const [heapBefore, bytesBefore] = [
    process.memoryUsage().heapUsed,
    (await redisFacts(redis)).bytes,
  ]
  let last = { articles: 0, cpuMs: 0, redisCpuMs: (await redisFacts(redis)).cpuMs }
  let cpuMs = 0
  return {
    async around(work) {
      const before = threadMs()
      await work()
      cpuMs += threadMs() - before
    },

    async read(articles) {
      const { bytes, cpuMs: redisCpuMs } = await redisFacts(redis)
      collect()
      const heap = process.memoryUsage().heapUsed - heapBefore
      const liveClusters = await redis.hlen(keys.clusters)
      const since = Math.max(1, articles - last.articles)
      const mark: WindowMark = {
        articles,
        liveClusters,
        redisBytes: Math.round((bytes - bytesBefore) / articles),
        redisBytesByKind: anArticle(await bytesByKind(context), articles),
        assignerMb: Math.round(heap / 1_048_576),
        assignerBytes: Math.round(heap / Math.max(1, liveClusters)),
        cpuMs: rounded((cpuMs - last.cpuMs) / since),
        redisCpuMs: rounded((redisCpuMs - last.redisCpuMs) / since),
      }
      last = { articles, cpuMs, redisCpuMs: (await redisFacts(redis)).cpuMs }
      return mark
    },
  }
}

/** Kinds of less than a byte an article are left out. */
function anArticle(
  bytes: Readonly<Record<string, number>>,
  articles: number,
): Readonly<Record<string, number>> {
  const shares = Object.entries(bytes).map(
    ([kind, all]) => [kind, Math.round(all / articles)] as const,
  )
  return Object.fromEntries(shares.filter(([, share]) => share > 0))
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

const rounded = (value: number): number => Math.round(value * 100) / 100
