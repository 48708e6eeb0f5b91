import type { WirefoldEvent } from '../shared/client/eventTypes.ts'
import type { Source } from './api/replies.ts'

interface Counts {
  articles: number
  copies: number
  lastAt: string
  /** Times from published to first seen, seconds; the newest replace the oldest. */
  readonly lags: number[]
}

/** Publishers kept; each takes at most 700 bytes. */
const mostSources = 20_000
const mostLags = 64
const copyKinds: ReadonlySet<string> = new Set(['copy', 'partial', 'revision'])

/** Counts what each publisher brings, over the events that pass by. */
export function createSourceCounts() {
  const bySource = new Map<string, Counts>()
  let events = 0
  return {
    apply(event: WirefoldEvent): void {
      if (event.type !== 'wirefold.story.opened.v1' && event.type !== 'wirefold.story.joined.v1')
        return
      events += 1
      const { article, relation } = event.data
      const counts = bySource.get(article.source) ?? {
        articles: 0,
        copies: 0,
        lastAt: '',
        lags: [],
      }
      counts.articles += 1
      if (copyKinds.has(relation.kind)) counts.copies += 1
      counts.lastAt = event.time
      const lag = lagOf(article)
      if (lag !== null) counts.lags[(counts.articles - 1) % mostLags] = lag
      bySource.delete(article.source)
      bySource.set(article.source, counts)
      const [oldest] = bySource.keys()
      if (bySource.size > mostSources && oldest !== undefined) bySource.delete(oldest)
    },

    list(limit: number): { sources: Source[]; events: number } {
      const busiest = [...bySource].sort(([, one], [, other]) => other.articles - one.articles)
      const sources = busiest.slice(0, limit).map(([source, { lags, ...counts }]) => ({
        source,
        ...counts,
        lagSeconds: median(lags.filter((lag) => lag !== undefined)),
      }))
      return { sources, events }
    },
  }
}

export type SourceCounts = ReturnType<typeof createSourceCounts>

type Told = Extract<WirefoldEvent, { type: 'wirefold.story.joined.v1' }>['data']['article']

/** A bare day tells no lag. */
function lagOf({ publishedAt, firstSeenAt }: Told): number | null {
  if (publishedAt === null || publishedAt.length <= 'YYYY-MM-DD'.length) return null
  const seconds = (Date.parse(firstSeenAt) - Date.parse(publishedAt)) / 1_000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null
}

function median(values: readonly number[]): number | null {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? null
}
