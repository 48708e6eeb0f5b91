import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { onTestFinished, type TestContext as Task } from 'vitest'
import { needProgram } from './debianProgram.ts'

/** Quiet flags: without them the browser looks for its maker's servers. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real browser until the test ends; the test is skipped where none can be had. */
export async function openBrowser(task: Task): Promise<Browser> {
  const { path, env } = await needProgram('chromium', task)
  const browser = await chromium.launch({
    executablePath: path,
    args: flags,
    env: { ...env } as Record<string, string>,
  })
  onTestFinished(() => browser.close())
  return browser
}

/** Addresses asked for, problems met, and how far things have moved without the reader's doing. */
export interface Watched {
  readonly page: Page
  readonly hosts: ReadonlySet<string>
  readonly problems: readonly string[]
  /** Cumulative layout shift (web.dev/articles/cls), 0 = nothing moved. */
  layoutShift(): Promise<number>
}

// scripts for the browser are texts: the types here are those of Node
const sumShifts = `
  globalThis.shift = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })`

/** Opens an address and watches what comes of it. */
export async function watchPage(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<Watched> {
  const page = await browser.newPage(options)
  const hosts = new Set<string>()
  const problems: string[] = []
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  page.on('pageerror', ({ message }) => problems.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.addInitScript(sumShifts)
  await page.goto(url)
  return { page, hosts, problems, layoutShift: () => page.evaluate<number>('shift') }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

/** What axe-core finds serious or critical on the page as it is now, as `rule: element`. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResult>('axe.run()')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** Pixels the content is wider than the window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
}

/** Text of the element that has the focus. */
export function focusedText(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent')
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}
