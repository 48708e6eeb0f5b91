import type { Config } from '../shared/config.ts'
import type { Context } from '../shared/context.ts'
import { followEvents } from '../shared/eventStream.ts'
import { askedToStop } from '../shared/lifecycle.ts'
import type { StoryRecord } from '../shared/storyRecord.ts'
import { eventLine } from './eventLine.ts'
import { withRunning, withStore } from './openStore.ts'
import { age, cut, say, table } from './terminal.ts'

interface StoriesOptions {
  readonly follow: boolean
  readonly json: boolean
  readonly limit: number
}

/** `wirefold stories`: the newest stories, or with `--follow` every event as it comes. */
export async function storiesCommand(config: Config, options: StoriesOptions): Promise<number> {
  if (options.follow) await withRunning(config, (context) => follow(context, options))
  else await withStore(config, (context) => list(context, options))
  return 0
}

async function list(context: Context, { json, limit }: StoriesOptions): Promise<void> {
  const stories = (await context.stories.recent(limit)).filter((story) => story.state !== 'merged')
  if (json) for (const story of stories) say(JSON.stringify(story))
  else say(stories.length === 0 ? 'no stories yet' : storyTable(stories, context.now()))
}

function storyTable(stories: readonly StoryRecord[], nowMs: number): string {
  const rows = stories.map((story) => [
    story.id,
    String(story.size),
    String(story.sources.length),
    cut(story.languages.join(' '), 20),
    age(nowMs - story.updatedMs),
    cut(story.headline, 70),
  ])
  return table([['story', 'articles', 'sources', 'languages', 'updated', 'headline'], ...rows])
}

async function follow({ redis, keys }: Context, { json }: StoriesOptions): Promise<void> {
  const stop = new AbortController()
  void askedToStop('SIGINT', 'SIGTERM').then(() => stop.abort())
  for await (const event of followEvents(redis, keys.events, {
    afterId: '$',
    signal: stop.signal,
  })) {
    const line = json ? JSON.stringify(event.fields) : eventLine(event)
    if (line) say(line)
  }
}
