import type { Redis } from 'ioredis'
import type { Keys } from '../keys.ts'
import { type Entry, jobIdOf } from '../schemas.ts'
import { compress, decompress } from './compressed.ts'
import { packPage, type SentPage, unpackPage } from './packedPage.ts'

/** Which page: an entry's, or a later version of it. */
type PageOf = Pick<Entry, 'entryId' | 'version'>

/** Raw pages and feed contents, kept outside the jobs that refer to them. */
export function createPageStore(redis: Redis, keys: Keys, ttlHours: number) {
  const put = async (key: string, packed: Buffer) => {
    await redis.set(key, packed, 'EX', ttlHours * 3_600)
  }
  return {
    putPage: (of: PageOf, page: SentPage) => put(keys.page(jobIdOf(of)), packPage(page)),
    /** Null when it is gone. */
    async getPage(of: PageOf): Promise<Uint8Array | null> {
      const stored = await redis.getBuffer(keys.page(jobIdOf(of)))
      return stored && unpackPage(stored)
    },
    putContent: (entryId: string, html: string) =>
      put(keys.content(entryId), compress(Buffer.from(html))),
    async getContent(entryId: string): Promise<string | null> {
      const stored = await redis.getBuffer(keys.content(entryId))
      return stored && decompress(stored).toString()
    },
  }
}

export type PageStore = ReturnType<typeof createPageStore>
