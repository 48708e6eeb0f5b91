import { monthOfWord } from '../feed/dates.ts'
import { type CalendarName, monthNames } from '../feed/monthNames.ts'
import { plainLetters } from './text.ts'

/** A month of some calendar. */
export interface NamedMonth {
  readonly calendar: CalendarName
  /** From 1 on. */
  readonly month: number
}

/** The month that a word, or two with a space between them, names. */
export type MonthReader = (name: string) => NamedMonth | undefined

type MonthTable = ReadonlyMap<string, NamedMonth>

/** Locales whose months are looked for in words of a script: no two of one script use a word for different months. */
const localesOfScript: readonly (readonly [script: RegExp, locales: string])[] = [
  [
    /\p{Script=Arabic}/u,
    'ar ar-SY ar-DZ ar-MA fa ur ps ckb ug persian:fa persian:fa-AF persian:ps hijri:ar',
  ],
  [/\p{Script=Cyrillic}/u, 'ru uk be bg sr mk kk ky tg mn'],
  [/\p{Script=Devanagari}/u, 'hi mr ne'],
  [/\p{Script=Bengali}/u, 'bn as'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Telugu}/u, 'te'],
  [/\p{Script=Gujarati}/u, 'gu'],
  [/\p{Script=Gurmukhi}/u, 'pa'],
  [/\p{Script=Kannada}/u, 'kn'],
  [/\p{Script=Malayalam}/u, 'ml'],
  [/\p{Script=Sinhala}/u, 'si'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Ethiopic}/u, 'am'],
]

const calendars: Readonly<Record<string, CalendarName>> = {
  persian: 'persian',
  hijri: 'islamic-umalqura',
}

/** By locales, empty ones too: asking CLDR for the months of Japanese, which are numbers, takes 2 ms each time. */
const tables = new Map<string, MonthTable>()
/** More than there are locales: pages may claim any language. */
const mostTables = 500

/**
 * Reads month names: those of the languages given, as `pt-BR` or `pt`, before those of any other. It matters where one
 * word means two months: `listopad` is October in Croatian and November in Polish.
 */
export function monthReader(languages: readonly string[]): MonthReader {
  const tags = languages.map((language) => language.toLowerCase().split(/[-_]/)[0] ?? '')
  return (name) => {
    const first = name.codePointAt(0) ?? 0
    const key = foldMonth(name)
    if (key === '') return undefined
    const script = first < 0x250 ? undefined : localesOfScript.find(([shape]) => shape.test(name))
    if (script !== undefined) return wordOf(tableOf(script[1]), key)
    for (const tag of tags) {
      const known = tableOf(tag).get(key)
      if (known !== undefined) return known
    }
    const month = monthOfWord(key)
    return month === undefined ? undefined : { calendar: 'gregory', month }
  }
}

/** Hebrew writes "in" and the month as one word. */
function wordOf(table: MonthTable, key: string): NamedMonth | undefined {
  return table.get(key) ?? (key.startsWith('ב') ? table.get(key.slice(1)) : undefined)
}

function tableOf(locales: string): MonthTable {
  const known = tables.get(locales)
  if (known !== undefined) return known
  const table = new Map(locales.split(' ').flatMap(namesOf))
  if (table.size > 0 || tables.size < mostTables) tables.set(locales, table)
  return table
}

/** The months of `pl`, or of another calendar: `persian:fa`. */
function namesOf(locale: string): readonly (readonly [string, NamedMonth])[] {
  const [scheme = '', other] = locale.split(':')
  const calendar = other === undefined ? 'gregory' : (calendars[scheme] ?? 'gregory')
  return monthNames(other ?? locale, calendar).flatMap(([name, month]) => {
    const key = foldMonth(name)
    return /\d/.test(key) || key.length < 2 ? [] : [[key, { calendar, month }] as const]
  })
}

const signs = /[.'’׳॰\u200b-\u200f]/g

function foldMonth(name: string): string {
  return plainLetters(name.replace(signs, ''))
}
