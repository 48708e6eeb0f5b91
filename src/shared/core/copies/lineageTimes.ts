import type { FirstPublished, LineageArticle, LineageInput, SourceClock } from './lineageTypes.ts'

/** When something happened at the earliest and at the latest, in milliseconds since 1970. */
export interface TimeSpan {
  readonly fromMs: number
  readonly toMs: number
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** How far a watched clock may be off. */
const watchedMs = 5 * minuteMs
/** How far an unwatched one may be: by minutes to weigh two orders, by a time zone to be sure of one. */
const unwatchedMs = { likely: 10 * minuteMs, sure: 10 * 60 * minuteMs } as const
/** How long a page may be out before the feed lists it. */
const feedLagMs = 20 * minuteMs
/** Zones of a day-only date reach from UTC-12 to UTC+14. */
const zoneMs = 14 * 60 * minuteMs

/** Articles of a source after which its clock is believed. */
const fewestObservations = 8
/** How fast the least lag fades, so that a clock that was put right is noticed after some hundred articles. */
const fading = 1 / 256

/** The clock of a source after one more article that is dated to the minute; `lagMs` = first seen - claimed. */
export function observeClock(clock: SourceClock | null, lagMs: number): SourceClock {
  if (clock === null) return { count: 1, leastLagMs: lagMs }
  const faded = clock.leastLagMs + Math.max(0, lagMs - clock.leastLagMs) * fading
  return { count: Math.min(clock.count + 1, 1_000), leastLagMs: Math.min(faded, lagMs) }
}

function isWatched(clock: SourceClock | undefined): clock is SourceClock {
  return clock !== undefined && clock.count >= fewestObservations
}

/**
 * How far a source's times are ahead of ours: 0 unless its least lag is far from what polling explains; then
 * whole quarters of an hour, since such clocks are wrong by a time zone.
 */
export function clockOffsetMs(clock: SourceClock | undefined): number {
  if (!isWatched(clock)) return 0
  const quarterMs = 15 * minuteMs
  const quarters = Math.round(-clock.leastLagMs / quarterMs)
  return Math.abs(quarters) < 2 ? 0 : quarters * quarterMs
}

/** How sure a time must be. */
type Certainty = keyof typeof unwatchedMs

interface Dated {
  readonly article: LineageArticle
  readonly clock: SourceClock | undefined
  readonly certainty: Certainty
}

/** When an article was published, by its publisher; null when that is not said, or is later than it was seen. */
function claimedSpan({ article, clock, certainty }: Dated): TimeSpan | null {
  const { claimedMs, claimedDay, seenMs } = article
  if (claimedMs === null) return null
  if (claimedDay) {
    return { fromMs: claimedMs - zoneMs, toMs: Math.min(claimedMs + dayMs + zoneMs, seenMs) }
  }
  const errorMs = isWatched(clock) ? watchedMs : unwatchedMs[certainty]
  const trueMs = claimedMs - clockOffsetMs(clock)
  if (trueMs - errorMs > seenMs) return null
  return { fromMs: trueMs - errorMs, toMs: Math.min(trueMs + errorMs, seenMs) }
}

/** When an article was published, by when polls found it. */
export function seenSpan({ seenMs, seenAfterMs }: LineageArticle): TimeSpan {
  const fromMs = seenAfterMs === null ? Number.NEGATIVE_INFINITY : seenAfterMs - feedLagMs
  return { fromMs, toMs: seenMs }
}

/** Both together; where they contradict each other, when it was found. */
function publishedSpan(dated: Dated): TimeSpan {
  const seen = seenSpan(dated.article)
  const claimed = claimedSpan(dated)
  if (claimed === null) return seen
  const fromMs = Math.max(seen.fromMs, claimed.fromMs)
  return fromMs <= claimed.toMs ? { fromMs, toMs: claimed.toMs } : seen
}

/** When an article was most likely published. */
export function likelySpan(article: LineageArticle, { clocks }: LineageInput): TimeSpan {
  return publishedSpan({ article, clock: clocks.get(article.source), certainty: 'likely' })
}

/** Chance that the first happened before the second, each equally likely at any time of its span. */
export function chanceBefore(first: TimeSpan, second: TimeSpan): number {
  if (first.toMs <= second.fromMs) return 1
  if (second.toMs <= first.fromMs) return 0
  return meanShareAfter(closed(first, second), closed(second, first))
}

/** An open beginning is put a day before anything else that is known. */
function closed(span: TimeSpan, other: TimeSpan): TimeSpan {
  if (Number.isFinite(span.fromMs)) return span
  const otherMs = Number.isFinite(other.fromMs) ? other.fromMs : other.toMs
  return { ...span, fromMs: Math.min(span.toMs, otherMs) - dayMs }
}

const steps = 32

/** The share of `second` that lies after a time, averaged over the times of `first`. */
function meanShareAfter(first: TimeSpan, second: TimeSpan): number {
  const width = Math.max(1, second.toMs - second.fromMs)
  let sum = 0
  for (let step = 0; step < steps; step++) {
    const timeMs = first.fromMs + ((first.toMs - first.fromMs) * (step + 0.5)) / steps
    sum += Math.min(1, Math.max(0, (second.toMs - timeMs) / width))
  }
  return sum / steps
}

/** Whether an article was there before another for another reason than time. */
export type IsBefore = (first: LineageArticle, second: LineageArticle) => boolean

/** Who was first by each kind of time; clocks nobody has watched do not decide it. */
export function findFirst({ articles, clocks }: LineageInput, isBefore: IsBefore): FirstPublished {
  const dated = (article: LineageArticle): Dated => ({
    article,
    clock: clocks.get(article.source),
    certainty: 'sure',
  })
  const never = () => false
  return {
    overall: earliest(articles, (article) => publishedSpan(dated(article)), isBefore),
    claimed: earliest(articles, (article) => claimedSpan(dated(article)), never),
    seen: earliest(articles, seenSpan, never),
  }
}

/** The article whose span ends before those of all others begin; one without a span could be first too. */
function earliest(
  articles: readonly LineageArticle[],
  spanOf: (article: LineageArticle) => TimeSpan | null,
  isBefore: IsBefore,
): string {
  const spans = articles.map((article) => ({ article, span: spanOf(article) ?? anyTime(article) }))
  const [first] = spans.toSorted((one, other) => one.span.toMs - other.span.toMs)
  if (first === undefined) return 'unknown'
  const isFirst = spans.every(
    ({ article, span }) =>
      article === first.article ||
      first.span.toMs < span.fromMs ||
      isBefore(first.article, article),
  )
  return isFirst ? first.article.id : 'unknown'
}

function anyTime({ seenMs }: LineageArticle): TimeSpan {
  return { fromMs: Number.NEGATIVE_INFINITY, toMs: seenMs }
}
