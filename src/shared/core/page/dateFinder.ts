import { parseDate } from '../feed/dates.ts'
import { asciiDigits } from '../feed/digits.ts'
import type { CalendarName } from '../feed/monthNames.ts'
import { isoDay } from './dateCalendars.ts'
import type { MonthReader } from './dateMonths.ts'
import { namedDates } from './dateNamed.ts'
import { numericDates } from './dateNumeric.ts'
import type { DateOrder, WrittenDate } from './dateTypes.ts'

/** How the dates of a page are read. */
export interface DateReading {
  readonly months: MonthReader
  /** What comes first in `05/10/2023`; null when nobody knows. */
  readonly order: () => DateOrder | null
  /** `YYYY-MM-DD`: later days were not there yet when the page was seen. */
  readonly latestDay: string
}

/** A date in a text, and where it stands with its time of day. */
export interface FoundDate {
  /** ISO 8601: a day, or a time with the offset as written. */
  readonly date: string
  readonly start: number
  readonly end: number
}

/** Earlier pages do not exist. */
const earliestDay = '1995-01-01'

/** Longer texts are read so far only, and of more dates the first: no line dates a page so often. */
const mostCharacters = 400
const mostDates = 6

/** What every date has: a year of four figures, two figures after points, or two after a word after a day; or an era. */
const mayBeDate =
  /\d{4}|\d{2}([./])\d{2}\1\d{2}|\d[^\p{L}\d]{1,3}\p{L}{3,14}[^\p{L}\d]{1,3}\d{2}|[年년]/u

/** They stand between the numbers of dates in scripts that run to the left. */
const directionMarks = /[\u061c\u200e\u200f]/g

/**
 * All dates in a text, in reading order. Left out are those that cannot be a page's, of the far past or the future, and
 * beside others those of the Hijra: its months begin a day earlier or later from country to country.
 */
export function findDates(text: string, reading: DateReading): readonly FoundDate[] {
  const shown = text.slice(0, mostCharacters)
  if (!hasDigit(shown)) return []
  const digits = asciiDigits(shown).replace(directionMarks, ' ')
  if (!mayBeDate.test(digits)) return []
  const written = [...numericDates(digits), ...namedDates(digits, reading.months)]
  const inOrder = written.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const found: (FoundDate & LikelyDay)[] = []
  for (const date of inOrder.slice(0, mostDates)) {
    if (date.start < (found.at(-1)?.end ?? 0)) continue
    const likely = likelyDay(date, reading)
    if (likely !== null) found.push({ ...likely, ...withClock(likely.day, date, digits) })
  }
  const exact = found.filter(({ calendar }) => calendar !== 'islamic-umalqura')
  return exact.length > 0 ? exact : found
}

interface LikelyDay {
  /** `YYYY-MM-DD` in our calendar. */
  readonly day: string
  /** In which it was written. */
  readonly calendar: CalendarName
}

/** Whether a text has a digit, for little: marks such as quotes and dashes are passed over, other scripts are not read. */
export function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x660 ? code >= 0x30 && code <= 0x39 : code < 0x2000 || code >= 0x3000) return true
  }
  return false
}

/** Whether a page can be of a day, `YYYY-MM-DD`. */
export function isPossible(day: string, { latestDay }: DateReading): boolean {
  return day >= earliestDay && day <= latestDay
}

/** Of the ways to read a date the one that can be; of two the one in the order of the page. */
function likelyDay({ readings }: WrittenDate, reading: DateReading): LikelyDay | null {
  const possible = readings.flatMap(({ order, ...date }) => {
    const day = isoDay(date)
    const { calendar } = date
    return day !== null && isPossible(day, reading) ? [{ order, day, calendar }] : []
  })
  const [first] = possible
  if (first === undefined) return null
  if (possible.every(({ day }) => day === first.day)) return first
  const order = reading.order()
  return possible.find((one) => one.order === order) ?? null
}

/** A time of day after a date, and its zone: `, 10:12 Uhr`, ` at 6.10 p.m. EST`, `T10:12:00+02:00`. */
const clock =
  /[T\s,;|·•–—-]{0,4}(?:(?:um|at|kl|klo|om|a las|alle|às|as|à|ore|o|в|u|lúc) ?\.?\s?)?(\d{1,2})(?:[:.h]|時|时|시 ?)(\d{2})(?::(\d{2})(?:\.\d{1,9})?|[分分]|분)?(?: ?([ap])\.?m\b\.?| ?(?:Uhr|h|hrs|Uhr))?(?: ?\(?((?:GMT|UTC)? ?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{1,5})\b\)?)?/y

function withClock(day: string, { start, end }: WrittenDate, text: string): FoundDate {
  clock.lastIndex = end
  const parts = clock.exec(text)
  if (parts === null) return { date: day, start, end }
  const [whole, hour = '', minute = '', second, half, zone] = parts
  const written = [
    `${day} ${hour.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`,
    half === undefined ? [] : `${half}m`,
    zone?.trim() ?? [],
  ].flat()
  const read = zone === undefined ? null : parseDate(written.join(' '))
  return { date: read?.iso ?? day, start, end: end + whole.length }
}
