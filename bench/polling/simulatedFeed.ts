import { createRandom, type Random } from '../../demo/random.ts'
import { drawTimes, type Span } from './publishing.ts'
import { drawTraits, hopeless, type Traits, type Trouble } from './traits.ts'

/** One feed of the simulated web. */
export interface SimulatedFeed {
  readonly number: number
  /** Number of the address it lives on; several feeds may share one. */
  readonly site: number
  readonly traits: Traits
  /** Publication times, epoch milliseconds, ascending; an entry is named by its place here. */
  readonly times: readonly number[]
  /** When it cannot be read, in order. */
  readonly outages: readonly Span[]
}

/** Days that were published before the run begins: feeds have a past. */
const daysBefore = 28
const dayMs = 86_400_000
const minuteMs = 60_000

/** Of ten sites seven have one feed, the others one a section. */
const feedsOfSite = [1, 1, 1, 1, 1, 1, 1, 3, 5, 8] as const

/** Plans the feeds of a run. The same seed gives the same web. */
export function planFeeds(
  count: number,
  { seed, span }: { seed: number; span: Span },
): readonly SimulatedFeed[] {
  const random = createRandom(seed)
  const feeds: SimulatedFeed[] = []
  for (let site = 0; feeds.length < count; site += 1) {
    const sections = random.pick(feedsOfSite)
    for (let section = 0; section < sections && feeds.length < count; section += 1) {
      feeds.push(planFeed({ number: feeds.length, site, alone: sections === 1 }, span, random))
    }
  }
  return feeds
}

function planFeed(
  { number, site, alone }: Pick<SimulatedFeed, 'number' | 'site'> & { alone: boolean },
  { fromMs, toMs }: Span,
  random: Random,
): SimulatedFeed {
  const drawn = drawTraits(random)
  // an answer that never ends holds up its site in real time, of which the others know nothing
  const traits = drawn.trouble === 'drip' && !alone ? { ...drawn, trouble: 'slow' as const } : drawn
  const past = { fromMs: fromMs - daysBefore * dayMs, toMs }
  const times = drawTimes(past, { random, bursts: traits.bursts })
  return {
    number,
    site,
    traits,
    times,
    outages: drawOutages(traits.trouble, { fromMs, toMs }, random),
  }
}

/** Outages of a day, and minutes each takes: from, to. */
const outageHabits: Partial<
  Readonly<Record<Trouble, readonly [perDay: number, from: number, to: number]>>
> = {
  missing_at_times: [2, 5, 40],
  failing_at_times: [2, 5, 60],
  limited_seconds: [3, 10, 30],
  limited_date: [3, 10, 30],
  unavailable: [1, 30, 120],
  reset_at_times: [4, 5, 20],
}

function drawOutages(trouble: Trouble, { fromMs, toMs }: Span, random: Random): readonly Span[] {
  if (hopeless.has(trouble)) return [{ fromMs: 0, toMs: Number.POSITIVE_INFINITY }]
  if (trouble === 'gone') {
    return [{ fromMs: fromMs + random.next() * (toMs - fromMs), toMs: Number.POSITIVE_INFINITY }]
  }
  const habit = outageHabits[trouble]
  if (!habit) return []
  const [perDay, least, most] = habit
  const number = Math.max(1, Math.round((perDay * (toMs - fromMs)) / dayMs))
  return Array.from({ length: number }, () => {
    const startMs = fromMs + random.next() * (toMs - fromMs)
    return { fromMs: startMs, toMs: startMs + random.between(least, most) * minuteMs }
  }).sort((left, right) => left.fromMs - right.fromMs)
}

/** The outage a feed is in. */
export function outageAt({ outages }: SimulatedFeed, nowMs: number): Span | null {
  return outages.find(({ fromMs, toMs }) => fromMs <= nowMs && nowMs < toMs) ?? null
}

/** Numbers of the entries a feed shows: from the oldest shown up to, without, the next to come. */
export function shownAt({ times, traits }: SimulatedFeed, nowMs: number) {
  const next = firstAfter(times, nowMs)
  return { oldest: Math.max(0, next - traits.window), next }
}

/** Was the entry to be seen at any moment at which the feed could be read? */
export function couldBeSeen(feed: SimulatedFeed, entry: number): boolean {
  const { times, traits, outages } = feed
  let fromMs = times[entry] ?? 0
  const toMs = times[entry + traits.window] ?? Number.POSITIVE_INFINITY
  for (const outage of outages) {
    if (outage.fromMs > fromMs) break
    fromMs = Math.max(fromMs, outage.toMs)
  }
  return fromMs < toMs
}

/** Place of the first time after `nowMs`, by bisection. */
function firstAfter(times: readonly number[], nowMs: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) <= nowMs) low = middle + 1
    else high = middle
  }
  return low
}
