import { expect, test } from 'vitest'
import { isoDay } from '../../../../src/shared/core/page/dateCalendars.ts'

const dayMs = 86_400_000
const days = Array.from({ length: 1_500 }, (_, at) => Date.UTC(2022, 0, 1) + at * dayMs)

test.each(['gregory', 'persian', 'islamic-umalqura'] as const)(
  'every day written in the calendar %s is found again',
  (calendar) => {
    const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    })
    const found = days.map((ms) => {
      const parts = format.formatToParts(ms)
      const number = (type: string) => Number(parts.find((part) => part.type === type)?.value)
      return isoDay({ calendar, year: number('year'), month: number('month'), day: number('day') })
    })
    expect(found).toEqual(days.map((ms) => new Date(ms).toISOString().slice(0, 10)))
  },
)

test.each([
  ['gregory', 2023, 2, 29],
  ['gregory', 2023, 13, 1],
  ['persian', 1402, 12, 30],
  ['persian', 1402, 0, 1],
  ['islamic-umalqura', 1445, 3, 31],
] as const)('the calendar %s has no day %i-%i-%i', (calendar, year, month, day) => {
  expect(isoDay({ calendar, year, month, day })).toBeNull()
})
