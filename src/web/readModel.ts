import { parseEvent } from '../shared/client/events.ts'
import { snapshot } from '../shared/client/snapshot.ts'
import type { Context } from '../shared/context.ts'
import { messageOf } from '../shared/errors.ts'
import {
  followEvents,
  newestEvents,
  type StreamEvent,
  showingPauseMs,
} from '../shared/eventStream.ts'
import { pause, type Running } from '../shared/lifecycle.ts'
import { createSourceCounts, type SourceCounts } from './sourceCounts.ts'
import { createStoryIndex, type StoryIndex } from './storyIndex.ts'
import { createStreamPlace, type StreamPlace } from './streamPlace.ts'

/** What the web role knows of the present, kept up to date until closed. */
export interface ReadModel extends Running {
  readonly stories: StoryIndex
  readonly sources: SourceCounts
  /** How far in the stream they are. */
  readonly place: Pick<StreamPlace, 'passed'>
}

const retryMs = 1_000
/** Events of the past that publishers are counted over after a start. */
const countedEvents = 10_000

/** Something that learns from events. */
type Reader = Pick<StoryIndex | SourceCounts, 'apply'>

/** Loads the stories there are, then follows the stream; after trouble with Redis it goes on where it was. */
export async function openReadModel(context: Context): Promise<ReadModel> {
  const { redis, keys, log } = context
  const stories = createStoryIndex()
  const sources = createSourceCounts()
  const stop = new AbortController()

  const take = (event: StreamEvent, readers: readonly Reader[]) => {
    const parsed = parseEvent(event)
    if (parsed.kind !== 'known') return
    try {
      for (const reader of readers) reader.apply(parsed.event)
    } catch (error) {
      // one event that is not as its schema says must not keep the others from being shown
      log.warn(`web: event ${event.streamId} passed over: ${messageOf(error)}`)
    }
  }

  const { cursor, stories: found } = await snapshot({ redis, prefix: keys.prefix })
  for await (const story of found) stories.put(story)
  for await (const event of newestEvents(redis, keys.events, countedEvents)) take(event, [sources])

  const place = createStreamPlace(cursor)
  const follow = async () => {
    const after = { afterId: place.id, signal: stop.signal, pauseMs: showingPauseMs }
    for await (const event of followEvents(redis, keys.events, after)) {
      take(event, [stories, sources])
      place.moveTo(event.streamId)
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
    place,
    async close() {
      stop.abort()
      await ended
    },
  }
}
