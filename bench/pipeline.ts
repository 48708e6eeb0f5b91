import { DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'
import { makePages, type SamplePage } from '../demo/pages.ts'
import { type PipelineRun, runPipeline } from './pipeline/run.ts'

interface PipelineArguments {
  readonly json: boolean
  /** Pages a run; 2,000 if left out. */
  readonly pages?: number
  /** Bytes of script added to every page, for pages of web size. */
  readonly pageBytes?: number
  readonly runs?: number
}

/** The whole pipeline on made-up pages: articles per second, CPU and Redis memory per article, by step. */
export const bench = { name: 'pipeline', run }

const seed = 7

async function run(args: PipelineArguments): Promise<void> {
  const pages = [...makePages(args.pages ?? 2_000, seed, args.pageBytes ?? 0)]
  const runs: PipelineRun[] = []
  for (let turn = 0; turn < (args.runs ?? 3); turn += 1) {
    const result = await runPipeline(pages)
    if (!args.json) console.error(`run ${turn + 1}: ${result.articlesPerSecond} articles/s`)
    runs.push(result)
  }
  const middle = runs.toSorted((left, right) => left.articlesPerSecond - right.articlesPerSecond)[
    Math.floor(runs.length / 2)
  ]
  if (!middle) return
  const parseMs = parseOnlyCpuMs(pages)
  const result = {
    pages: pages.length,
    medianPageBytes: medianOf(pages.map(({ html }) => html.length)),
    runs: runs.map(({ articlesPerSecond }) => articlesPerSecond),
    ...middle,
    parseOnlyCpuMs: round(parseMs),
    ratioToParse: round(middle.cpuMsPerArticle.node / parseMs),
  }
  console.log(JSON.stringify(result, null, args.json ? 0 : 2))
}

/** CPU of an htmlparser2 parse and nothing else, per page: what no reader of HTML can go below. */
function parseOnlyCpuMs(pages: readonly SamplePage[]): number {
  const texts = pages.map(({ html }) => html.toString('latin1'))
  const started = process.cpuUsage()
  for (const text of texts) new Parser(new DomHandler()).end(text)
  const used = process.cpuUsage(started)
  return (used.user + used.system) / 1_000 / pages.length
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
