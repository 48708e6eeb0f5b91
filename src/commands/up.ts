import type { Config } from '../shared/config.ts'
import { type Context, createContext } from '../shared/context.ts'
import { checkEmbedder } from '../shared/embedding/embedder.ts'
import { messageOf, UsageError } from '../shared/errors.ts'
import { eventJson, type StreamEvent } from '../shared/eventStream.ts'
import { startExporter } from '../shared/exporter.ts'
import { prepareKeyspace } from '../shared/keyspace.ts'
import { askedToStop, pause } from '../shared/lifecycle.ts'
import { provideRedis, useRunning } from '../shared/provide/redis.ts'
import { type HttpServer, serve, text } from '../shared/server.ts'
import { isBalanced } from '../shared/store/entries.ts'
import type { Supervisor } from '../shared/supervisor.ts'
import { eventLine } from './eventLine.ts'
import { queuesDrained } from './finish.ts'
import { followFeeds } from './followFeeds.ts'
import { dataFolders } from './openStore.ts'
import { startProcesses } from './processTree.ts'
import { childrenOf, parseRoles } from './roles.ts'
import type { JsonFlag } from './run.ts'
import { summaryJson, summaryOf, summaryText } from './runSummary.ts'
import { noteServer } from './serverNotes.ts'
import { count, note, say } from './terminal.ts'
import { watchEvents } from './watchEvents.ts'

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
export interface UpOptions extends JsonFlag {
  /** Role names; empty = all. */
  readonly roles: readonly string[]
  readonly once: boolean
  /** Print no stories. */
  readonly quiet: boolean
  /** Script to fork for a role: the entry point of this program. */
  readonly mainFile: string
  /** Opens the sample news web when there are no FEEDS; null = the feeds followed before, then. */
  readonly openDemo: ((options: { all: boolean }) => Promise<Demo>) | null
}

/** A tree that is running, with what must be closed in the end, last first. */
interface Run {
  readonly config: Config
  readonly options: UpOptions
  readonly context: Context
  readonly supervisor: Supervisor
  readonly demo: Demo | null
  readonly stop: AbortSignal
}

/** Signals of one Ctrl-C may come twice, from the terminal and from npm: only a later one counts. */
const sameCtrlCMs = 1_000

function endAtOnceWhenAskedAgain(): void {
  const arm = () => process.on('SIGINT', () => process.exit(130))
  setTimeout(arm, sameCtrlCMs).unref()
}

type Closing = (() => Promise<void>)[]

/** `wirefold up` and `start`: roles in one supervised process tree. Exit code 0 after a clean stop. */
export async function upCommand(given: Config, options: UpOptions): Promise<number> {
  const stop = new AbortController()
  void askedToStop('SIGINT', 'SIGTERM', 'SIGHUP').then(() => {
    stop.abort()
    endAtOnceWhenAskedAgain()
  })
  const closing: Closing = []
  try {
    const run = await startTree(given, options, { closing, stop: stop.signal })
    return options.once ? await runOnce(run, closing) : await runOn(run, closing)
  } finally {
    // one that fails must not keep the others from ending
    for (const close of closing.reverse()) await close().catch((error) => note(messageOf(error)))
  }
}

async function startTree(
  given: Config,
  options: UpOptions,
  { closing, stop }: { closing: Closing; stop: AbortSignal },
): Promise<Run> {
  const roles = parseRoles(options.roles, given)
  const polls = roles.includes('producers')
  const openDemo = polls && !given.FEEDS ? options.openDemo : null
  const demo = openDemo ? await openDemo({ all: options.once }) : null
  if (demo) {
    note(demo.about)
    closing.push(() => demo.close())
  }
  const config: Config = { ...given, ...demo?.settings }
  await checkEmbedder(config)
  const folder = (demo ? dataFolders.demo : dataFolders.live)(config)
  if (demo && !config.REDIS_URL && (await useRunning(folder))) {
    throw new UsageError(
      'the sample news web already runs on this folder: stop it first, or give a second one another DATA_DIR',
    )
  }
  const redis = await provideRedis(config, { folder, say: note })
  note(redis.about)
  closing.push(() => redis.stop())
  const context = createContext(config, redis.url, 'up')
  closing.push(() => context.close())
  if (redis.durable) await noteServer(context)
  await prepareKeyspace(context, { demo: demo !== null, joins: !polls, say: note })
  if (polls) note(`following ${count(await followFeeds(context, demo?.feeds ?? null), 'feed')}`)
  const { mainFile, once } = options
  const tree = { context, redisUrl: redis.url, mainFile }
  const supervisor = startProcesses(childrenOf(roles, { once, config }), tree)
  closing.push(() => supervisor.stop())
  if (roles.includes('exporter')) {
    const exporter = startExporter(context)
    closing.push(async () => {
      if (context.redis.status === 'ready') await exporter.close()
    })
  }
  return { config, options, context, supervisor, demo, stop }
}

/** Runs until asked to stop. */
async function runOn(run: Run, closing: Closing): Promise<number> {
  const { demo, options, stop } = run
  const metrics = await startMetrics(run)
  closing.push(() => metrics.close())
  if (demo || !options.quiet) {
    const watching = await watchEvents(run.context, showTo(run))
    closing.push(() => watching.close())
  }
  const startedMs = performance.now()
  for (const dueMs of demo?.reportsAfterMs ?? []) {
    await pause(dueMs - (performance.now() - startedMs), stop)
    if (demo && !options.json && !stop.aborted) say(`\n${demo.report()}\n`)
  }
  if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve))
  note('stopping … (Ctrl-C again to end at once)')
  return 0
}

/** Runs until every feed was polled once and all work is done. */
async function runOnce(run: Run, closing: Closing): Promise<number> {
  const { context, supervisor, demo, options, stop } = run
  const watching = await watchEvents(context, showTo(run))
  closing.push(() => watching.close())
  const stopped = new Promise((resolve) => stop.addEventListener('abort', resolve))
  await Promise.race([supervisor.heard('producers', 'polled'), stopped])
  await queuesDrained(context, stop)
  await watching.catchUp()
  if (demo && !options.json) say(`\n${demo.report()}`)
  const summary = await summaryOf(context)
  say(
    options.json ? JSON.stringify(summaryJson(summary)) : summaryText(summary, context.keys.events),
  )
  if (stop.aborted) note('stopped before everything was done: run it again to finish')
  return isBalanced(summary.ledger) && !stop.aborted ? 0 : 1
}

function showTo({ options, demo }: Run): (event: StreamEvent) => void {
  return (event) => {
    demo?.watch(event)
    if (options.quiet) return
    const line = options.json ? eventJson(event) : eventLine(event, demo?.nameOf)
    if (line) say(line)
  }
}

async function startMetrics({ config, context, supervisor }: Run): Promise<HttpServer> {
  const { registry } = context.metrics
  const routes = {
    '/metrics': async () => ({
      status: 200,
      contentType: registry.contentType,
      body: await supervisor.metrics(),
    }),
    '/healthz': async () => {
      const healthy = context.redis.status === 'ready'
      return text(healthy ? 200 : 503, healthy ? 'ok\n' : 'Redis is away\n')
    },
  }
  const { HTTP_HOST: host, METRICS_PORT: port } = config
  const server = await serve(routes, { host, port, setting: 'METRICS_PORT', log: context.log })
  note(`metrics at http://${host}:${server.port}/metrics`)
  return server
}
