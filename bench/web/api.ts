import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '../../src/shared/context.ts'
import { pause } from '../../src/shared/lifecycle.ts'
import { sendArticles } from '../load/articles.ts'
import { startLoadWeb } from '../load/web.ts'
import { startWirefold } from './webRole.ts'

const requests = 600
/** Requests a second: the pipeline works for half a minute beside them. */
const requestsPerSecond = 20
/** What lists are asked for; the compiler of the server is warm after the first of each. */
const queries = [
  '',
  '?language=de',
  '?text=harbour',
  '?source=daily-7.example',
  '?minSize=2&limit=100',
]
/** Pages as the load is made of. */
const news = { rate: 20, articles: 100_000, medianBytes: 110_000, hosts: 60 }

/** What came of asking for lists while the whole tree reads articles. */
export interface ApiFigures {
  /** 95th percentile of story lists, ms. */
  readonly apiP95Ms: number
  readonly apiMedianMs: number
  /** 95th percentile of requests that do no work, in turn with the lists: what the machine takes by itself. */
  readonly nothingP95Ms: number
  /** Articles that were put into stories meanwhile, a second. */
  readonly besideArticlesPerSecond: number
}

/** Asks for story lists one after the other beside a whole pipeline that works on 20 pages a second. */
export async function measureApi(context: Context, redisUrl: string): Promise<ApiFigures> {
  const web = await startLoadWeb(news.hosts)
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-bench-'))
  const feeds = join(folder, 'feeds.txt')
  writeFileSync(feeds, `http://${web.hosts[0]}/feed\n`)
  const tree = await startWirefold(['up', '--quiet', '--feeds', feeds], {
    REDIS_URL: redisUrl,
    ALLOW_PRIVATE_HOSTS: web.hosts.join(','),
    HOST_GAP_MS: '0',
  })
  const stop = new AbortController()
  const sending = sendArticles(context, web, { ...news, signal: stop.signal })
  try {
    await warmedUp(context)
    const [before, startedMs] = [await clustered(context), performance.now()]
    const times = await askForLists(tree.base)
    const seconds = (performance.now() - startedMs) / 1_000
    const articles = (await clustered(context)) - before
    return {
      apiP95Ms: percentile(times.lists, 0.95),
      apiMedianMs: percentile(times.lists, 0.5),
      nothingP95Ms: percentile(times.nothing, 0.95),
      besideArticlesPerSecond: round(articles / seconds),
    }
  } finally {
    stop.abort()
    await sending
    await tree.close()
    await web.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Times {
  readonly lists: readonly number[]
  /** Of requests that do no work: what the machine takes by itself. */
  readonly nothing: readonly number[]
}

async function askForLists(base: string): Promise<Times> {
  const [lists, nothing]: number[][] = [[], []]
  const startedMs = performance.now()
  for (let number = 0; number < requests; number += 1) {
    const dueMs = startedMs + (number / requestsPerSecond) * 1_000
    await pause(Math.max(0, dueMs - performance.now()), new AbortController().signal)
    lists?.push(await timed(`${base}/api/stories${queries[number % queries.length]}`))
    nothing?.push(await timed(`${base}/healthz`))
  }
  return { lists: lists ?? [], nothing: nothing ?? [] }
}

async function timed(url: string): Promise<number> {
  const askedMs = performance.now()
  const answer = await fetch(url)
  await answer.text()
  if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`)
  return performance.now() - askedMs
}

const warmUpArticles = 100

async function warmedUp(context: Context): Promise<void> {
  while ((await clustered(context)) < warmUpArticles) await pause(100, new AbortController().signal)
}

async function clustered({ entries }: Context): Promise<number> {
  return (await entries.ledger()).outcomes.get('clustered') ?? 0
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return round(sorted[Math.floor(sorted.length * share)] ?? 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
