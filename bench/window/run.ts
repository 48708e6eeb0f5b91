import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Told, withProgress } from '../../src/commands/progress.ts'
import { parseConfig } from '../../src/shared/config.ts'
import { type Context, createContext } from '../../src/shared/context.ts'
import { provideRedis } from '../../src/shared/provide/redis.ts'
import type { ReadArticle } from '../../src/shared/schemas.ts'
import { type Assigner, createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { windowArticles } from './articles.ts'
import { openMeter, type WindowMark } from './meter.ts'

interface Wish {
  readonly articles: number
  /** Counts of articles at which everything is measured. */
  readonly marks: readonly number[]
  /** Is told of each of these measurements at once: a large window takes hours. */
  readonly reached: (mark: WindowMark) => void
}

/** What a window took as it filled, and what was left of it when it had passed. */
export interface WindowRun {
  readonly filling: readonly WindowMark[]
  /** So many articles later, all of them from after the window; what is kept of them is in the figures too. */
  readonly passed: WindowMark
}

const seeds = { filling: 31, passed: 32 } as const
const hourMs = 3_600_000
const leaseHours = 48
/** After the articles that fill it comes a pause longer than the window of 72 hours and the day that late ones get. */
const hours = { filling: 60, pause: 100, passed: 1 } as const
/** The assigner closes 256 clusters a look, and looks every 64 commits. */
const closedAnArticle = 4
const fewestPassed = 500
/** More than twice what an article takes. */
const mostBytesAnArticle = 40_000
const admittedTogether = 100

/** Fills a window through the real assigner into a Redis of its own; readers and pages are left out. */
export async function fillWindow(wish: Wish): Promise<WindowRun> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-window-'))
  const memoryMb = 256 + Math.ceil((wish.articles * mostBytesAnArticle) / 1_048_576)
  const config = parseConfig({ REDIS_MAX_MEMORY_MB: String(memoryMb), LOG_LEVEL: 'silent' })
  const provided = await provideRedis(config, { folder, say: () => {} })
  const context = createContext(config, provided.url, 'window')
  try {
    // the file on disk is not what is measured
    await context.redis.config('SET', 'appendonly', 'no')
    return await withProgress('articles', (tell) => fill(context, { ...wish, tell }))
  } finally {
    await context.close()
    await provided.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(
  context: Context,
  { articles, marks, reached, tell }: Wish & { readonly tell: Told },
): Promise<WindowRun> {
  const { scripts, keys } = context
  const lease = [keys.lease('assigner'), keys.fence('assigner')]
  const assigner = createAssigner(context, await scripts.holdLease(lease, [0, leaseHours * hourMs]))
  const meter = await openMeter(context)
  const passedMs = context.now() - hours.passed * hourMs
  const filledMs = passedMs - hours.pause * hourMs
  const filling: WindowMark[] = []
  let done = 0
  const assign = async (made: Iterable<ReadArticle>, total: number) => {
    for (const some of inBatches(made)) {
      await meter.around(() => assignAll(context, assigner, some))
      done += some.length
      tell(done, total)
      if (!marks.includes(done) && done !== articles) continue
      const mark = await meter.read(done)
      filling.push(mark)
      reached(mark)
    }
  }
  const firstMs = filledMs - hours.filling * hourMs
  const count = Math.ceil(articles / closedAnArticle) + fewestPassed
  await assign(
    windowArticles({ count: articles, seed: seeds.filling, firstMs, lastMs: filledMs }),
    articles,
  )
  await assign(
    windowArticles({ count, seed: seeds.passed, firstMs: passedMs, lastMs: context.now() }),
    articles + count,
  )
  return { filling, passed: await meter.read(done) }
}

function* inBatches(made: Iterable<ReadArticle>): Generator<readonly ReadArticle[]> {
  let some: ReadArticle[] = []
  for (const article of made) {
    some.push(article)
    if (some.length < admittedTogether) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

async function assignAll(
  { entries, now }: Context,
  { handler }: Assigner,
  articles: readonly ReadArticle[],
): Promise<void> {
  await entries.admit(
    articles.map(({ entryId }) => entryId),
    now(),
  )
  for (const article of articles) await handler(article)
}
