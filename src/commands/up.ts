import type { Config } from '../shared/config.ts'
import { type Context, createContext } from '../shared/context.ts'
import { UsageError } from '../shared/errors.ts'
import { followEvents, lastId, type StreamEvent } from '../shared/eventStream.ts'
import { startExporter } from '../shared/exporter.ts'
import { prepareKeyspace } from '../shared/keyspace.ts'
import { askedToStop, pause, type Running } from '../shared/lifecycle.ts'
import { type ProvidedRedis, provideRedis } from '../shared/provide/redis.ts'
import { type HttpServer, serve, text } from '../shared/server.ts'
import { stageNames } from '../shared/stages.ts'
import { isBalanced } from '../shared/store/entries.ts'
import { type ChildSpec, type Supervisor, supervise } from '../shared/supervisor.ts'
import { eventLine } from './eventLine.ts'
import { followFeeds } from './followFeeds.ts'
import { ledgerText } from './ledger.ts'
import { dataFolders } from './openStore.ts'
import { count, note, say } from './terminal.ts'

/** The sample news web, as far as `up` needs to know it. */
export interface Demo {
  /** One line for the user. */
  readonly about: string
  readonly feeds: readonly string[]
  /** Settings the pipeline runs with on it. */
  readonly settings: Partial<Config>
  /** Milliseconds after the start at which reports are due, ascending. */
  readonly reportsAfterMs: readonly number[]
  /** Name of the publisher at an address of the sample web. */
  nameOf(source: string): string
  /** Is told every event. */
  watch(event: StreamEvent): void
  /** The comparison with the truth, for a terminal. */
  report(): string
  close(): Promise<void>
}

/** What `up` was asked to run. */
export interface UpOptions {
  /** Role names; empty = all. */
  readonly roles: readonly string[]
  readonly once: boolean
  readonly quiet: boolean
  /** Script to fork for a role: the entry point of this program. */
  readonly mainFile: string
  /** Opens the sample news web when there are no FEEDS; null = no FEEDS is a mistake. */
  readonly openDemo: ((options: { all: boolean }) => Promise<Demo>) | null
}

/** Which processes a role name stands for. */
export const roleProcesses: Readonly<Record<string, readonly string[]>> = {
  producers: ['producers'],
  workers: ['reader', 'assigner'],
  reader: ['reader'],
  assigner: ['assigner'],
  exporter: [],
}

interface Run {
  readonly config: Config
  readonly options: UpOptions
  readonly context: Context
  readonly supervisor: Supervisor
  readonly demo: Demo | null
}

/** `wirefold up`: roles in one supervised tree. Exit code 0 after a clean stop. */
export async function upCommand(given: Config, options: UpOptions): Promise<number> {
  const asked = askedToStop('SIGINT', 'SIGTERM', 'SIGHUP')
  const roles = options.roles.length > 0 ? options.roles : ['producers', 'workers', 'exporter']
  const unknown = roles.filter((role) => !roleProcesses[role])
  if (unknown.length > 0) {
    throw new UsageError(
      `unknown role ${unknown.join(', ')}: one of ${Object.keys(roleProcesses).join(', ')}`,
    )
  }
  const polls = roles.includes('producers')
  const needsDemo = polls && !given.FEEDS
  if (needsDemo && !options.openDemo) {
    throw new UsageError(
      'no feeds: give --feeds FILE or set FEEDS (OPML, or one feed URL a line), or run `npm start` for the sample news web',
    )
  }
  const closing: (() => Promise<void>)[] = []
  try {
    const demo = needsDemo ? ((await options.openDemo?.({ all: options.once })) ?? null) : null
    if (demo) {
      closing.push(() => demo.close())
      note(demo.about)
    }
    const config: Config = { ...given, ...demo?.settings }
    const redis = await provide(config, demo !== null)
    closing.push(() => redis.stop())
    const context = createContext(config, redis.url, 'up')
    closing.push(() => context.close())
    await prepareKeyspace(context, { demo: demo !== null, say: note })
    if (polls) note(`following ${count(await followFeeds(context, demo?.feeds ?? null), 'feed')}`)
    const supervisor = supervise(childrenOf(roles, options.once), {
      mainFile: options.mainFile,
      env: { ...process.env, ...asEnv(config), REDIS_URL: redis.url },
      log: context.log,
    })
    closing.push(() => supervisor.stop())
    const run: Run = { config, options, context, supervisor, demo }
    closing.push(...(await startSurroundings(run, roles)))
    return await runUntilDone(run, asked)
  } finally {
    for (const close of closing.reverse()) await close()
  }
}

async function provide(config: Config, demo: boolean): Promise<ProvidedRedis> {
  const folder = (demo ? dataFolders.demo : dataFolders.live)(config)
  const redis = await provideRedis(config, { folder, say: note })
  note(redis.about)
  return redis
}

function childrenOf(roles: readonly string[], once: boolean): readonly ChildSpec[] {
  const names = [...new Set(roles.flatMap((role) => roleProcesses[role] ?? []))]
  return names.map((name) => ({ name, args: ['role', name, ...(once ? ['--once'] : [])] }))
}

/** Settings as children read them. */
function asEnv(config: Config): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : String(value),
    ]),
  )
}

async function startSurroundings(
  run: Run,
  roles: readonly string[],
): Promise<(() => Promise<void>)[]> {
  const { context, options } = run
  const closing: (() => Promise<void>)[] = []
  const add = (running: Running) => closing.push(() => running.close())
  if (roles.includes('exporter')) add(startExporter(context))
  if (!options.once) add(await serveMetrics(run))
  if (!options.quiet) add(await printEvents(run))
  return closing
}

async function serveMetrics({ config, context, supervisor }: Run): Promise<HttpServer> {
  const { registry } = context.metrics
  const routes = {
    '/metrics': async () => ({
      status: 200,
      contentType: registry.contentType,
      body: await supervisor.metrics(registry),
    }),
    '/healthz': async () => {
      const healthy = context.redis.status === 'ready'
      return text(healthy ? 200 : 503, healthy ? 'ok\n' : 'Redis is away\n')
    },
  }
  const place = {
    host: config.HTTP_HOST,
    port: config.METRICS_PORT,
    setting: 'METRICS_PORT',
    log: context.log,
  }
  const server = await serve(routes, place)
  note(`metrics at http://${config.HTTP_HOST}:${server.port}/metrics`)
  return server
}

async function printEvents({ context, demo }: Run): Promise<Running> {
  const { redis, keys } = context
  const stop = new AbortController()
  const afterId = await lastId(redis, keys.events)
  const print = async () => {
    for await (const event of followEvents(redis, keys.events, { afterId, signal: stop.signal })) {
      const line = eventLine(event, demo?.nameOf)
      if (line) say(line)
      demo?.watch(event)
    }
  }
  const printing = print().catch(() => {})
  return {
    async close() {
      stop.abort()
      await printing
    },
  }
}

async function runUntilDone(run: Run, asked: Promise<string>): Promise<number> {
  const { options, demo } = run
  if (options.once) return runOnce(run, asked)
  const stop = new AbortController()
  void asked.then(() => stop.abort())
  const startedMs = performance.now()
  for (const dueMs of demo?.reportsAfterMs ?? []) {
    await pause(dueMs - (performance.now() - startedMs), stop.signal)
    if (demo && !stop.signal.aborted) say(`\n${demo.report()}\n`)
  }
  await asked
  note('stopping …')
  return 0
}

const drainCheckMs = 100

async function runOnce(
  { context, supervisor, demo }: Run,
  asked: Promise<string>,
): Promise<number> {
  const stop = new AbortController()
  void asked.then(() => stop.abort())
  await Promise.race([supervisor.heard('producers', 'polled'), asked])
  while (!stop.signal.aborted && !(await isDrained(context))) await pause(drainCheckMs, stop.signal)
  // the last events are printed before the summary
  await pause(drainCheckMs, stop.signal)
  if (demo) say(`\n${demo.report()}`)
  const ledger = await context.entries.ledger()
  const events = await context.redis.xlen(context.keys.events)
  say(`\n${ledgerText(ledger)}`)
  say(`${count(events, 'event')} in ${context.keys.events}`)
  if (stop.signal.aborted) note('stopped before everything was done: run it again to finish')
  return isBalanced(ledger) && !stop.signal.aborted ? 0 : 1
}

/** No queue has work left. Entries move between queues inside one job, so two looks are needed to be sure. */
async function isDrained({ queues }: Context): Promise<boolean> {
  for (const _look of ['first', 'second']) {
    for (const stage of stageNames) {
      const { waiting, active, delayed } = await queues.depth(stage)
      if (waiting + active + delayed > 0) return false
    }
  }
  return true
}
