import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDates } from '../../../../src/shared/core/text/dates.ts'
import { findWords } from '../../../../src/shared/core/text/tokens.ts'

test.each([
  ['en', 'on February 21st'],
  ['en', 'on 21 Feb. 2022'],
  ['en', 'on 2/21/2022 or 2022-02-21'],
  ['de', 'am 21. Februar'],
  ['de', 'am 21.2. und am 21.02.2022'],
  ['fr', 'le 21 février'],
  ['es', 'el 21 de febrero'],
  ['ru', '21 февраля'],
  ['uk', '21 лютого'],
  ['vi', 'hôm 21.2 (ngày 21 tháng 2)'],
  ['ja', '2月21日'],
  ['zh', '2月21日'],
  ['ko', '2월 21일'],
  ['ar', '٢١ فبراير'],
  ['tr', '21 Şubat'],
  ['el', '21 Φεβρουαρίου'],
])('reads the 21st of February in %s: %s', (lang, text) => {
  expect(new Set(findDates(findWords(text), lang))).toEqual(new Set(['02-21']))
})

test('a decimal point is no date where the comma is not the decimal sign', () => {
  expect(findDates(findWords('growth of 2.5 percent'), 'en')).toEqual([])
})

test('days that no calendar has are left out', () => {
  expect(findDates(findWords('February 41, 45.13.2022, 0.0.2022'), 'en')).toEqual([])
})

test('any text gives days of the calendar', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789./- tháng月日') }), (text) => {
      for (const lang of ['en', 'de', 'vi', 'ja', 'xx']) {
        for (const day of findDates(findWords(text), lang)) expect(day).toMatch(/^[01]\d-[0-3]\d$/)
      }
    }),
  )
})
