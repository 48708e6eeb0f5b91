import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '../src/shared/config.ts'
import { createContext } from '../src/shared/context.ts'
import { provideRedis } from '../src/shared/provide/redis.ts'
import { measureApi } from './web/api.ts'
import { measurePage, measureStart } from './web/browser.ts'
import { measureCatchUp, measureSnapshot } from './web/consumers.ts'
import { fillStories } from './web/store.ts'
import { startWebRole } from './web/webRole.ts'

/** What a reader waits for: API, page, consumers, and the way from `npm start` to a story. Exit code 1 below a floor. */
export const bench = { name: 'web', run }

const sizes = { page: 5_000, api: 10_000 }
const eventsPerSecond = 20
/** What a figure may be at most. */
const most = {
  apiP95Ms: 50,
  firstContentMs: 1_000,
  layoutShift: 0,
  newsOnPageMs: 5_000,
  snapshotMs: 2_000,
  startToStoryMs: 30_000,
}
/** What it must be at least; the second and third say that what is measured beside really went on. */
const least = { catchUpTimesLive: 20, eventsPerMinute: 10_000, besideArticlesPerSecond: 15 }

type Figures = Readonly<Record<keyof typeof most | keyof typeof least, number | null>>

async function run({ json }: { json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-bench-'))
  const provided = await provideRedis(parseConfig({}), { folder, say: () => {} })
  const config = { ...parseConfig({}), LOG_LEVEL: 'silent' as const }
  const context = createContext(config, provided.url, 'bench')
  let figures: Figures
  try {
    await fillStories(context, 0, sizes.page)
    const page = await withWeb(provided.url, (base) => measurePage(context, base))
    await fillStories(context, sizes.page, sizes.api)
    const api = await measureApi(context, provided.url)
    const snapshotMs = await measureSnapshot(provided.url)
    const catchUpTimesLive = (await measureCatchUp(context, provided.url)) / eventsPerSecond
    figures = {
      ...page,
      ...api,
      snapshotMs,
      catchUpTimesLive,
      startToStoryMs: await measureStart(),
    }
  } finally {
    await context.close()
    await provided.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const missed = missedFloors(figures)
  console.log(JSON.stringify({ ...figures, floors: { most, least }, missed }, null, json ? 0 : 2))
  if (missed.length > 0) process.exitCode = 1
}

async function withWeb<T>(redisUrl: string, measure: (base: string) => Promise<T>): Promise<T> {
  const web = await startWebRole(redisUrl)
  try {
    return await measure(web.base)
  } finally {
    await web.close()
  }
}

/** Names of the figures beyond their floors; what could not be measured is none of them. */
function missedFloors(figures: Figures): readonly string[] {
  const beyond = (floors: Readonly<Record<string, number>>, isBeyond: typeof isMore) =>
    Object.entries(floors).flatMap(([name, floor]) => {
      const value = figures[name as keyof Figures]
      return value !== null && isBeyond(value, floor) ? [name] : []
    })
  return [...beyond(most, isMore), ...beyond(least, (value, floor) => isMore(floor, value))]
}

const isMore = (value: number, floor: number) => value > floor
