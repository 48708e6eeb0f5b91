import { Command, InvalidArgumentError, Option } from 'commander'
import { version } from '../shared/version.ts'
import { addBackupCommands } from './backup.ts'
import { addCompletionCommand } from './completion.ts'
import { addDeadCommands } from './dead.ts'
import { explainCommand } from './explain.ts'
import { addExportCommand } from './export/program.ts'
import { addFeedsCommands } from './feeds/program.ts'
import { ledgerCommand } from './ledger.ts'
import { replayCommand } from './replay.ts'
import { roleProcesses } from './roles.ts'
import { type JsonFlag, jsonLines, jsonObject, type Run } from './run.ts'
import { storiesCommand } from './stories.ts'
import { storyCommand } from './story.ts'
import { addStoryOrders } from './storyOrders.ts'
import { type UpOptions, upCommand } from './up.ts'

/** What the commands need from the entry point of the program. */
export interface ProgramParts {
  readonly run: Run
  /** Script to fork for a role. */
  readonly mainFile: string
  readonly openDemo: NonNullable<UpOptions['openDemo']>
  /** Runs a role in this process, by its name. @throws UsageError when there is none */
  readonly startRole: (name: string, options: { once: boolean }) => Promise<void>
}

/** The `wirefold` command with everything under it. */
export function buildProgram(parts: ProgramParts): Command {
  const { run, startRole } = parts
  const program = new Command('wirefold')
    .description(
      'Folds the world’s news wires into stories: feeds in, a Redis stream of story events out.',
    )
    .version(version)
    .showHelpAfterError('(see wirefold --help)')
    // `story merge … --json` means the option of `merge`, not that of `story`
    .enablePositionalOptions()
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  addRunningCommands(program, parts)
  addLookingCommands(program, run)
  addFeedsCommands(program, run)
  addOperatingCommands(program, parts)
  addExportCommand(program, run)
  addBackupCommands(program, run)
  addDeadCommands(program, run)
  addCompletionCommand(program)
  program
    .command('role', { hidden: true })
    .argument('<name>')
    .addOption(new Option('--once').default(false))
    .action((name: string, options: { once: boolean }) => startRole(name, options))
  return program
}

type UpFlags = Pick<UpOptions, 'once' | 'quiet' | 'json'> & { readonly feeds?: string }

/** `up` and `start`: the pipeline itself. */
function addRunningCommands(program: Command, { run, mainFile, openDemo }: ProgramParts): void {
  const add = (name: string, about: string, openWeb: UpOptions['openDemo']) =>
    program
      .command(name)
      .description(about)
      .argument('[roles...]', `of ${Object.keys(roleProcesses).join(', ')}; all when none is named`)
      .option('--feeds <file>', 'file or URL of the feeds, instead of FEEDS')
      .option('--once', 'poll every feed once, finish all work, print a summary, exit', false)
      .option('--quiet', 'do not print stories', false)
      .option(...jsonLines)
      .action((roles: string[], { feeds, ...flags }: UpFlags) =>
        run(
          (config) => upCommand(config, { roles, ...flags, mainFile, openDemo: openWeb }),
          feeds ? { FEEDS: feeds } : {},
        ),
      )
  add('up', 'run the pipeline', null)
  add('start', 'run the pipeline; without FEEDS on the bundled sample news web', openDemo)
}

/** Commands that look at stories and articles. */
function addLookingCommands(program: Command, run: Run): void {
  program
    .command('stories')
    .description('list the newest stories')
    .option(
      '--follow',
      'a live table on a terminal; elsewhere every story event as it comes',
      false,
    )
    .option(...jsonLines)
    .option('--limit <n>', 'most stories to list', parseCount, 50)
    .action((options) => run((config) => storiesCommand(config, options)))
  const story = program
    .command('story')
    .description('one story: its articles, and who copied from whom; or an order about stories')
    .argument(
      '<id>',
      'story id, see `wirefold stories`; a merged id leads to the story it went into',
    )
    .option(...jsonObject)
    .action((id: string, options: JsonFlag) => run((config) => storyCommand(config, id, options)))
  addStoryOrders(story, run)
  program
    .command('explain')
    .description(
      'why an article went where it went; with two, what they have to do with each other',
    )
    .argument('<article>', 'URL or id of an article')
    .argument('[other]', 'URL or id of another')
    .option(...jsonObject)
    .action((article: string, other: string | undefined, options: JsonFlag) =>
      run((config) => explainCommand(config, other ? [article, other] : [article], options)),
    )
}

/** Commands that look after the pipeline. */
function addOperatingCommands(program: Command, { run, mainFile }: ProgramParts): void {
  program
    .command('ledger')
    .description('what became of every entry: seen = clustered + dropped + failed + in flight')
    .option(...jsonObject)
    .action((options: JsonFlag) => run((config) => ledgerCommand(config, options)))
  program
    .command('replay')
    .description(
      'feed archived pages (WARC_DIR, or WARC files of other tools) through reading and assigning again',
    )
    .argument('<folder>', 'folder with *.warc.gz files')
    .option(...jsonObject)
    .action((folder: string, options: JsonFlag) =>
      run((config) => replayCommand(config, { folder, mainFile, ...options })),
    )
  program
    .command('doctor')
    .description('check engine, Redis, feeds, ledger and queues; says what to do')
    .option('--json', 'one JSON list', false)
    .action((options: JsonFlag) =>
      run(async (config) => {
        // brings the language engines, 100 MB that no other process needs
        const { doctorCommand } = await import('./doctor.ts')
        return doctorCommand(config, options)
      }),
    )
}

function parseCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('must be a whole number above 0')
  return count
}
