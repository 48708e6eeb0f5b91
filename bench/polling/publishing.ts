import type { Random } from '../../demo/random.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Entries a day: half of the feeds bring fewer than six, some hundreds. */
const medianPerDay = 6
const spreadOfRates = 1.6
const mostPerDay = 600

/** Hours of a day and days of a week in which more or less is published than on average. */
const dailySwing = 0.9
const weekdayFactor = 1.2
const weekendFactor = 0.5

/** Entries that come at once where a feed publishes in bursts, and the time they take. */
const burst = { least: 3, most: 12, withinMs: 2 * minuteMs }

/** A time span in epoch milliseconds, the end left out. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/** Publication times of one feed in a span, ascending and each once: a rate of its own, a rhythm of day and week. */
export function drawTimes(
  { fromMs, toMs }: Span,
  { random, bursts }: { random: Random; bursts: boolean },
): readonly number[] {
  const perDay = Math.min(mostPerDay, medianPerDay * Math.exp(spreadOfRates * normal(random)))
  const size = bursts ? random.between(burst.least, burst.most) : 1
  const peakPerMs = (perDay / size / dayMs) * (1 + dailySwing) * weekdayFactor
  const phaseMs = random.next() * dayMs
  const times = new Set<number>()
  for (let atMs = fromMs; ; ) {
    atMs += -Math.log(1 - random.next()) / peakPerMs
    if (atMs >= toMs) break
    // thinning (Lewis and Shedler, 1979): drawn at the peak rate, kept by the rate of the moment
    const kept = random.next() * (1 + dailySwing) * weekdayFactor < rateAt(atMs, phaseMs)
    if (kept) addBurst(times, { atMs, size, random })
  }
  return [...times].filter((time) => time < toMs).sort((left, right) => left - right)
}

function rateAt(atMs: number, phaseMs: number): number {
  const daily = 1 + dailySwing * Math.sin((2 * Math.PI * (atMs + phaseMs)) / dayMs)
  const weekday = new Date(atMs).getUTCDay()
  return daily * (weekday === 0 || weekday === 6 ? weekendFactor : weekdayFactor)
}

function addBurst(
  times: Set<number>,
  { atMs, size, random }: { atMs: number; size: number; random: Random },
): void {
  for (let entry = 0; entry < size; entry += 1) {
    const offsetMs = entry === 0 ? 0 : random.next() * burst.withinMs
    // to the second, as feeds say it
    times.add(Math.floor((atMs + offsetMs) / 1_000) * 1_000)
  }
}

/** Box and Muller (1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
