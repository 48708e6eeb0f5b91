import { gunzipSync } from 'node:zlib'
import { DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'
import { type PipelineRun, runPipeline } from './pipeline/run.ts'
import { type WebPage, webPages } from './pipeline/webPages.ts'

interface PipelineArguments {
  readonly json: boolean
  /** Pages a run; 2,000 if left out. */
  readonly pages?: number
  /** Pages read before anything is measured; 2,000 if left out, so that V8 has compiled what readers and assigner run. */
  readonly warmUp?: number
  /** Median size of a page; 110,000 if left out. */
  readonly pageBytes?: number
  /** Publishers; 60 if left out, 1 is the worst case: one source for all pages. */
  readonly hosts?: number
  readonly runs?: number
  /** Folder for CPU profiles of all processes. */
  readonly profile?: string
}

/** The whole pipeline on made-up pages, once it runs: articles per second, CPU and Redis memory per article, by step. */
export const bench = { name: 'pipeline', run }

const seed = 7

async function run(args: PipelineArguments): Promise<void> {
  const { pages: count = 2_000, warmUp = 2_000 } = args
  const made = [
    ...webPages({
      count: warmUp + count,
      seed,
      medianBytes: args.pageBytes ?? 110_000,
      hosts: args.hosts ?? 60,
    }),
  ]
  const wish = {
    warmUp: made.slice(0, warmUp),
    pages: made.slice(warmUp),
    profileFolder: args.profile ?? null,
  }
  const runs: PipelineRun[] = []
  for (let turn = 0; turn < (args.runs ?? 3); turn += 1) {
    const result = await runPipeline(wish)
    if (!args.json) console.error(`run ${turn + 1}: ${result.articlesPerSecond} articles/s`)
    runs.push(result)
  }
  const middle = runs.toSorted((left, right) => left.articlesPerSecond - right.articlesPerSecond)[
    Math.floor(runs.length / 2)
  ]
  if (!middle) return
  const parseMs = parseOnlyCpuMs(wish.pages)
  const result = {
    pages: count,
    warmUp,
    medianPageBytes: medianOf(wish.pages.map(({ bytes }) => bytes)),
    runs: runs.map(({ articlesPerSecond }) => articlesPerSecond),
    ...middle,
    parseOnlyCpuMs: round(parseMs),
    ratioToParse: round(middle.cpuMsPerArticle.node / parseMs),
  }
  console.log(JSON.stringify(result, null, args.json ? 0 : 2))
}

/** CPU of an htmlparser2 parse and nothing else, per page: what no reader of HTML can go below. */
function parseOnlyCpuMs(pages: readonly WebPage[]): number {
  const texts = pages.slice(0, 500).map(({ gzip }) => gunzipSync(gzip).toString('latin1'))
  const started = process.cpuUsage()
  for (const text of texts) new Parser(new DomHandler()).end(text)
  const used = process.cpuUsage(started)
  return (used.user + used.system) / 1_000 / texts.length
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
