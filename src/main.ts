import { fileURLToPath } from 'node:url'
import { Command, InvalidArgumentError, Option } from 'commander'
import { addBackupCommands } from './commands/backup.ts'
import { addCompletionCommand } from './commands/completion.ts'
import { addDeadCommands } from './commands/dead.ts'
import { explainCommand } from './commands/explain.ts'
import { addExportCommand } from './commands/export/program.ts'
import { addFeedsCommands } from './commands/feeds/program.ts'
import { ledgerCommand } from './commands/ledger.ts'
import { replayCommand } from './commands/replay.ts'
import { roleProcesses } from './commands/roles.ts'
import { storiesCommand } from './commands/stories.ts'
import { storyCommand } from './commands/story.ts'
import { orderCommand } from './commands/storyOrders.ts'
import { type UpOptions, upCommand } from './commands/up.ts'
import { runChild, type StartRole } from './shared/child.ts'
import { type Config, parseConfig } from './shared/config.ts'
import { articleIdNamed } from './shared/core/copies/canonicalUrl.ts'
import { messageOf, UsageError } from './shared/errors.ts'
import { version } from './shared/version.ts'

/** Processes of the tree and what starts them. Each loads its own side only. */
const starters: Readonly<Record<string, () => Promise<StartRole>>> = {
  producers: async () => (await import('./producers/roles.ts')).startProducers,
  reader: async () => (await import('./workers/roles.ts')).startReader,
  assigner: async () => (await import('./workers/roles.ts')).startAssigner,
  web: async () => (await import('./web/roles.ts')).startWeb,
  webhook: async () => (await import('./webhook/roles.ts')).startWebhook,
}

const mainFile = fileURLToPath(import.meta.url)

/** Loads the sample news web only when it is wanted. */
const openDemo: NonNullable<UpOptions['openDemo']> = async (options) =>
  (await import('../demo/demo.ts')).openDemo(options)

interface UpFlags {
  readonly feeds?: string
  readonly once: boolean
  readonly quiet: boolean
}

function buildProgram(): Command {
  const program = new Command('wirefold')
    .description(
      'Folds the world’s news wires into stories: feeds in, a Redis stream of story events out.',
    )
    .version(version)
    .showHelpAfterError('(see wirefold --help)')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

  const run = (command: Command, openWeb: UpOptions['openDemo']) =>
    command
      .argument('[roles...]', `of ${Object.keys(roleProcesses).join(', ')}; all when none is named`)
      .option('--feeds <file>', 'file or URL of the feeds, instead of FEEDS')
      .option('--once', 'poll every feed once, finish all work, print a summary, exit', false)
      .option('--quiet', 'do not print stories', false)
      .action((roles: string[], { feeds, once, quiet }: UpFlags) =>
        exitWith(
          upCommand(readConfig(feeds ? { FEEDS: feeds } : {}), {
            roles,
            once,
            quiet,
            mainFile,
            openDemo: openWeb,
          }),
        ),
      )
  run(program.command('up').description('run the pipeline'), null)
  run(
    program
      .command('start')
      .description('run the pipeline; without FEEDS on the bundled sample news web'),
    openDemo,
  )

  addLookingCommands(program)
  addFeedsCommands(program, (work) => exitWith(work(readConfig())))
  addOperatingCommands(program)
  addExportCommand(program, (work) => exitWith(work(readConfig())))
  addBackupCommands(program, (work) => exitWith(work(readConfig())))
  addDeadCommands(program, (work) => exitWith(work(readConfig())))
  addCompletionCommand(program)
  program
    .command('role', { hidden: true })
    .argument('<name>')
    .addOption(new Option('--once').default(false))
    .action(async (name: string, { once }: { once: boolean }) => {
      const load = starters[name]
      if (!load) throw new UsageError(`unknown role ${name}`)
      return runChild(name, await load(), { config: readConfig(), once })
    })
  return program
}

/** Commands that look at stories and articles. */
function addLookingCommands(program: Command): void {
  program
    .command('stories')
    .description('list the newest stories')
    .option(
      '--follow',
      'a live table on a terminal; elsewhere every story event as it comes',
      false,
    )
    .option('--json', 'one JSON object a line', false)
    .option('--limit <n>', 'most stories to list', parseCount, 50)
    .action((options) => exitWith(storiesCommand(readConfig(), options)))
  const story = program
    .command('story')
    .description('one story: its articles, and who copied from whom; or an order about stories')
    .argument(
      '<id>',
      'story id, see `wirefold stories`; a merged id leads to the story it went into',
    )
    .option('--json', 'one JSON object', false)
    .action((id: string, options) => exitWith(storyCommand(readConfig(), id, options)))
  addStoryOrders(story)
  program
    .command('explain')
    .description(
      'why an article went where it went; with two, what they have to do with each other',
    )
    .argument('<article>', 'URL or id of an article')
    .argument('[other]', 'URL or id of another')
    .option('--json', 'one JSON object', false)
    .action((article: string, other: string | undefined, options) =>
      exitWith(explainCommand(readConfig(), other ? [article, other] : [article], options)),
    )
}

/** Orders about stories: the assigner obeys them in the stream of articles. */
function addStoryOrders(story: Command): void {
  const json = ['--json', 'one JSON object', false] as const
  const give = (order: object, options: { json: boolean }) =>
    exitWith(orderCommand(readConfig(), order, options))
  story
    .command('merge')
    .description('make two stories one, for good: it is not taken apart again')
    .argument('<a>')
    .argument('<b>')
    .option(...json)
    .action((a: string, b: string, options) => give({ kind: 'merge', stories: [a, b] }, options))
  story
    .command('split')
    .description('make some articles of a story a story of their own; the two stay apart')
    .argument('<id>')
    .requiredOption('--articles <list>', 'URLs or ids of articles, separated by commas', parseNames)
    .option(...json)
    .action((id: string, options: { articles: string[]; json: boolean }) =>
      give({ kind: 'split', story: id, articles: options.articles }, options),
    )
  story
    .command('pin')
    .description('make the title of an article the headline of its story')
    .argument('<id>')
    .argument('[article]', 'URL or id; none with --undo')
    .option('--undo', 'let the story choose its headline again', false)
    .option(...json)
    .action((id: string, name: string | undefined, options: { undo: boolean; json: boolean }) => {
      if (options.undo === (name !== undefined))
        throw new UsageError('pin: name an article, or give --undo')
      return give({ kind: 'pin', story: id, article: name ? articleIdNamed(name) : null }, options)
    })
  story
    .command('keep-apart')
    .description('two stories never become one by themselves')
    .argument('<a>')
    .argument('<b>')
    .option('--undo', 'they may become one again', false)
    .option(...json)
    .action((a: string, b: string, options: { undo: boolean; json: boolean }) =>
      give({ kind: 'keep_apart', stories: [a, b], undo: options.undo }, options),
    )
}

/** Commands that look after the pipeline. */
function addOperatingCommands(program: Command): void {
  program
    .command('ledger')
    .description('what became of every entry: seen = clustered + dropped + failed + in flight')
    .option('--json', 'one JSON object', false)
    .action((options) => exitWith(ledgerCommand(readConfig(), options)))
  program
    .command('replay')
    .description(
      'feed archived pages (WARC_DIR, or WARC files of other tools) through reading and assigning again',
    )
    .argument('<folder>', 'folder with *.warc.gz files')
    .action((folder: string) => exitWith(replayCommand(readConfig(), folder, mainFile)))
  program
    .command('doctor')
    .description('check engine, Redis, feeds, ledger and queues; says what to do')
    .option('--json', 'one JSON list', false)
    .action(async (options) => {
      // brings the language engines, 100 MB that no other process needs
      const { doctorCommand } = await import('./commands/doctor.ts')
      return exitWith(doctorCommand(readConfig(), options))
    })
}

function readConfig(override: Readonly<Record<string, string>> = {}): Config {
  return parseConfig({ ...process.env, ...override })
}

function parseNames(text: string): string[] {
  return text.split(',').flatMap((name) => (name.trim() ? articleIdNamed(name.trim()) : []))
}

function parseCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('must be a whole number above 0')
  return count
}

async function exitWith(result: Promise<number>): Promise<never> {
  process.exit(await result)
}

function fail(error: unknown): never {
  const isMistake = error instanceof UsageError
  process.stderr.write(`wirefold: ${isMistake ? error.message : messageOf(error)}\n`)
  if (!isMistake && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.exit(isMistake ? 2 : 1)
}

buildProgram().parseAsync().catch(fail)
