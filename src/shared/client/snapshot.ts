import type { Redis } from 'ioredis'
import { lastId } from '../eventStream.ts'
import { createKeys } from '../keys.ts'
import { createStoryReader } from '../store/storyReader.ts'
import { eventStory } from '../storyRecord.ts'
import type { WirefoldStory } from './eventTypes.ts'
import { connect } from './session.ts'

/** Where to look: a connection or its URL, and KEY_PREFIX of wirefold. */
export interface StorePlace {
  readonly redis: Redis | string
  readonly prefix?: string
}

/** A story as it is now, with the number of the last event that made it so. */
export interface StorySnapshot {
  readonly state: 'open' | 'closed'
  /** Events of this story up to here are already in: apply only greater numbers. */
  readonly seq: number
  readonly story: WirefoldStory
}

/** The stories that are kept now, and where in the stream to go on from. */
export interface Snapshot {
  /** For `consume({ from: cursor })`: everything after the snapshot comes from there. */
  readonly cursor: string
  readonly stories: AsyncIterable<StorySnapshot>
}

/**
 * The present state to begin with. The cursor is taken first, so that nothing falls between: events after it may
 * already be part of a story, which its `seq` tells.
 */
export async function snapshot(place: StorePlace): Promise<Snapshot> {
  const { redis, keys } = open(place)
  const cursor = await lastId(redis, keys.events)
  return { cursor, stories: stories(redis, keys) }
}

async function* stories(
  redis: Redis,
  keys: ReturnType<typeof createKeys>,
): AsyncGenerator<StorySnapshot> {
  try {
    for await (const { record, seq } of createStoryReader(redis, keys).all())
      if (record.state !== 'merged') yield { state: record.state, seq, story: eventStory(record) }
  } finally {
    redis.disconnect()
  }
}

/** The id a story goes by today: merged ids lead to the story they went into, all others to themselves. */
export async function resolveStory(id: string, place: StorePlace): Promise<string> {
  const { redis, keys } = open(place)
  try {
    return await createStoryReader(redis, keys).resolve(id)
  } finally {
    redis.disconnect()
  }
}

function open({ redis, prefix = 'wirefold' }: StorePlace) {
  return { redis: connect(redis), keys: createKeys(prefix) }
}
