import { yearReadings } from './dateCalendars.ts'
import type { DateOrder, Reading, WrittenDate } from './dateTypes.ts'

/** A shape of dates in figures and how its parts are read. */
interface Shape {
  readonly pattern: RegExp
  readonly read: (parts: readonly string[]) => readonly Reading[]
}

/** The first years of eras by which Japan and Taiwan count; `元` is the first. */
const eraBefore: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  民國: 1911,
  民国: 1911,
}

const shapes: readonly Shape[] = [
  {
    pattern:
      /(令和|平成|昭和|民[國国])?\s?(\d{1,4}|元)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2}) ?[日일号號]?/g,
    read: ([era, year, month, day]) => eraDay(era ?? '', year ?? '', numbers(month, day)),
  },
  {
    pattern: /(?<![\d.,/:-])(\d{4})(\s?[./-]\s?)(\d{1,2})\2(\d{1,2})(?=\D|$)/g,
    read: ([year, , month, day]) => yearReadings(Number(year), numbers(month, day)),
  },
  {
    pattern: /(?<![\d.,/:-])(\d{1,2})(\.\s?|\s?[/|-]\s?)(\d{1,2})\2(\d{4})(?=\D|$)/g,
    read: ([first, separator, second, year]) =>
      bothOrders(numbers(first, second), separator ?? '').flatMap(({ order, month, day }) =>
        yearReadings(Number(year), [month, day]).map((date) => ({ ...date, order })),
      ),
  },
  {
    pattern: /(?<![\d.,/:-])(\d{2})([./])(\d{2})\2(\d{2})(?![\d:]|[.,/-]\d)/g,
    read: ([first, separator, second, year]) =>
      bothOrders(numbers(first, second), separator ?? '').map((one) => ({
        ...one,
        calendar: 'gregory' as const,
        year: 2_000 + Number(year),
      })),
  },
]

/** Dates in figures: `2023-10-05`, `05.10.2023`, `05/10/23`, `令和5年10月5日`, `۱۴۰۲/۰۷/۱۳` with figures already ASCII. */
export function numericDates(text: string): readonly WrittenDate[] {
  return shapes.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      readings: read(match.slice(1)),
    })),
  )
}

function numbers(month: string | undefined, day: string | undefined): readonly [number, number] {
  return [Number(month), Number(day)]
}

function eraDay(
  era: string,
  written: string,
  [month, day]: readonly [number, number],
): readonly Reading[] {
  const before = eraBefore[era]
  const year = written === '元' ? 1 : Number(written)
  if (before === undefined) return yearReadings(year, [month, day])
  return [{ calendar: 'gregory', year: before + year, month, day }]
}

/** With points between, the day comes first everywhere. */
function bothOrders(
  [first, second]: readonly [number, number],
  separator: string,
): readonly { order: DateOrder; month: number; day: number }[] {
  const dayFirst = { order: 'day' as const, day: first, month: second }
  const monthFirst = { order: 'month' as const, day: second, month: first }
  return separator.startsWith('.') ? [dayFirst] : [dayFirst, monthFirst]
}
