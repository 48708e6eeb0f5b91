import type { WirefoldEvent } from '../shared/client/eventTypes.ts'
import type { Source } from './api/replies.ts'

interface Counts {
  articles: number
  copies: number
  lastAt: string
  newest: string
  /** Times from published to first seen, seconds; the newest replace the oldest. */
  readonly lags: number[]
  /** URLs of the feeds its newest articles came by. */
  readonly feeds: string[]
}

/** A publisher with what was counted, and the feeds it comes by. */
export interface CountedSource extends Omit<Source, 'name' | 'health' | 'why'> {
  /** Id of its newest article. */
  readonly newest: string
  readonly feeds: readonly string[]
}

/** Publishers kept; each takes about a kilobyte at most. */
const mostSources = 20_000
const mostLags = 64
const mostFeeds = 4
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
        newest: '',
        lags: [],
        feeds: [],
      }
      counts.articles += 1
      if (copyKinds.has(relation.kind)) counts.copies += 1
      counts.lastAt = event.time
      counts.newest = article.id
      const lag = lagOf(article)
      if (lag !== null) counts.lags[(counts.articles - 1) % mostLags] = lag
      noteFeed(counts.feeds, article.feed)
      bySource.delete(article.source)
      bySource.set(article.source, counts)
      const [oldest] = bySource.keys()
      if (bySource.size > mostSources && oldest !== undefined) bySource.delete(oldest)
    },

    list(limit: number): { sources: CountedSource[]; events: number } {
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

function noteFeed(feeds: string[], url: string): void {
  if (feeds.includes(url)) return
  feeds.push(url)
  if (feeds.length > mostFeeds) feeds.shift()
}

/** A bare day tells no lag. */
function lagOf({ publishedAt, firstSeenAt }: Told): number | null {
  if (publishedAt === null || publishedAt.length <= 'YYYY-MM-DD'.length) return null
  const seconds = (Date.parse(firstSeenAt) - Date.parse(publishedAt)) / 1_000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null
}

function median(values: readonly number[]): number | null {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? null
}
