import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Redis } from 'ioredis'
import { parseConfig } from '../src/shared/config.ts'
import { type Context, createContext } from '../src/shared/context.ts'
import { provideRedis } from '../src/shared/provide/redis.ts'
import type { Item } from '../src/shared/queues.ts'
import type { Entry, PageRef } from '../src/shared/schemas.ts'
import { type In, stages } from '../src/shared/stages.ts'

/** Memory of a waiting job: as it is, the same on a Redis with stock settings, and a plain BullMQ job there. */
export const bench = { name: 'jobs', run }

const jobs = 10_000
/** A feed's worth at a time: buffers of a long pipeline would count as memory of jobs. */
const batch = 100
/** Redis' own default for the longest value of a compact hash, bytes. */
const stockValue = '64'

async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-jobs-'))
  const provided = await provideRedis(parseConfig({}), { folder, say: () => {} })
  const context = createContext({ ...parseConfig({}), KEY_PREFIX: 'jobs' }, provided.url, 'bench')
  try {
    const { queues, redis } = context
    const ours = await bytesPerJob(redis, (stage, items) => queues.enqueue(stage, items))
    await redis.config('SET', 'hash-max-ziplist-value', stockValue)
    const stock = await bytesPerJob(redis, (stage, items) => queues.enqueue(stage, items))
    const plain = await bytesPerJob(redis, (stage, items) => enqueuePlain(context, stage, items))
    const ratios = { stock: ratiosOf(ours, stock), plain: ratiosOf(ours, plain) }
    console.log(JSON.stringify({ jobs, ours, stock, plain, ratios }))
  } finally {
    await context.close()
    await provided.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Waiting = 'fetch' | 'read'
type Enqueue = <S extends Waiting>(stage: S, items: readonly Item<S>[]) => Promise<void>

/** As BullMQ's manual has it: the whole payload, and the retries in every job. */
async function enqueuePlain<S extends Waiting>(
  { queues }: Context,
  stage: S,
  items: readonly Item<S>[],
): Promise<void> {
  const { attempts, backoff, queue } = stages[stage]
  await queues
    .all()
    .find(({ name }) => name === queue)
    ?.addBulk(
      items.map(({ id, payload }) => ({
        name: stage,
        data: payload,
        opts: { jobId: id, attempts, backoff },
      })),
    )
}

/** Bytes of a waiting job by its payload: a reference of 100 bytes, an entry, a fetched page. */
async function bytesPerJob(redis: Redis, enqueue: Enqueue) {
  const entries = Array.from({ length: jobs }, (_, number) => anEntry(number))
  const bare = entries.map(({ entryId }) => ({ entryId, url: '/'.repeat(90) }) as Entry)
  const measure = <S extends Waiting>(stage: S, payloads: readonly In<S>[]) =>
    memoryOf(redis, payloads, (some) =>
      enqueue(
        stage,
        some.map((payload) => ({ id: payload.entryId, payload })),
      ),
    )
  return {
    bare: await measure('fetch', bare),
    fetch: await measure('fetch', entries),
    read: await measure('read', entries.map(aPage)),
  }
}

type Bytes = Awaited<ReturnType<typeof bytesPerJob>>

function ratiosOf(ours: Bytes, theirs: Bytes): Bytes {
  const ratio = (payload: keyof Bytes) => Math.round((ours[payload] / theirs[payload]) * 100) / 100
  return { bare: ratio('bare'), fetch: ratio('fetch'), read: ratio('read') }
}

const aPage = (entry: Entry): PageRef => ({
  entryId: entry.entryId,
  entry,
  url: entry.url,
  contentType: 'text/html; charset=utf-8',
})

async function memoryOf<T>(
  redis: Redis,
  payloads: readonly T[],
  fill: (some: readonly T[]) => Promise<void>,
): Promise<number> {
  await redis.flushall()
  const used = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1])
  const before = await used()
  for (let from = 0; from < payloads.length; from += batch) {
    await fill(payloads.slice(from, from + batch))
  }
  return Math.round(((await used()) - before) / jobs)
}

const words =
  'Harbour bridge closed after the storm as engineers look for damage under the road'.split(' ')

/** An entry as most feeds tell it: a title of six to fourteen words, half of the guids the link again, no text worth keeping. */
function anEntry(number: number): Entry {
  const id = number.toString(16).padStart(20, '0')
  const title = words.slice(0, 6 + (number % 9)).join(' ')
  const url = `https://news.example/world/${title.toLowerCase().replaceAll(' ', '-')}-${number}.html`
  return {
    entryId: `a${id}`,
    url,
    feed: 'https://news.example/feeds/world.xml',
    guid: number % 2 === 0 ? url : `https://news.example/?p=${number}`,
    title,
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
