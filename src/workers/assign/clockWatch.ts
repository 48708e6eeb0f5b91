import type { Context } from '../../shared/context.ts'
import type { ReadArticle } from '../../shared/schemas.ts'
import { watchClocks } from '../../shared/store/lineage.ts'

type Parts = Pick<Context, 'redis' | 'keys' | 'config'>

/**
 * Collects how publishers' times lag, and saves it now and then: two round trips for many articles. What a crash loses is
 * a few observations of an average.
 */
export function createClockWatch(parts: Parts) {
  let observed = new Map<string, number[]>()
  return {
    observe(article: ReadArticle): void {
      if (!saysMinute(article)) return
      const lagsMs = observed.get(article.source) ?? []
      lagsMs.push(article.firstSeenMs - article.timeMs)
      observed.set(article.source, lagsMs)
    },

    async save(): Promise<void> {
      const pending = [...observed].map(([source, lagsMs]) => ({ source, lagsMs }))
      observed = new Map()
      if (pending.length > 0)
        await watchClocks(parts, pending, parts.config.ARTICLE_TTL_HOURS * 3_600)
    },
  }
}

/** A bare day tells nothing of a publisher's clock. */
function saysMinute({ dated, page }: ReadArticle): boolean {
  return dated && (page.publishedAt?.length ?? 0) > 'YYYY-MM-DD'.length
}

export type ClockWatch = ReturnType<typeof createClockWatch>
