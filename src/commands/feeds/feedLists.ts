import { writeFile } from 'node:fs/promises'
import type { Config } from '../../shared/config.ts'
import { writeOpml } from '../../shared/core/feed/opmlDocument.ts'
import { messageOf, UsageError } from '../../shared/errors.ts'
import { readFeedList } from '../feedList.ts'
import { addFeeds } from '../followFeeds.ts'
import { showProgress } from '../progress.ts'
import { count, note, say } from '../terminal.ts'
import { withFeeds } from './openFeeds.ts'

/** `wirefold feeds import FILE`: follows the feeds of an OPML file, or of a text file with one URL a line. */
export async function importFeedsCommand(config: Config, file: string): Promise<number> {
  return withFeeds(config, async (context) => {
    const list = await readFeedList(file, context, file)
    const before = (await context.feeds.ids()).length
    const progress = showProgress('importing', list.length)
    await addFeeds(context, list, { byHand: true, added: progress.add })
    progress.end()
    const after = (await context.feeds.ids()).length
    say(`${count(after - before, 'new feed')}, ${list.length - (after - before)} followed already`)
    return 0
  })
}

/** `wirefold feeds export [FILE]`: the followed feeds as OPML, to a file or to standard output. */
export async function exportFeedsCommand(config: Config, file: string | null): Promise<number> {
  return withFeeds(config, async ({ feeds, now }) => {
    const followed = await feeds.followed()
    const list = followed
      .map(({ state, title }) => ({ url: state.url, title }))
      .toSorted((left, right) => (left.url < right.url ? -1 : 1))
    const document = writeOpml(list, new Date(now()))
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
