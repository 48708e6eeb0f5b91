import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Redis } from 'ioredis'
import { Minhash } from 'minhash'
import { parseConfig } from '../../src/shared/config.ts'
import { type Context, createContext } from '../../src/shared/context.ts'
import { provideRedis } from '../../src/shared/provide/redis.ts'
import type { ReadArticle } from '../../src/shared/schemas.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { anchorsOfArticle, createCopyIndex } from '../../src/workers/assign/copyIndex.ts'
import { readArticle } from '../readArticle.ts'

/** What the copy index costs in a real Redis, per article. */
export interface RedisFigures {
  readonly redis: {
    /** Anchors and record. */
    readonly bytes: number
    readonly keys: number
    /** Of the look-up with all that is needed to compare; storing is part of the commit. */
    readonly roundTrips: number
    /** Time Redis spends on a look-up. */
    readonly serverMicros: number
  }
  /** Fingerprint, look-up, decision and commit of ours against the package with 32 bands of 4 in sets. */
  readonly pathSpeedup: number
}

const mostTexts = 1_500
const comparedTexts = 150
const startMs = Date.UTC(2026, 0, 1)

/** Sends the texts through the real assigner into a Redis of its own. */
export async function measureRedisPath(texts: readonly string[]): Promise<RedisFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-copies-'))
  const provided = await provideRedis(parseConfig({}), { folder, say: () => {} })
  const context = createContext({ ...parseConfig({}), LOG_LEVEL: 'silent' }, provided.url, 'bench')
  try {
    const sample = texts.slice(0, mostTexts)
    const ours = await ownPath(context, sample)
    const articles = sample.map(toArticle)
    const lookUps = await measureLookUps(context, articles)
    const stored = await measureKeys(context)
    const theirs = await packagePath(context.redis, sample.slice(0, comparedTexts))
    return {
      redis: {
        bytes: Math.round(stored.bytes / sample.length),
        keys: round(stored.keys / sample.length),
        ...lookUps,
      },
      pathSpeedup: round(theirs / ours),
    }
  } finally {
    await context.close()
    await provided.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds an article. */
async function ownPath(context: Context, texts: readonly string[]): Promise<number> {
  const { scripts, keys } = context
  const token = await scripts.holdLease(
    [keys.lease('assigner'), keys.fence('assigner')],
    [0, 600_000],
  )
  const { handler } = createAssigner(context, token)
  const started = performance.now()
  for (const [at, text] of texts.entries()) await handler(toArticle(text, at))
  return (performance.now() - started) / texts.length
}

async function measureLookUps(context: Context, articles: readonly ReadArticle[]) {
  const index = createCopyIndex(context, await context.stories.generations())
  const number = (await context.stories.commits()) + 1
  await context.redis.config('RESETSTAT')
  for (const article of articles)
    await index.find(article, anchorsOfArticle(article), {
      streamMs: article.timeMs,
      number,
    })
  const stats = await context.redis.info('commandstats')
  const [, calls = '0', micros = '0'] = /cmdstat_evalsha:calls=(\d+),usec=(\d+)/.exec(stats) ?? []
  return {
    roundTrips: round(Number(calls) / articles.length),
    serverMicros: round(Number(micros) / articles.length),
  }
}

async function measureKeys({ redis, keys }: Context): Promise<{ bytes: number; keys: number }> {
  const total = { bytes: 0, keys: 0 }
  let cursor = '0'
  do {
    const [following, found] = await redis.scan(
      cursor,
      'MATCH',
      `${keys.prefix}:copies:*`,
      'COUNT',
      1_000,
    )
    for (const key of found) total.bytes += Number(await redis.memory('USAGE', key))
    total.keys += found.length
    cursor = following
  } while (cursor !== '0')
  return total
}

const bands = 32
const rows = 4

/** The package as its documentation shows it, its bands in Redis sets. Milliseconds an article. */
async function packagePath(redis: Redis, texts: readonly string[]): Promise<number> {
  const started = performance.now()
  for (const [at, text] of texts.entries()) {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    const minhash = new Minhash()
    for (let from = 0; from + 3 <= words.length; from += 1)
      minhash.update(words.slice(from, from + 3).join(' '))
    const names = Array.from(
      { length: bands },
      (_, band) =>
        `lsh:${band}:${minhash.hashvalues.slice(band * rows, band * rows + rows).join(':')}`,
    )
    const lookUp = redis.pipeline()
    for (const name of names) lookUp.smembers(name)
    const found = new Set(
      ((await lookUp.exec()) ?? []).flatMap(([, members]) => members as string[]),
    )
    if (found.size > 0) await redis.mget([...found].map((id) => `lsh:signature:${id}`))
    const insert = redis
      .pipeline()
      .set(`lsh:signature:${at}`, JSON.stringify(minhash.hashvalues), 'EX', 86_400)
    for (const name of names) insert.sadd(name, String(at)).expire(name, 86_400)
    await insert.exec()
  }
  return (performance.now() - started) / texts.length
}

function toArticle(text: string, at: number): ReadArticle {
  return readArticle({
    source: `paper-${at}.example`,
    path: `/${at}`,
    title: text.slice(0, 80),
    paragraphs: text.split(/\n+/).filter((paragraph) => paragraph !== ''),
    lang: 'en',
    timeMs: startMs + at * 60_000,
  })
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
