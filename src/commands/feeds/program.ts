import type { Command } from 'commander'
import type { Config } from '../../shared/config.ts'
import { changeFeedsCommand, type feedChanges } from './changeFeeds.ts'
import { exportFeedsCommand, importFeedsCommand } from './feedLists.ts'
import { listFeedsCommand } from './listFeeds.ts'

/** Runs a command with the settings and ends the process with its exit code. */
type Run = (work: (config: Config) => Promise<number>) => Promise<never>

const changeTexts: Readonly<Record<keyof typeof feedChanges, string>> = {
  add: 'follow feeds from now on, a running wirefold at once',
  pause: 'stop polling feeds until they are resumed',
  resume: 'poll paused feeds again, at once',
  remove: 'follow feeds no longer',
}

/** The commands under `wirefold feeds`. */
export function addFeedsCommands(program: Command, run: Run): void {
  const feeds = program.command('feeds').description('find, add, list and change feeds')
  feeds
    .command('check')
    .description('find the feeds of a site, and say what is in them and how they would be polled')
    .argument('<address>', 'domain, home page or feed')
    .option('--json', 'one JSON object', false)
    .action((address: string, options) =>
      run(async (config) => {
        // brings the language engines, which no other process needs
        const { checkFeedCommand } = await import('./checkFeed.ts')
        return checkFeedCommand(config, address, options)
      }),
    )
  feeds
    .command('list')
    .description('the followed feeds, their health and polls')
    .option('--failing', 'only those that fail', false)
    .option('--json', 'one JSON object a line', false)
    .action((options) => run((config) => listFeedsCommand(config, options)))
  for (const [change, about] of Object.entries(changeTexts)) {
    feeds
      .command(change)
      .description(about)
      .argument('<urls...>', 'URLs of feeds')
      .action((urls: string[]) =>
        run((config) => changeFeedsCommand(config, change as keyof typeof feedChanges, urls)),
      )
  }
  feeds
    .command('import')
    .description('follow the feeds of a list, besides those there are')
    .argument('<file>', 'file or URL: OPML, or one feed URL a line')
    .action((file: string) => run((config) => importFeedsCommand(config, file)))
  feeds
    .command('export')
    .description('the followed feeds as OPML')
    .argument('[file]', 'file to write; standard output if left out')
    .action((file?: string) => run((config) => exportFeedsCommand(config, file ?? null)))
}
