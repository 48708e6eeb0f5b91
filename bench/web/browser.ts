import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Context } from '../../src/shared/context.ts'
import { provideProgram } from '../../test/support/debianProgram.ts'
import { startEvents, tellNews } from './store.ts'
import { startWirefold } from './webRole.ts'

/** Events a second while the page is watched: 10,000 a minute. */
const busyEventsPerSecond = 167
const watchedMs = 10_000

// scripts for the browser are texts: the types here are those of Node
const watchShifts = `
  globalThis.shift = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })`
const firstPaint = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0`

/** Null where there is no browser. */
interface PageFigures {
  /** The later of first paint and first headline. */
  readonly firstContentMs: number | null
  /** How far things move while events come. */
  readonly layoutShift: number | null
  /** Events that really came while the page was watched. */
  readonly eventsPerMinute: number | null
  /** From the last of these events to its headline on the page. */
  readonly newsOnPageMs: number | null
}

const noPage: PageFigures = {
  firstContentMs: null,
  layoutShift: null,
  eventsPerMinute: null,
  newsOnPageMs: null,
}

/** What a reader of the front page waits for, alone and while 10,000 events a minute come. */
export async function measurePage(context: Context, base: string) {
  return withBrowser(noPage, async (browser) => {
    // the first page of a browser pays for the browser
    await (await browser.newPage()).goto('about:blank')
    const page = await browser.newPage()
    await page.addInitScript(watchShifts)
    const startedMs = performance.now()
    await page.goto(base, { waitUntil: 'commit' })
    await page.locator('.headline').first().waitFor()
    const headlineMs = performance.now() - startedMs
    const firstContentMs = Math.max(headlineMs, (await page.evaluate(firstPaint)) as number)
    const busy = await watchBusyPage(context, page)
    return { firstContentMs: Math.round(firstContentMs), ...busy }
  })
}

async function watchBusyPage(context: Context, page: Page) {
  const events = startEvents(context, busyEventsPerSecond)
  const startedMs = performance.now()
  await page.waitForTimeout(watchedMs)
  const minutes = (performance.now() - startedMs) / 60_000
  const written = events.written()
  await events.close()
  const [headline, toldMs] = [await tellNews(context), performance.now()]
  await page.getByRole('link', { name: headline }).waitFor()
  const newsOnPageMs = Math.round(performance.now() - toldMs)
  const shift = (await page.evaluate('shift')) as number
  return {
    layoutShift: Math.round(shift * 10_000) / 10_000,
    eventsPerMinute: Math.round(written / minutes),
    newsOnPageMs,
  }
}

/** From the start of wirefold on the sample news web to the first story in a browser, without a reload, ms. */
export async function measureStart(): Promise<number | null> {
  return withBrowser(null, async (browser) => {
    const folder = mkdtempSync(join(tmpdir(), 'wirefold-bench-'))
    const page = await browser.newPage()
    const startedMs = performance.now()
    const started = await startWirefold(['start', '--quiet'], { DATA_DIR: folder })
    try {
      await page.goto(started.base)
      await page.locator('.headline').first().waitFor({ timeout: 120_000 })
      return Math.round(performance.now() - startedMs)
    } finally {
      await started.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

/** Without a browser there is no figure. */
async function withBrowser<T>(none: T, measure: (browser: Browser) => Promise<T>): Promise<T> {
  const found = await provideProgram('chromium')
  if (!('path' in found)) return none
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    env: { ...found.env } as Record<string, string>,
  })
  try {
    return await measure(browser)
  } finally {
    await browser.close()
  }
}
