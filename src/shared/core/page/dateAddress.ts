import { isoDay } from './dateCalendars.ts'
import { monthReader } from './dateMonths.ts'

const year = '(?<year>(?:19|20)\\d\\d)'
const month = '(?<month>0?[1-9]|1[0-2])'
const fullMonth = '(?<month>0[1-9]|1[0-2])'
const day = '(?<day>0?[1-9]|[12]\\d|3[01])'
const fullDay = '(?<day>0[1-9]|[12]\\d|3[01])'

/** The shapes of a day in the path of an address; the first that fits decides. */
const shapes: readonly RegExp[] = [
  // /2024/05/31/, /2024-5-31/, /2024-05/31/
  `/${year}[/-]${month}[/-]${day}(?=\\D|$)`,
  // /2024/0531/
  `/${year}/${fullMonth}${fullDay}(?=\\D|$)`,
  // bridge-2024-05-31.html, bridge_2024_05_31
  `(?<!\\d)${year}(?<between>[-_])${fullMonth}\\k<between>${fullDay}(?!\\d)`,
  // 20240531
  `(?<!\\d)(?<year>20\\d\\d)${fullMonth}${fullDay}(?!\\d)`,
  // 31-05-2024, /31/05/2024/
  `(?<!\\d)${fullDay}(?<between>[-/])${fullMonth}\\k<between>(?<year>20\\d\\d)(?!\\d)`,
  // /2024/may/31/
  `/${year}/(?<name>\\p{L}{3,12})/${day}(?=\\D|$)`,
].map((shape) => new RegExp(shape, 'u'))

const months = monthReader([])

/** Characters of a path that are read. */
const mostCharacters = 1_000

/** The day in the path of an address, as `YYYY-MM-DD`; null when there is none. */
export function dayInAddress(url: string): string | null {
  const path = URL.canParse(url) ? new URL(url).pathname.slice(0, mostCharacters) : ''
  for (const shape of shapes) {
    const parts = shape.exec(path)?.groups
    if (parts === undefined) continue
    const written =
      parts['name'] === undefined ? Number(parts['month']) : months(parts['name'])?.month
    if (written === undefined) continue
    const [year, day] = [Number(parts['year']), Number(parts['day'])]
    return isoDay({ calendar: 'gregory', year, month: written, day })
  }
  return null
}
