import type { Command } from 'commander'
import { type JsonFlag, jsonLines, jsonObject, type Run } from '../run.ts'
import { changeFeedsCommand, type FeedChange } from './changeFeeds.ts'
import { exportFeedsCommand, importFeedsCommand } from './feedLists.ts'
import { listFeedsCommand } from './listFeeds.ts'

const changeTexts: Readonly<Record<FeedChange, string>> = {
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
    .option(...jsonObject)
    .action((address: string, options: JsonFlag) =>
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
    .option(...jsonLines)
    .action((options) => run((config) => listFeedsCommand(config, options)))
  for (const [change, about] of Object.entries(changeTexts)) {
    feeds
      .command(change)
      .description(about)
      .argument('<urls...>', 'URLs of feeds')
      .option(...jsonLines)
      .action((urls: string[], options: JsonFlag) =>
        run((config) =>
          changeFeedsCommand(config, { change: change as FeedChange, urls, ...options }),
        ),
      )
  }
  addListCommands(feeds, run)
}

function addListCommands(feeds: Command, run: Run): void {
  feeds
    .command('import')
    .description('follow the feeds of a list, besides those there are')
    .argument('<file>', 'file or URL: OPML, or one feed URL a line')
    .option(...jsonObject)
    .action((file: string, options: JsonFlag) =>
      run((config) => importFeedsCommand(config, file, options)),
    )
  feeds
    .command('export')
    .description('the followed feeds as OPML')
    .argument('[file]', 'file to write; standard output if left out')
    .option('--json', 'one JSON object a line, instead of OPML', false)
    .action((file: string | undefined, options: JsonFlag) =>
      run((config) => exportFeedsCommand(config, file ?? null, options)),
    )
}
