import { parseDate } from '../feed/dates.ts'
import { type DateReading, findDates, isPossible } from './dateFinder.ts'
import { monthReader } from './dateMonths.ts'

/** Longer texts hold no date of a page near their beginning. */
const mostCharacters = 200

/** Where nothing is known of the page: no language, and dates of any day there will be pages of for a while. */
export const anyPage: DateReading = {
  months: monthReader([]),
  order: () => null,
  latestDay: '2037-12-31',
}

/** A month is no day. */
const monthOnly = /^\d{4}-?\d{2}$/

/** The first date in a text, as ISO 8601 with its offset as written; a bare day stays a day. Null when there is none. */
export function parsePageDate(raw: string, reading: DateReading): string | null {
  const text = raw.trim().slice(0, mostCharacters)
  if (text.length < 6 || monthOnly.test(text)) return null
  const whole = parseDate(text)?.iso
  if (whole !== undefined && isPossible(whole.slice(0, 'YYYY-MM-DD'.length), reading)) return whole
  return findDates(text, reading)[0]?.date ?? null
}
