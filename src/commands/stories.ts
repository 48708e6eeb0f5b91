import type { Config } from '../shared/config.ts'
import type { Context } from '../shared/context.ts'
import { askedToStop } from '../shared/lifecycle.ts'
import { type Following, followStories } from './followStories.ts'
import { withMovingStore, withStore } from './openStore.ts'
import { storyTable } from './storyTable.ts'
import { say } from './terminal.ts'

interface StoriesOptions {
  readonly follow: boolean
  readonly json: boolean
  readonly limit: number
}

/** `wirefold stories`: the newest stories, or with `--follow` what happens to them as it happens. */
export async function storiesCommand(config: Config, options: StoriesOptions): Promise<number> {
  if (options.follow) await follow(config, options)
  else await withStore(config, (context) => list(context, options))
  return 0
}

/** Columns of a list that goes into a file or a pipe. */
const columnsOfPipe = 142

async function list(context: Context, { json, limit }: StoriesOptions): Promise<void> {
  const stories = await context.stories.recent(limit)
  const view = { nowMs: context.now(), columns: process.stdout.columns ?? columnsOfPipe }
  if (json) for (const story of stories) say(JSON.stringify(story))
  else say(stories.length === 0 ? 'no stories yet' : storyTable(stories, view))
}

async function follow(config: Config, { json }: StoriesOptions): Promise<void> {
  const stop = new AbortController()
  void askedToStop('SIGINT', 'SIGTERM').then(() => stop.abort())
  const place: Following['place'] = { afterId: '$' }
  await withMovingStore(config, stop.signal, (context, signal) =>
    followStories(context, { json, signal, place }),
  )
}
