import type { CalendarName } from '../feed/monthNames.ts'

/** A day as some calendar writes it. */
export interface CalendarDay {
  readonly calendar: CalendarName
  readonly year: number
  /** From 1 on. */
  readonly month: number
  readonly day: number
}

const dayMs = 86_400_000

/** Where the other calendars begin, and the mean lengths of their years and months in days. */
const otherCalendars = {
  persian: { start: Date.UTC(622, 2, 22), year: 365.242, month: 30.44 },
  'islamic-umalqura': { start: Date.UTC(622, 6, 19), year: 354.367, month: 29.53 },
} as const

type OtherCalendar = keyof typeof otherCalendars

/** A guess by mean lengths is a day or two off: all days from 1995 to 2037 take three steps at most. */
const mostSteps = 4

const formats = new Map<OtherCalendar, Intl.DateTimeFormat>()

/** The day in our calendar as `YYYY-MM-DD`; null when its own calendar has no such day. */
export function isoDay(date: CalendarDay): string | null {
  const ms = date.calendar === 'gregory' ? gregorianMs(date) : convertedMs(date, date.calendar)
  return ms === null ? null : new Date(ms).toISOString().slice(0, 10)
}

function gregorianMs({ year, month, day }: CalendarDay): number | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = year >= 1_000 && year <= 9_999 && date.getUTCMonth() === month - 1
  return exists && date.getUTCDate() === day ? date.getTime() : null
}

/** Guesses the day and walks to it by what the day is called in that calendar (Unicode's data). */
function convertedMs(date: CalendarDay, calendar: OtherCalendar): number | null {
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return null
  const lengths = otherCalendars[calendar]
  let ms =
    lengths.start +
    Math.round((date.year - 1) * lengths.year + (date.month - 1) * lengths.month + date.day - 1) *
      dayMs
  for (let step = 0; step < mostSteps; step++) {
    const [year, month, day] = namesOfDay(ms, calendar)
    const away =
      (date.year - year) * lengths.year + (date.month - month) * lengths.month + date.day - day
    if (date.year === year && date.month === month && date.day === day) return ms
    ms += (Math.round(away) || Math.sign(away)) * dayMs
  }
  return null
}

function namesOfDay(ms: number, calendar: OtherCalendar): readonly [number, number, number] {
  const parts = formatOf(calendar).formatToParts(ms)
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return [number('year'), number('month'), number('day')]
}

function formatOf(calendar: OtherCalendar): Intl.DateTimeFormat {
  const known = formats.get(calendar)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  formats.set(calendar, format)
  return format
}

/** Buddhist years run 543 ahead of ours. */
const buddhistYears = 543

/**
 * A day in every calendar that its year may be of: years of 1300 to 1500 are Persian or of the Hijra, years past 2400
 * Buddhist. Which of the former it is, the span of time in which there are web pages decides.
 */
export function yearReadings(
  year: number,
  [month, day]: readonly [number, number],
): readonly CalendarDay[] {
  if (year >= 2_400) return [{ calendar: 'gregory', year: year - buddhistYears, month, day }]
  if (year < 1_300 || year >= 1_500) return [{ calendar: 'gregory', year, month, day }]
  return [
    { calendar: 'persian', year, month, day },
    { calendar: 'islamic-umalqura', year, month, day },
  ]
}
