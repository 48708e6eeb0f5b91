import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDates } from '../../../../src/shared/core/page/dateFinder.ts'
import { monthReader } from '../../../../src/shared/core/page/dateMonths.ts'

const reading = (language: string) => ({
  months: monthReader([language]),
  order: () => (/^(?:en-US|fil)$/.test(language) ? ('month' as const) : ('day' as const)),
  latestDay: '2026-12-31',
})

const locales =
  `en-US en-GB de fr es pt-BR it nl sv da nb nn fi is et lv lt pl cs sk sl hr bs sr sr-Latn hu ro bg mk ru uk be
  el tr az kk ky uz tg hy ka ar ar-SA ar-EG ar-SY ar-MA fa ps ur he hi mr ne bn as pa gu ta te kn ml si th lo km am sw id ms
  fil vi ja zh-CN zh-TW ko ca gl cy ga sq mt af zu so ha`.split(/\s+/)

/** A day in each month of two years. */
const days = Array.from({ length: 24 }, (_, at) => Date.UTC(2021, at, 3 + at))

describe.each(['full', 'long', 'medium'] as const)('%s dates', (dateStyle) => {
  test.each(locales)('as the Unicode project writes them in %s are found', (locale) => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' })
    const found = days.map((ms) => findDates(format.format(ms), reading(locale))[0]?.date)
    expect(found).toEqual(days.map((ms) => new Date(ms).toISOString().slice(0, 10)))
  })
})

test('whatever a line holds, what is found lies in it, in order, and is a day of the web', () => {
  const piece = fc.constantFrom(
    ...'5 05 2023 1402 2566 29 31 13 Oct Oktober مهر ต.ค. تشرين الأول tháng 令和 年 月 日 . / - , : | T Z +02:00 10:12 – de ta’ 元 ๕'.split(
      ' ',
    ),
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      let last = 0
      for (const { date, start, end } of findDates(text, reading('de'))) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(date).toMatch(
          /^(?:199[5-9]|20[012]\d)-[01]\d-[0-3]\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/,
        )
        last = end
      }
    }),
  )
})
