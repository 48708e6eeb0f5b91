import { DATE_LAYOUTS } from './dateLayouts.ts'
import { HALF_DAY_WORDS, MONTH_WORDS } from './dateWords.ts'
import { TIME_ZONE_NAMES } from './timeZoneNames.ts'

/** A date as an instant, and as ISO 8601 with the offset its author wrote (`YYYY-MM-DD` for a bare day). */
export interface ParsedDate {
  readonly iso: string
  /** Epoch milliseconds. */
  readonly ms: number
}

/** Longer lines are no dates. */
const LENGTH_LIMIT = 100

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

const KOREAN_OFFSET_MINUTES = 540

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

type Parts = Readonly<Record<string, string | undefined>>

interface CalendarDay {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

/** Accents dropped from letters; Hangul, which decomposes too, stays whole. */
function dropAccents(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC').replaceAll('ı', 'i')
}

/** Nothing in brackets, single spaces. */
const FOLDED = /^[^\s()]+(?: [^\s()]+)*$/

/** The same in ASCII, which nearly all dates are. */
const FOLDED_ASCII = /^[!-'*-~]+(?: [!-'*-~]+)*$/

/** Lower case, accents and comments in brackets dropped, white space folded. */
function fold(text: string): string {
  const asWritten = text.toLowerCase()
  if (FOLDED_ASCII.test(asWritten)) return asWritten
  const lower = dropAccents(asWritten)
  if (FOLDED.test(lower)) return lower
  return lower
    .replaceAll(/\([^()]*\)/g, ' ')
    .replaceAll(/\s{2,}|[^\S ]/g, ' ')
    .trim()
}

const MONTH_OF_WORD: ReadonlyMap<string, number> = new Map(
  MONTH_WORDS.flatMap((words, index) =>
    fold(words)
      .split(' ')
      .map((word) => [word, index + 1] as const),
  ),
)

/** The month a word names in most languages that have the word; undefined when it names none. */
export function monthOfWord(word: string): number | undefined {
  return MONTH_OF_WORD.get(fold(word))
}

function matchLayout(folded: string): Parts | null {
  for (const layout of DATE_LAYOUTS) {
    const parts = layout.exec(folded)?.groups
    if (parts !== undefined) return parts
  }
  return null
}

/** Two digits by RFC 5322, section 4.3: up to 49 is this century. */
function yearOf(written: string): number {
  const year = Number(written)
  return written.length > 2 ? year : year + (year < 50 ? 2_000 : 1_900)
}

/** Day and month from two numbers in unknown order; null when both orders make sense. */
function orderDayMonth(first: number, other: number): Omit<CalendarDay, 'year'> | null {
  if (first > 12 || first === other) return { day: first, month: other }
  return other > 12 ? { day: other, month: first } : null
}

function calendarDayOf(parts: Parts): CalendarDay | null {
  const year = yearOf(parts['year'] ?? '')
  if (parts['ordinal'] !== undefined) return dayOfOrdinal(year, Number(parts['ordinal']))
  if (parts['first'] !== undefined) {
    const ordered = orderDayMonth(Number(parts['first']), Number(parts['other']))
    return ordered === null ? null : { year, ...ordered }
  }
  const word = parts['monthWord']
  const month = word === undefined ? Number(parts['month'] ?? 1) : MONTH_OF_WORD.get(word)
  return month === undefined ? null : { year, month, day: Number(parts['day'] ?? 1) }
}

function dayOfOrdinal(year: number, ordinal: number): CalendarDay | null {
  const date = new Date(Date.UTC(year, 0, ordinal))
  if (ordinal === 0 || date.getUTCFullYear() !== year) return null
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Midnight UTC of a day; a day past the end of its month counts only if the weekday agrees (`Thu, 31 Jun 2004`). */
function midnightOf({ year, month, day }: CalendarDay, weekday: string | undefined): number | null {
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > 31) return null
  const midnight = new Date(Date.UTC(year, month - 1, day))
  const isRegular = midnight.getUTCMonth() === month - 1
  const isConfirmed = weekday?.slice(0, 3) === WEEKDAYS[midnight.getUTCDay()]
  return isRegular || isConfirmed ? midnight.getTime() : null
}

/** Hour on the 24-hour clock; null when it does not exist. */
function hourOf(parts: Parts): number | null {
  const hour = Number(parts['hour'])
  const half = parts['halfBefore'] ?? parts['halfAfter']
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return null
  const isMorning = HALF_DAY_WORDS.morning.some((word) => word === half)
  return (hour % 12) + (isMorning ? 0 : 12)
}

/** Milliseconds since midnight; 24:00 is the end of the day and second 60 a leap second (ISO 8601). */
function clockMsOf(parts: Parts): number | null {
  if (parts['hour'] === undefined) return 0
  const hour = hourOf(parts)
  const minute = Number(parts['minute'])
  const second = Number(parts['second'] ?? 0)
  if (hour === null || hour > 24 || minute > 59 || second > 60) return null
  if (hour === 24 && (minute > 0 || second > 0)) return null
  const fraction = Number(`0.${parts['fraction'] ?? 0}`)
  return ((hour * 60 + minute) * 60 + second) * 1_000 + Math.floor(fraction * 1_000)
}

function numericOffset(zone: string): number | null {
  const match = /([+-])(\d{1,2}?):?(\d{2})?$/.exec(zone)
  if (match === null) return null
  const hours = Number(match[2])
  const minutes = Number(match[3] ?? 0)
  if (hours > 14 || minutes > 59) return null
  return (hours * 60 + minutes) * (match[1] === '-' ? -1 : 1)
}

function namedOffset(zone: string, month: number): number | null {
  if (!Object.hasOwn(TIME_ZONE_NAMES, zone)) return null
  const fits = TIME_ZONE_NAMES[zone]?.find(({ months }) => {
    if (months === undefined) return true
    const [first, last] = months
    return first <= last ? month >= first && month <= last : month >= first || month <= last
  })
  return fits?.minutes ?? null
}

function offsetMinutesOf(
  parts: Parts,
  { month, folded }: { readonly month: number; readonly folded: string },
): number | null {
  const zone = parts['zone']
  if (zone === undefined) {
    const isKorean = parts['hour'] !== undefined && /[가-힣]/.test(folded)
    return isKorean ? KOREAN_OFFSET_MINUTES : 0
  }
  return /\d/.test(zone) ? numericOffset(zone) : namedOffset(zone, month)
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  const hours = String(Math.floor(size / 60)).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`
}

function isoText(localMs: number, offsetMinutes: number, hasClock: boolean): string {
  const local = new Date(localMs).toISOString()
  if (!hasClock) return local.slice(0, 'YYYY-MM-DD'.length)
  if (!local.endsWith('.000Z')) return local.slice(0, -1) + offsetText(offsetMinutes)
  return local.slice(0, 'YYYY-MM-DDThh:mm:ss'.length) + offsetText(offsetMinutes)
}

/**
 * Instant of a date as feeds write it: RFC 822, RFC 850, ISO 8601, W3CDTF, asctime, numeric forms, month names of some
 * thirty languages. Without an offset it is read as UTC (as Korean time in Korean); null when it is no date or could be
 * two. Never `Date.parse`, which guesses and follows the zone of the machine.
 */
export function parseDate(raw: string): ParsedDate | null {
  if (raw.length > LENGTH_LIMIT * 4) return null
  const folded = fold(raw)
  const parts = folded.length > LENGTH_LIMIT ? null : matchLayout(folded)
  const day = parts === null ? null : calendarDayOf(parts)
  if (parts === null || day === null) return null
  const midnight = midnightOf(day, parts['weekday'])
  const clockMs = clockMsOf(parts)
  const offset = offsetMinutesOf(parts, { month: day.month, folded })
  if (midnight === null || clockMs === null || offset === null) return null
  const localMs = midnight + clockMs
  if (localMs >= Date.UTC(9_999, 11, 31) + DAY_MS) return null
  return {
    iso: isoText(localMs, offset, parts['hour'] !== undefined),
    ms: localMs - offset * MINUTE_MS,
  }
}

/** When an entry came out, epoch milliseconds; null when it says no time that can be read. */
export function publishedMsOf({
  publishedAt,
}: {
  readonly publishedAt: string | null
}): number | null {
  return publishedAt ? (parseDate(publishedAt)?.ms ?? null) : null
}
