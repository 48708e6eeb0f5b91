import { parseEvent } from '../shared/client/events.ts'
import { snapshot } from '../shared/client/snapshot.ts'
import type { Context } from '../shared/context.ts'
import { messageOf } from '../shared/errors.ts'
import { followEvents, newestEvents, type StreamEvent } from '../shared/eventStream.ts'
import { pause, type Running } from '../shared/lifecycle.ts'
import { createSourceCounts, type SourceCounts } from './sourceCounts.ts'
import { createStoryIndex, type StoryIndex } from './storyIndex.ts'

/** What the web role knows of the present, kept up to date until closed. */
export interface ReadModel extends Running {
  readonly stories: StoryIndex
  readonly sources: SourceCounts
}

const retryMs = 1_000
/** Events of the past that publishers are counted over after a start. */
const countedEvents = 10_000

/** Loads the stories there are, then follows the stream; after trouble with Redis it goes on where it was. */
export async function openReadModel(context: Context): Promise<ReadModel> {
  const { redis, keys, log } = context
  const stories = createStoryIndex()
  const sources = createSourceCounts()
  const stop = new AbortController()

  const { cursor, stories: found } = await snapshot({ redis, prefix: keys.prefix })
  for await (const story of found) stories.put(story)
  for (const event of await newestEvents(redis, keys.events, countedEvents)) count(event)

  function count(event: StreamEvent): void {
    const parsed = parseEvent(event)
    if (parsed.kind === 'known') sources.apply(parsed.event)
  }
  let last = cursor
  const follow = async () => {
    for await (const event of followEvents(redis, keys.events, {
      afterId: last,
      signal: stop.signal,
    })) {
      last = event.streamId
      const parsed = parseEvent(event)
      if (parsed.kind === 'known') stories.apply(parsed.event)
      count(event)
    }
  }
  const ended = (async () => {
    while (!stop.signal.aborted) {
      await follow().catch((error) => log.warn(`web: ${messageOf(error)}: reading on`))
      await pause(retryMs, stop.signal)
    }
  })()
  return {
    stories,
    sources,
    async close() {
      stop.abort()
      await ended
    },
  }
}
