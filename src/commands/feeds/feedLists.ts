import { writeFile } from 'node:fs/promises'
import type { Config } from '../../shared/config.ts'
import { writeOpml } from '../../shared/core/feed/opmlDocument.ts'
import { messageOf, UsageError } from '../../shared/errors.ts'
import { readFeedList } from '../feedList.ts'
import { addFeeds } from '../followFeeds.ts'
import { withProgress } from '../progress.ts'
import type { JsonFlag } from '../run.ts'
import { count, note, say } from '../terminal.ts'
import { withFeeds } from './openFeeds.ts'

/** `wirefold feeds import FILE`: follows the feeds of an OPML file, or of a text file with one URL a line. */
export async function importFeedsCommand(
  config: Config,
  file: string,
  { json }: JsonFlag,
): Promise<number> {
  return withFeeds(config, async (context) => {
    const list = await readFeedList(file, context, file)
    const before = (await context.feeds.ids()).length
    await withProgress('importing', (tell) => {
      let done = 0
      const added = (feeds: number) => {
        done += feeds
        tell(done, list.length)
      }
      return addFeeds(context, list, { byHand: true, added })
    })
    const added = (await context.feeds.ids()).length - before
    const known = list.length - added
    const line = `${count(added, 'new feed')}, ${known} followed already`
    say(json ? JSON.stringify({ file, added, known }) : line)
    return 0
  })
}

/** `wirefold feeds export [FILE]`: the followed feeds as OPML or as JSON, to a file or to standard output. */
export async function exportFeedsCommand(
  config: Config,
  file: string | null,
  { json }: JsonFlag,
): Promise<number> {
  return withFeeds(config, async ({ feeds, now }) => {
    const followed = await feeds.followed()
    const list = followed
      .map(({ state, title }) => ({ url: state.url, title }))
      .toSorted((left, right) => (left.url < right.url ? -1 : 1))
    const lines = () => list.map((feed) => `${JSON.stringify(feed)}\n`).join('')
    const document = json ? lines() : writeOpml(list, new Date(now()))
    if (file === null) process.stdout.write(document)
    else await save(file, document)
    note(`${count(list.length, 'feed')} exported`)
    return 0
  })
}

async function save(file: string, document: string): Promise<void> {
  try {
    await writeFile(file, document)
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${messageOf(error)}`)
  }
}
