// node preview.ts PROMETHEUS_URL [FOLDER]: draws every board from what that Prometheus holds, as PNG.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ThresholdsConfig } from '@grafana/data'
import { build } from 'esbuild'

export interface Panel {
  readonly id: number
  readonly type: string
  readonly title: string
  readonly gridPos: { x: number; y: number; w: number; h: number }
  readonly targets?: readonly { expr: string; legendFormat: string }[]
  readonly fieldConfig: {
    defaults: { unit?: string; thresholds?: ThresholdsConfig; custom?: object }
  }
}

export interface Shown {
  readonly panel: Panel
  readonly series: readonly { name: string; values: readonly (readonly [number, number])[] }[]
}

export interface Board {
  readonly title: string
  readonly range: [number, number]
  readonly shown: readonly Shown[]
}

const here = fileURLToPath(new URL('.', import.meta.url))
const boards = join(here, '../../grafana/dashboards')
const chromium = process.env['CHROMIUM'] ?? 'chromium'
const seconds = 150

interface Answer {
  readonly data: {
    readonly result: { metric: Record<string, string>; values: [number, string][] }[]
  }
}

async function seriesOf(origin: string, panel: Panel): Promise<Shown['series']> {
  const end = Date.now() / 1_000
  const lists = (panel.targets ?? []).map(async ({ expr, legendFormat }) => {
    const query = expr.replaceAll('$__rate_interval', '20s').replaceAll(/\$\w+/g, '.*')
    const parameters = { query, start: `${end - seconds}`, end: `${end}`, step: '2' }
    const reply = await fetch(`${origin}/api/v1/query_range?${new URLSearchParams(parameters)}`)
    const { data } = (await reply.json()) as Answer
    return data.result.map(({ metric, values }) => ({
      name: legendFormat.replaceAll(/\{\{(\w+)\}\}/g, (_, label: string) => metric[label] ?? ''),
      values: values.map(([at, value]) => [at, Number(value)] as const),
    }))
  })
  return (await Promise.all(lists)).flat()
}

async function boardOf(origin: string, file: string): Promise<Board> {
  const { title, panels } = JSON.parse(readFileSync(join(boards, file), 'utf8')) as {
    title: string
    panels: Panel[]
  }
  const shown = await Promise.all(
    panels.map(async (panel) => ({ panel, series: await seriesOf(origin, panel) })),
  )
  const now = Date.now()
  const times = shown.flatMap(({ series }) =>
    series.flatMap(({ values }) => values.map(([at]) => at)),
  )
  return { title, range: [Math.min(...times) * 1_000, now], shown }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'page.tsx')],
    bundle: true,
    write: false,
    outdir: here,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.svg': 'text', '.png': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl' },
    logLevel: 'error',
  })
  return outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? ''
}

function html(board: Board, script: string): string {
  const css = readFileSync(join(here, 'node_modules/uplot/dist/uPlot.min.css'), 'utf8')
  const own = `body{background:#111217;color:#ccccdc;font-family:Inter,Helvetica,Arial,sans-serif;font-size:14px;margin:16px}
h1{font-size:20px;font-weight:500;margin:0 0 8px}h2{font-size:15px;font-weight:500;margin:6px 0}*{box-sizing:border-box}button{color:inherit}`
  const data = JSON.stringify(board).replaceAll('<', '\\u003c')
  return `<!doctype html><meta charset=utf-8><style>${css}${own}</style><div id=root></div><script>globalThis.board=${data}</script><script>${script.replaceAll('</script', '<\\/script')}</script>`
}

async function main(): Promise<void> {
  const [origin, folder = join(here, 'pictures')] = process.argv.slice(2)
  if (!origin) throw new Error('usage: node preview.ts PROMETHEUS_URL [FOLDER]')
  mkdirSync(folder, { recursive: true })
  const script = await bundle()
  const work = mkdtempSync(join(tmpdir(), 'preview-'))
  for (const file of readdirSync(boards)) {
    const board = await boardOf(origin, file)
    const bottom = Math.max(...board.shown.map(({ panel: { gridPos } }) => gridPos.y + gridPos.h))
    const page = join(work, `${file}.html`)
    writeFileSync(page, html(board, script))
    const size = `--window-size=${24 * 60 + 32},${bottom * 38 + 70}`
    const picture = join(folder, `board-${file.replace('.json', '.png')}`)
    execFileSync(
      chromium,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--hide-scrollbars',
        '--virtual-time-budget=4000',
        size,
        `--screenshot=${picture}`,
        `file://${page}`,
      ],
      { stdio: 'ignore', timeout: 60_000 },
    )
  }
  rmSync(work, { recursive: true })
}

if (import.meta.main) await main()
