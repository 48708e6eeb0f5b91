import { asciiDigits } from '../feed/digits.ts'
import { monthNames } from '../feed/monthNames.ts'
import { memoized } from './memoized.ts'
import { foldWord, type Words } from './tokens.ts'
import { primaryTag } from './transliterate.ts'

const IDEOGRAPHIC_DATE = /(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/g
const NUMERIC_DATE = /(?<![\d.,/-])(\d{1,4})([./-])(\d{1,2})(?:\2(\d{1,4}))?(?![\d,/-]|\.\d)/g
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|e|º|ª)?$/
/** Words between a day and its month. */
const CONNECTORS = new Set(['of', 'de', 'di', 'da', 'do', 'del', 'τον', 'του'])
const MONTH_FIRST = new Set(['en'])
const POINT_DATES = new Set(
  'de vi ru uk bg pl cs sk sl hr sr bs fi nb nn no da et lv lt ro hu tr el it be mk is az kk'.split(
    ' ',
  ),
)
/** More than there are languages. */
const mostTables = 500
const NUMBERED_MONTHS: Readonly<Record<string, string>> = { vi: 'tháng' }

/**
 * Calendar days a text names, without the year, as `MM-DD`: `21.2`, `February 21`, `21 февраля` and `2月21日` all give
 * `02-21`. Month names are those of CLDR in that language.
 */
export function findDates(text: Words, lang: string): string[] {
  const tag = primaryTag(lang)
  const digits = asciiDigits(text.text)
  return [...namedMonths(text, tag), ...numericDates(digits, tag), ...ideographicDates(digits)]
}

function namedMonths({ folded }: Words, tag: string): string[] {
  const months = monthsOf(tag)
  const numbered = NUMBERED_MONTHS[tag]
  const found: string[] = []
  for (const [position, word] of folded.entries()) {
    const month = word === numbered ? smallNumber(folded[position + 1]) : monthOf(word, months)
    if (month === null) continue
    const after = word === numbered ? null : smallNumber(folded[position + 1])
    const day = dayBefore(folded, position) ?? after
    if (day !== null) pushDay(found, month, day)
  }
  return found
}

/** Hebrew writes "in" and the month as one word. */
function monthOf(word: string, months: ReadonlyMap<string, number>): number | null {
  return months.get(word) ?? (word.startsWith('ב') ? months.get(word.slice(1)) : undefined) ?? null
}

function dayBefore(folded: readonly string[], position: number): number | null {
  const before = folded[position - 1]
  if (before !== undefined && CONNECTORS.has(before)) return smallNumber(folded[position - 2])
  return smallNumber(before)
}

function smallNumber(word: string | undefined): number | null {
  const match = word === undefined ? null : ORDINAL.exec(asciiDigits(word))
  return match ? Number(match[1]) : null
}

function ideographicDates(digits: string): string[] {
  const found: string[] = []
  for (const match of digits.matchAll(IDEOGRAPHIC_DATE)) {
    pushDay(found, Number(match[1]), Number(match[2]))
  }
  return found
}

function numericDates(digits: string, tag: string): string[] {
  const found: string[] = []
  for (const [, first = '', separator = '', second = '', third] of digits.matchAll(NUMERIC_DATE)) {
    if (first.length === 4) {
      if (third !== undefined) pushDay(found, Number(second), Number(third))
    } else if (third?.length === 4 || third?.length === 2 || isShortDate(separator, tag)) {
      pushDayMonth(
        found,
        [Number(first), Number(second)],
        separator === '/' && MONTH_FIRST.has(tag),
      )
    }
  }
  return found
}

/** Whether two numbers alone are a date: `21/2` anywhere, `21.2` where the decimal sign is a comma. */
function isShortDate(separator: string, tag: string): boolean {
  return separator === '/' || (separator === '.' && POINT_DATES.has(tag))
}

function pushDayMonth(
  found: string[],
  [first, second]: [number, number],
  monthFirst: boolean,
): void {
  if (second > 12 || (monthFirst && first <= 12)) pushDay(found, first, second)
  else pushDay(found, second, first)
}

function pushDay(found: string[], month: number, day: number): void {
  if (month < 1 || month > 12 || day < 1 || day > 31) return
  found.push(`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** Empty tables too: asking CLDR for the months of Chinese, which are numbers, takes 2 ms each time. */
const monthsOf = memoized(mostTables, (tag): ReadonlyMap<string, number> => {
  const months = new Map<string, number>()
  for (const [name, month] of monthNames(tag, 'gregory')) addMonthName(months, name, month)
  return months
})

/** Names with digits or spaces (Chinese, Vietnamese) have rules of their own; a name of two months is dropped. */
function addMonthName(months: Map<string, number>, name: string, month: number): void {
  const folded = foldWord(name.normalize('NFC')).replace(/\.$/, '')
  if (folded.length < 2 || /[\d\s]/.test(folded)) return
  if ((months.get(folded) ?? month) !== month) months.delete(folded)
  else months.set(folded, month)
}
