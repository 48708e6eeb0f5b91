import type { FirstPublished, LineageArticle, LineageInput, SourceClock } from './lineageTypes.ts'

/** When something happened at the earliest and at the latest, in milliseconds since 1970. */
export interface TimeSpan {
  readonly fromMs: number
  readonly toMs: number
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** How far a clock nobody has watched, and one that has been, may be off. */
const unknownClockMs = 10 * minuteMs
const knownClockMs = 5 * minuteMs
/** How long a page may be out before the feed lists it. */
const feedLagMs = 20 * minuteMs
/** Zones of a day-only date reach from UTC-12 to UTC+14. */
const zoneMs = 14 * 60 * minuteMs

/** Articles of a source after which its clock is believed. */
const fewestObservations = 8
/** How fast the least lag fades, so that a clock that was put right is noticed after some hundred articles. */
const fading = 1 / 256

/** The clock of a source after one more of its articles, one dated to the minute. */
export function observeClock(clock: SourceClock | null, lagMs: number): SourceClock {
  if (clock === null) return { count: 1, leastLagMs: lagMs }
  const faded = clock.leastLagMs + Math.max(0, lagMs - clock.leastLagMs) * fading
  return { count: Math.min(clock.count + 1, 1_000), leastLagMs: Math.min(faded, lagMs) }
}

/**
 * How far a source's times are ahead of ours: 0 unless its least lag is far from what polling explains; then
 * whole quarters of an hour, since such clocks are wrong by a time zone.
 */
export function clockOffsetMs(clock: SourceClock | undefined): number {
  if (clock === undefined || clock.count < fewestObservations) return 0
  const quarterMs = 15 * minuteMs
  const quarters = Math.round(-clock.leastLagMs / quarterMs)
  return Math.abs(quarters) < 2 ? 0 : quarters * quarterMs
}

/** When an article was published, by its publisher; null when that is not said, or is later than it was seen. */
export function claimedSpan(
  { claimedMs, claimedDay, seenMs }: LineageArticle,
  clock: SourceClock | undefined,
): TimeSpan | null {
  if (claimedMs === null) return null
  if (claimedDay)
    return { fromMs: claimedMs - zoneMs, toMs: Math.min(claimedMs + dayMs + zoneMs, seenMs) }
  const isWatched = clock !== undefined && clock.count >= fewestObservations
  const errorMs = isWatched ? knownClockMs : unknownClockMs
  const trueMs = claimedMs - clockOffsetMs(clock)
  if (trueMs - errorMs > seenMs) return null
  return { fromMs: trueMs - errorMs, toMs: Math.min(trueMs + errorMs, seenMs) }
}

/** When an article was published, by when polls found it. */
export function seenSpan({ seenMs, seenAfterMs }: LineageArticle): TimeSpan {
  return {
    fromMs: seenAfterMs === null ? Number.NEGATIVE_INFINITY : seenAfterMs - feedLagMs,
    toMs: seenMs,
  }
}

/** Both together; where they contradict each other, ours. */
export function publishedSpan(article: LineageArticle, clock: SourceClock | undefined): TimeSpan {
  const seen = seenSpan(article)
  const claimed = claimedSpan(article, clock)
  if (claimed === null) return seen
  const fromMs = Math.max(seen.fromMs, claimed.fromMs)
  return fromMs <= claimed.toMs ? { fromMs, toMs: claimed.toMs } : seen
}

/** Chance that the first happened before the second, each equally likely at any time of its span. */
export function chanceBefore(first: TimeSpan, second: TimeSpan): number {
  if (first.toMs <= second.fromMs) return 1
  if (second.toMs <= first.fromMs) return 0
  const one = bounded(first, second)
  const other = bounded(second, first)
  return meanShare(one, other)
}

/** An open beginning is put a day before anything else is known. */
function bounded(span: TimeSpan, other: TimeSpan): TimeSpan {
  if (Number.isFinite(span.fromMs)) return span
  const known = Math.min(
    span.toMs,
    other.toMs,
    Number.isFinite(other.fromMs) ? other.fromMs : other.toMs,
  )
  return { ...span, fromMs: known - dayMs }
}

const steps = 32

/** The share of `second` that lies after a time, averaged over the times of `first`. */
function meanShare(first: TimeSpan, second: TimeSpan): number {
  const width = Math.max(1, second.toMs - second.fromMs)
  let sum = 0
  for (let step = 0; step < steps; step++) {
    const timeMs = first.fromMs + ((first.toMs - first.fromMs) * (step + 0.5)) / steps
    sum += Math.min(1, Math.max(0, (second.toMs - timeMs) / width))
  }
  return sum / steps
}

/** An article that was published before another for a reason other than time: it is its ancestor by its own word. */
export type IsBefore = (first: LineageArticle, second: LineageArticle) => boolean

/** Who was first by each kind of time. */
export function findFirst({ articles, clocks }: LineageInput, isBefore: IsBefore): FirstPublished {
  const clockOf = ({ source }: LineageArticle) => clocks.get(source)
  const never = () => false
  return {
    overall: earliest(articles, (article) => publishedSpan(article, clockOf(article)), isBefore),
    claimed: earliest(articles, (article) => claimedSpan(article, clockOf(article)), never),
    seen: earliest(articles, seenSpan, never),
  }
}

/** The article whose span ends before those of all others begin; articles without a span could be first too. */
function earliest(
  articles: readonly LineageArticle[],
  spanOf: (article: LineageArticle) => TimeSpan | null,
  isBefore: IsBefore,
): string {
  const spans = articles.map((article) => ({ article, span: spanOf(article) ?? anyTime(article) }))
  const [first] = spans.toSorted((one, other) => one.span.toMs - other.span.toMs)
  if (first === undefined) return unknown
  const isFirst = spans.every(
    ({ article, span }) =>
      article === first.article ||
      first.span.toMs < span.fromMs ||
      isBefore(first.article, article),
  )
  return isFirst ? first.article.id : unknown
}

function anyTime({ seenMs }: LineageArticle): TimeSpan {
  return { fromMs: Number.NEGATIVE_INFINITY, toMs: seenMs }
}

const unknown = 'unknown'
