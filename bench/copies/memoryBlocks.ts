import { type PageText, pageKeys, type SeenBlocks } from '../../src/shared/core/page/repeats.ts'

/** What repeats on the pages of each source, in memory: as `learnBlocks.lua`, but nothing is ever halved. */
export function memoryBlocks() {
  const sources = new Map<string, Map<string, number>>()
  return {
    /** Learns a page; tells what was seen of its source before. */
    learn(source: string, page: PageText): SeenBlocks {
      const counts = sources.get(source) ?? new Map<string, number>()
      sources.set(source, counts)
      const pages = counts.get('pages') ?? 0
      const keys = pageKeys(page)
      const added = counts.has(keys.page) ? 0 : 1
      const before = new Map(keys.blocks.map((key) => [key, counts.get(key) ?? 0]))
      counts.set(keys.page, 1)
      for (const [key, count] of before) counts.set(key, count + added)
      counts.set('pages', pages + added)
      return { pages, counts: before }
    },
  }
}
