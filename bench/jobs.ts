import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '../src/shared/config.ts'
import { type Context, createContext } from '../src/shared/context.ts'
import { provideRedis } from '../src/shared/provide/redis.ts'
import type { Entry } from '../src/shared/schemas.ts'

/** Memory of a waiting job, with the settings of a provided Redis and with stock settings. */
export const bench = { name: 'jobs', run }

const jobs = 20_000
/** Redis' own default for the longest value of a compact hash, bytes. */
const stockValue = '64'

async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-jobs-'))
  const provided = await provideRedis(parseConfig({}), { folder, say: () => {} })
  const context = createContext({ ...parseConfig({}), KEY_PREFIX: 'jobs' }, provided.url, 'bench')
  try {
    const ours = await bytesPerJob(context)
    await context.redis.config('SET', 'hash-max-ziplist-value', stockValue)
    const stock = await bytesPerJob(context)
    const ratio = (stage: keyof typeof ours) => Math.round((ours[stage] / stock[stage]) * 100) / 100
    const ratios = { bare: ratio('bare'), fetch: ratio('fetch'), read: ratio('read') }
    console.log(JSON.stringify({ jobs, ours, stock, ratios }))
  } finally {
    await context.close()
    await provided.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bytes of a waiting job by its payload: a reference of 100 bytes, an entry, a fetched page. */
async function bytesPerJob(context: Context) {
  const entries = Array.from({ length: jobs }, (_, number) => anEntry(number))
  const bare = await memoryOf(context, () =>
    context.queues.enqueue(
      'fetch',
      entries.map(({ entryId }) => ({ id: entryId, payload: { url: '/'.repeat(90) } as Entry })),
    ),
  )
  const fetch = await memoryOf(context, () =>
    context.queues.enqueue(
      'fetch',
      entries.map((payload) => ({ id: payload.entryId, payload })),
    ),
  )
  const read = await memoryOf(context, () =>
    context.queues.enqueue(
      'read',
      entries.map((entry) => ({
        id: entry.entryId,
        payload: { entryId: entry.entryId, entry, url: entry.url, contentType: 'text/html' },
      })),
    ),
  )
  return { bare, fetch, read }
}

async function memoryOf({ redis }: Context, fill: () => Promise<void>): Promise<number> {
  await redis.flushall()
  const used = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1])
  const before = await used()
  await fill()
  return Math.round(((await used()) - before) / jobs)
}

/** An entry as most feeds tell it: a title, no text worth keeping. */
function anEntry(number: number): Entry {
  const id = number.toString(16).padStart(20, '0')
  return {
    entryId: `a${id}`,
    url: `https://news.example/world/harbour-bridge-closed-after-storm-${number}.html`,
    feed: 'https://news.example/feeds/world.xml',
    guid: `https://news.example/?p=${number}`,
    title: 'Harbour bridge closed after the storm',
    summary: null,
    publishedAt: 'Sun, 22 Nov 2026 12:00:00 GMT',
    updatedAt: null,
    author: null,
    language: 'en',
    hasContent: false,
    firstSeenMs: Date.UTC(2026, 10, 22, 12),
    version: null,
  }
}
