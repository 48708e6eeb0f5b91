import type { Redis } from 'ioredis'
import type { Keys } from '../keys.ts'
import { compress, decompress } from './compressed.ts'

/** A page that was read is needed again only when its reader dies before it could pass the article on. */
const keptAfterReadingSeconds = 900

/** Raw pages and feed contents, kept outside the jobs that refer to them. */
export function createPageStore(redis: Redis, keys: Keys, ttlHours: number) {
  const put = async (key: string, bytes: Uint8Array) => {
    await redis.set(key, compress(bytes), 'EX', ttlHours * 3_600)
  }
  const get = async (key: string): Promise<Uint8Array | null> => {
    const stored = await redis.getBuffer(key)
    return stored && decompress(stored)
  }
  return {
    putPage: (entryId: string, bytes: Uint8Array) => put(keys.page(entryId), bytes),
    getPage: (entryId: string) => get(keys.page(entryId)),
    /** The page has been read: it goes soon, so that raw pages take the room of minutes and not of a day. */
    async release(entryId: string): Promise<void> {
      await redis.expire(keys.page(entryId), keptAfterReadingSeconds)
    },
    putContent: (entryId: string, html: string) => put(keys.content(entryId), Buffer.from(html)),
    async getContent(entryId: string): Promise<string | null> {
      const bytes = await get(keys.content(entryId))
      return bytes && Buffer.from(bytes).toString()
    },
  }
}

export type PageStore = ReturnType<typeof createPageStore>
