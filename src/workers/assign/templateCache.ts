import { LRUCache } from 'lru-cache'
import type { Context } from '../../shared/context.ts'
import { type TitledText, titledText } from '../../shared/core/copies/siblings.ts'
import { noTemplates } from '../../shared/core/copies/templateMemory.ts'
import { unpackTemplates } from '../../shared/core/copies/templatePacked.ts'
import type { TemplateMemory } from '../../shared/core/copies/templateTypes.ts'

type Parts = Pick<Context, 'redis' | 'keys' | 'stories' | 'config'>

/** Sources whose templates are kept: at most 10 KB each. */
const mostSources = 2_000
/** Characters of the texts kept, 14 bytes each with their tokens. */
const mostCharacters = 1_500_000

/** What one commit has made known. */
export interface Learned {
  readonly articleId: string
  readonly page: TitledText
  readonly source: string
  /** Null when the page taught nothing. */
  readonly learned: TemplateMemory | null
}

/**
 * Templates of sources and texts of articles, read through. Trusted only by the one who writes them, the assigner in
 * charge, and only as long as its memory agrees with Redis.
 */
export function createTemplateCache({ redis, keys, stories, config }: Parts) {
  const ttl = config.ARTICLE_TTL_HOURS * 3_600_000
  const memories = new LRUCache<string, TemplateMemory>({ max: mostSources, ttl })
  const texts = new LRUCache<string, TitledText>({
    maxSize: mostCharacters,
    sizeCalculation: ({ length }) => length + 1,
    ttl,
  })
  const loadMemories = async (sources: readonly string[]): Promise<void> => {
    const packed = await redis.mgetBuffer(sources.map(keys.templates))
    sources.forEach((source, at) => {
      const stored = packed[at]
      memories.set(source, stored ? unpackTemplates(stored) : noTemplates)
    })
  }
  const loadText = async (id: string): Promise<TitledText> => {
    const { title, text } = await stories.titleAndText(id)
    const loaded = titledText(title, text)
    texts.set(id, loaded)
    return loaded
  }
  return {
    /** Memories of sources, in their order. */
    async memoriesOf(sources: readonly string[]): Promise<readonly TemplateMemory[]> {
      const missing = sources.filter((source) => !memories.has(source))
      if (missing.length > 0) await loadMemories(missing)
      return sources.map((source) => memories.get(source) ?? noTemplates)
    },

    /** Titles and texts of articles, in their order; empty where the article has expired. */
    textsOf(ids: readonly string[]): Promise<readonly TitledText[]> {
      return Promise.all(ids.map((id) => texts.get(id) ?? loadText(id)))
    },

    /** A commit has gone through. */
    learn({ articleId, page, source, learned }: Learned): void {
      texts.set(articleId, page)
      if (learned) memories.set(source, learned)
    },

    /** Redis holds something else than we thought. */
    forget(): void {
      memories.clear()
      texts.clear()
    },
  }
}

export type TemplateCache = ReturnType<typeof createTemplateCache>
