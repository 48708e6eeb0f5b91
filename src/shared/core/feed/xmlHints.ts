import { childrenNamed, pick, textOf } from './xmlPick.ts'
import type { XmlElement } from './xmlTree.ts'

/** Minutes in a period of the RSS 1.0 syndication module. */
const PERIOD_MINUTES: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 1_440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
])

/** First letters of the days of the week, Sunday first. */
const WEEKDAYS: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

function wholeNumber(element: XmlElement): number | null {
  const text = textOf(element)
  return /^\d{1,7}$/.test(text) ? Number(text) : null
}

/** Minutes between updates as promised: RSS `ttl`, else the syndication module's period and frequency. */
export function ttlMinutesOf(channel: XmlElement): number | null {
  const ttl = pick(channel, ['ttl'], wholeNumber)
  if (ttl !== null) return ttl
  const period = pick(
    channel,
    ['sy:updateperiod'],
    (child) => PERIOD_MINUTES.get(textOf(child).toLowerCase()) ?? null,
  )
  const frequency = pick(channel, ['sy:updatefrequency'], wholeNumber) ?? 1
  return period === null ? null : Math.round(period / Math.max(frequency, 1))
}

/** What the children of the first element of that name say, each value once, in order. */
function listOf(
  channel: XmlElement,
  [list, item]: readonly [string, string],
  read: (child: XmlElement) => number | null,
): number[] {
  const holders = childrenNamed(channel, [list]).slice(0, 1)
  const values = holders.flatMap((holder) => childrenNamed(holder, [item])).map(read)
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b)
}

/** Hours (0 to 23, GMT) in which nothing is published; RSS 0.91 counts them from 1 to 24. */
export function skipHoursOf(channel: XmlElement): number[] {
  return listOf(channel, ['skiphours', 'hour'], (child) => {
    const hour = wholeNumber(child)
    return hour === null || hour > 24 ? null : hour % 24
  })
}

/** Days of the week (0 = Sunday, GMT) on which nothing is published. */
export function skipDaysOf(channel: XmlElement): number[] {
  return listOf(channel, ['skipdays', 'day'], (child) => {
    const day = WEEKDAYS.indexOf(textOf(child).slice(0, 3).toLowerCase())
    return day === -1 ? null : day
  })
}
