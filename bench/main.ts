import { Command } from 'commander'
import { UsageError } from '../src/shared/errors.ts'

/** What every benchmark is called with; each reads what it knows. */
interface Arguments {
  readonly data: string | null
  readonly json: boolean
  readonly peers: boolean
  readonly models?: string
  readonly baselines: boolean
  readonly transforms: boolean
  readonly memory: boolean
  readonly worst: boolean
  readonly undated: boolean
  readonly links: boolean
  readonly pairs: boolean
  readonly shuffle?: number
  readonly pack?: number
  readonly pages?: number
  readonly warmUp?: number
  readonly pageBytes?: number
  readonly hosts?: number
  readonly runs?: number
  readonly feeds?: number
  readonly rate?: number
  readonly seconds?: number
  readonly articles?: number
  readonly memoryMb?: number
  readonly profile?: string
  readonly hours?: number
  readonly seed?: number
}

interface Bench {
  readonly name: string
  run(args: Arguments): void | Promise<void>
}

/** Loaded one at a time, so that a benchmark pays for its own imports only. */
const benches: Readonly<Record<string, () => Promise<{ bench: Bench }>>> = {
  pipeline: () => import('./pipeline.ts'),
  jobs: () => import('./jobs.ts'),
  load: () => import('./load.ts'),
  overload: () => import('./overload.ts'),
  window: () => import('./window.ts'),
  clean: () => import('./clean.ts'),
  language: () => import('./language.ts'),
  copies: () => import('./copies.ts'),
  generated: () => import('./generated.ts'),
  templates: () => import('./templates.ts'),
  assigner: () => import('./assigner.ts'),
  stories: () => import('./stories.ts'),
  feeds: () => import('./feeds.ts'),
  schedule: () => import('./schedule.ts'),
  polling: () => import('./polling.ts'),
  splits: () => import('./splits.ts'),
  replay: () => import('./replay.ts'),
  web: () => import('./web.ts'),
}

const program = new Command('bench')
  .description('Measures one part of wirefold; prints one JSON object last.')
  .argument('<name>', `one of ${Object.keys(benches).join(', ')}`)
  .option('--data <path>', 'file or folder to measure on')
  .option('--json', 'print nothing but the JSON object, on one line', false)
  .option('--peers', 'measure other packages in the same run', false)
  .option('--models <folder>', 'language: judge each text by the model fitted without it')
  .option('--baselines', 'stories: measure simpler groupings in the same run', false)
  .option('--transforms', 'clean: measure transformed copies of the pages too', false)
  .option('--memory', 'clean: measure the memory of a source too', false)
  .option('--worst', 'clean: read the worst pages inside the limits too', false)
  .option('--undated', 'stories: withhold the dates', false)
  .option('--links', 'stories: how English meets each other language', false)
  .option('--pairs', 'templates: list the stories that mix pages', false)
  .option('--shuffle <seed>', 'stories: another order of arrival', Number)
  .option('--pack <n>', 'stories: n times denser in time', Number)
  .option('--pages <n>', 'pipeline, replay: pages a run', Number)
  .option('--warm-up <n>', 'pipeline: pages read before anything is measured', Number)
  .option('--page-bytes <n>', 'pipeline: median size of a page', Number)
  .option('--hosts <n>', 'pipeline: publishers; 1 = the worst case', Number)
  .option('--feeds <n>', 'schedule, polling: number of feeds', Number)
  .option('--runs <n>', 'pipeline: runs, of which the median is given', Number)
  .option('--rate <n>', 'load, overload: articles a second; load: 0 = as many as are taken', Number)
  .option('--memory-mb <n>', 'overload: what Redis may use', Number)
  .option('--seconds <n>', 'load, overload: how long articles come', Number)
  .option(
    '--articles <n>',
    'load, window: how many articles come, whatever the time; assigner: most live clusters',
    Number,
  )
  .option('--profile <folder>', 'pipeline: keep a CPU profile of every process')
  .option('--hours <n>', 'polling: hours of the simulated web', Number)
  .option('--seed <n>', 'polling: another web of the same kind', Number)
  .action(async (name: string, options: Omit<Arguments, 'data'> & { data?: string }) => {
    const load = benches[name]
    if (!load)
      throw new UsageError(`unknown benchmark ${name}: one of ${Object.keys(benches).join(', ')}`)
    const { bench } = await load()
    await bench.run({ ...options, data: options.data ?? null })
  })

program.parseAsync().catch((error: unknown) => {
  const text =
    error instanceof Error
      ? error instanceof UsageError
        ? error.message
        : error.stack
      : String(error)
  process.stderr.write(`bench: ${text}\n`)
  process.exit(error instanceof UsageError ? 2 : 1)
})
