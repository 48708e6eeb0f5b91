import type { Redis } from 'ioredis'
import type { Keys } from '../keys.ts'
import { storyRecordFromFields } from '../storyFields.ts'
import type { StoryRecord } from '../storyRecord.ts'

/** Stories read in one round trip. */
const pageSize = 500

/** Reads the facts of stories. Consumers load it too: it needs nothing that Node 20 lacks. */
export function createStoryReader(redis: Redis, keys: Keys) {
  const load = async (id: string) => storyRecordFromFields(await redis.hgetall(keys.story(id)))
  return {
    /** The stories of the last `limit` changes, newest first; those that went into others are left out. */
    async recent(limit: number): Promise<readonly StoryRecord[]> {
      const ids = await redis.zrevrange(keys.stories, 0, limit - 1)
      const found = await Promise.all(ids.map(load))
      return found.flatMap((story) => (story && story.state !== 'merged' ? [story] : []))
    },

    /**
     * Every story that is kept, in no order, with the number of its last event. One that changes meanwhile may come
     * twice; none is left out.
     */
    async *all(): AsyncGenerator<{ record: StoryRecord; seq: number }> {
      let cursor = '0'
      do {
        const [following, flat] = await redis.zscan(keys.stories, cursor, 'COUNT', pageSize)
        const pipeline = redis.pipeline()
        for (let at = 0; at < flat.length; at += 2) pipeline.hgetall(keys.story(flat[at] ?? ''))
        for (const [, answer] of (await pipeline.exec()) ?? []) {
          const fields = answer as Record<string, string>
          const record = storyRecordFromFields(fields)
          if (record) yield { record, seq: Number(fields['seq'] ?? 0) }
        }
        cursor = following
      } while (cursor !== '0')
    },

    /** A story by its id; a merged one resolves to the story it went into. */
    async story(id: string): Promise<StoryRecord | null> {
      return load(await this.resolve(id))
    },

    /** Those of the stories that still take articles. */
    async open(ids: readonly string[]): Promise<readonly StoryRecord[]> {
      const found: StoryRecord[] = []
      for (let at = 0; at < ids.length; at += pageSize) {
        const pipeline = redis.pipeline()
        for (const id of ids.slice(at, at + pageSize)) pipeline.hgetall(keys.story(id))
        for (const [, fields] of (await pipeline.exec()) ?? []) {
          const story = storyRecordFromFields(fields as Record<string, string>)
          if (story?.state === 'open') found.push(story)
        }
      }
      return found
    },

    /** The id that lives on after merges. Ids that were never merged answer themselves. */
    async resolve(id: string): Promise<string> {
      let current = id
      // an alias is written once and points to a younger merge at most: the chain ends
      for (let hops = 0; hops < 100; hops += 1) {
        const into = await redis.hget(keys.aliases, current)
        if (!into) return current
        current = into
      }
      return current
    },
  }
}
