/** A month's name as CLDR writes it, and its number from 1 on. */
export type MonthName = readonly [name: string, month: number]

/** Calendars whose months are named in the news, by the names of Unicode. */
export type CalendarName = 'gregory' | 'persian' | 'islamic-umalqura'

const DAY_MS = 86_400_000

/** Steps shorter than any month, so that none is stepped over. */
const SAMPLES = Array.from({ length: 14 }, (_, at) => Date.UTC(2024, 0, 15) + at * 28 * DAY_MS)

/**
 * Long and short names of the months in a locale (`hr`, `ar-SY`), alone and beside a day, by CLDR; empty for a locale
 * that is not known.
 */
export function monthNames(locale: string, calendar: CalendarName): readonly MonthName[] {
  if (!/^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(locale)) return []
  if (Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0) return []
  const numbers = formatOf('en', calendar, { month: 'numeric' })
  const months = SAMPLES.map((sample) => Number(monthPart(numbers, sample)))
  const formats = (['long', 'short'] as const).flatMap((month) => [
    formatOf(locale, calendar, { month }),
    formatOf(locale, calendar, { month, day: 'numeric' }),
  ])
  return formats.flatMap((format) =>
    SAMPLES.map((sample, at) => [monthPart(format, sample), months[at] ?? 0] as const),
  )
}

function formatOf(
  locale: string,
  calendar: CalendarName,
  fields: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}-nu-latn`, {
    ...fields,
    timeZone: 'UTC',
  })
}

function monthPart(format: Intl.DateTimeFormat, ms: number): string {
  return format.formatToParts(ms).find(({ type }) => type === 'month')?.value ?? ''
}
