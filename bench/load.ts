import { type Growth, growthOf } from './load/memory.ts'
import { memoryTable } from './load/memoryTable.ts'
import { type LoadRun, runLoad } from './load/run.ts'

interface LoadArguments {
  readonly json: boolean
  /** Articles a second; 20 if left out, 0 = as many as are taken. */
  readonly rate?: number
  /** 60 if left out. */
  readonly seconds?: number
  /** Instead of the seconds. */
  readonly articles?: number
  /** Median; 110,000 if left out. */
  readonly pageBytes?: number
  readonly hosts?: number
}

/** The pipeline under a steady stream or a burst: latency, memory over time, losses. Exit code 1 when a line is crossed. */
export const bench = { name: 'load', run }

/**
 * Lines that must not be crossed. Latency is promised up to so many articles a second: a burst beyond what the machine reads
 * waits in the queue. Growth is judged from so many articles on: before, processes are still warming up.
 */
const lines = {
  ...{ p95Ms: 2_000, p99Ms: 5_000, promisedUpTo: 20 },
  ...{ growthPercent: 5, judgedFrom: 20_000 },
  readerMb: 350,
}

async function run(args: LoadArguments): Promise<void> {
  const rate = args.rate ?? 20
  const articles = args.articles ?? Math.max(1, rate * (args.seconds ?? 60))
  const done = await runLoad({
    rate,
    articles,
    medianBytes: args.pageBytes ?? 110_000,
    hosts: args.hosts ?? 60,
    maxMemoryMb: 4_096,
  })
  const report = reportOf(done, rate)
  if (!args.json) console.log(`${memoryTable(done.samples)}\n`)
  console.log(JSON.stringify(report, null, args.json ? 0 : 2))
  if (report.crossed.length > 0) process.exitCode = 1
}

/** What may become of an article: it is told, or is one that its publisher had before. */
const fates: ReadonlySet<string> = new Set(['clustered', 'dropped:same_article'])

/** Processes compile what they run while the first articles come. */
const warmUpSeconds = 15

interface Figures {
  readonly enqueued: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly lost: number
  readonly articlesPerSecond: number
  /** From the last article sent until all were through. */
  readonly drainSeconds: number
  readonly queueToEventMs: { readonly p50: number; readonly p95: number; readonly p99: number }
  readonly memory: Growth
  readonly catchUpPerSecond: number
  /** Null when there was no rate. */
  readonly catchUpToLive: number | null
}

function reportOf(done: LoadRun, rate: number) {
  const sorted = done.latenciesMs
    .slice(rate * warmUpSeconds)
    .toSorted((left, right) => left - right)
  const percentile = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  const ended = Object.values(done.outcomes).reduce((sum, count) => sum + count, 0)
  const figures: Figures = {
    enqueued: done.enqueued,
    outcomes: done.outcomes,
    lost: done.enqueued - ended,
    articlesPerSecond: Math.round((ended / done.seconds) * 10) / 10,
    drainSeconds: Math.round(done.seconds - done.sendingSeconds),
    queueToEventMs: { p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99) },
    memory: growthOf(done.samples),
    catchUpPerSecond: done.catchUpPerSecond,
    catchUpToLive: rate > 0 ? Math.round(done.catchUpPerSecond / rate) : null,
  }
  return { ...figures, crossed: crossedLines(figures, rate) }
}

function crossedLines(figures: Figures, rate: number): readonly string[] {
  const { enqueued, outcomes, lost, queueToEventMs, memory } = figures
  const failed = Object.entries(outcomes).filter(([outcome]) => !fates.has(outcome))
  const isPromised = rate > 0 && rate <= lines.promisedUpTo
  const readers = Object.entries(memory.processes).filter(([name]) => name.startsWith('reader'))
  return [
    ...(lost > 0 ? [`${lost} entries without outcome`] : []),
    ...failed.map(([outcome, count]) => `${count} entries ${outcome}`),
    ...(isPromised && queueToEventMs.p95 > lines.p95Ms ? ['p95 from queue to event'] : []),
    ...(isPromised && queueToEventMs.p99 > lines.p99Ms ? ['p99 from queue to event'] : []),
    ...readers.flatMap(([name, { mostMb }]) =>
      mostMb > lines.readerMb ? [`memory of ${name}`] : [],
    ),
    ...(enqueued >= lines.judgedFrom ? whatGrows(memory) : []),
  ]
}

function whatGrows(growth: Growth): readonly string[] {
  const { processes, assignerACluster, webAStory, redisAnArticle } = growth
  const { assigner: _, web: __, ...others } = processes
  const growths = {
    ...Object.fromEntries(
      Object.entries(others).map(([name, { growthPercent }]) => [name, growthPercent]),
    ),
    'the assigner a cluster': assignerACluster.growthPercent,
    'web a story': webAStory.growthPercent,
    'Redis an article': redisAnArticle.growthPercent,
  }
  return Object.entries(growths)
    .filter(([, percent]) => percent > lines.growthPercent)
    .map(([of, percent]) => `memory of ${of} grows by ${percent} %`)
}
