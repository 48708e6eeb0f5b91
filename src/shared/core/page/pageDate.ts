import { parseDate } from '../feed/dates.ts'

/**
 * Shapes of dates inside longer texts such as `Published 12 May 2019 | 3 min read`; linear, tried in this order.
 * What a shape finds is read by the parser of feed dates, which knows the month names.
 */
const shapes: readonly RegExp[] = [
  /(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?/,
  /(?<!\d)\d{1,2}(?:\.|st|nd|rd|th|er|º|°)?,? (?:de |of )?\p{L}{3,12}\.?,? (?:de |del )?(?:19|20)\d\d(?!\d)/u,
  /\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d(?!\d)/u,
  /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?!\d)/,
  /(?<!\d)(?:19|20)\d\d[./]\d{1,2}[./]\d{1,2}(?!\d)/,
  /(?:19|20)\d\d ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]/,
]

/** Earlier pages do not exist, and a bare year is no date. */
const firstYear = 1995

/** The first date in a text, as ISO 8601 with its offset as written; a bare day stays a day. Null when there is none. */
export function parsePageDate(raw: string): string | null {
  const text = raw.trim().slice(0, 200)
  if (!/\d{2}/.test(text) || text.length < 6) return null
  const whole = isoOf(text)
  if (whole !== null) return whole
  for (const shape of shapes) {
    const found = shape.exec(text)?.[0]
    const date = found === undefined ? null : isoOf(found)
    if (date !== null) return date
  }
  return null
}

function isoOf(text: string): string | null {
  const date = parseDate(text)
  return date !== null && Number(date.iso.slice(0, 4)) >= firstYear ? date.iso : null
}
