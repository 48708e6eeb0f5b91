import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDate } from '../../../../src/shared/core/feed/dates.ts'

test.each([
  ['Tue, 05 Mar 2024 08:15:00 +0100', '2024-03-05T08:15:00+01:00'],
  ['Tue, 5 Mar 2024 08:15 GMT', '2024-03-05T08:15:00Z'],
  ['05 Mar 24 08:15:00 EST', '2024-03-05T08:15:00-05:00'],
  ['Tuesday, 05-Mar-24 08:15:00 GMT', '2024-03-05T08:15:00Z'],
  ['Tue Mar  5 08:15:00 2024', '2024-03-05T08:15:00Z'],
  ['Tue Mar 05 08:15:00 +0530 2024', '2024-03-05T08:15:00+05:30'],
  ['Tue, 05 Mar 2024 08:15:00 -0800 (PST)', '2024-03-05T08:15:00-08:00'],
  ['Tue, 05 Mar 2024 08:15:00 GMT+2', '2024-03-05T08:15:00+02:00'],
  ['March 5, 2024 4:15 p.m. EST', '2024-03-05T16:15:00-05:00'],
  ['2024-03-05T08:15:00.250Z', '2024-03-05T08:15:00.250Z'],
  ['2024-03-05 08:15:00-00:20', '2024-03-05T08:15:00-00:20'],
  ['2024-03-05t08:15z', '2024-03-05T08:15:00Z'],
  ['20240305T081500Z', '2024-03-05T08:15:00Z'],
  ['2024-065', '2024-03-05'],
  ['2024-03-05', '2024-03-05'],
  ['2024-03', '2024-03-01'],
  ['2024', '2024-01-01'],
  ['24-03-05', '2024-03-05'],
  ['2024/03/05 08:15', '2024-03-05T08:15:00Z'],
  ['05.03.2024 08:15', '2024-03-05T08:15:00Z'],
  ['25/03/2024', '2024-03-25'],
  ['03/25/2024', '2024-03-25'],
  ['Τρι, 05 Μαρ 2024 08:15:00 GMT', '2024-03-05T08:15:00Z'],
  ['2024-március-5T8:15+01:00', '2024-03-05T08:15:00+01:00'],
  ['2024년 03월 05일 08:15:00', '2024-03-05T08:15:00+09:00'],
  ['2024-03-05 오후 12:15:00', '2024-03-05T12:15:00+09:00'],
  ['2024年3月5日 08:15', '2024-03-05T08:15:00Z'],
  ['5 de marzo de 2024', '2024-03-05'],
  ['5. März 2024, 08:15', '2024-03-05T08:15:00Z'],
  ['5 марта 2024 г.', '2024-03-05'],
  ['5 Ağustos 2024 08:15 +03:00', '2024-08-05T08:15:00+03:00'],
  ['1er août 2024', '2024-08-01'],
  ['2024-03-05T24:00:00Z', '2024-03-06T00:00:00Z'],
  ['2024-02-29T12:00:60Z', '2024-02-29T12:01:00Z'],
])('reads %s as %s', (written, iso) => {
  expect(parseDate(written)?.iso).toBe(iso)
})

test.each([
  '',
  'yesterday',
  '04/05/2024',
  '04-05-2024',
  '2024-02-30',
  '2024-13-01',
  '2024-03-05T25:00:00Z',
  '2024-03-05T08:61:00Z',
  '2024-03-05T08:15:00+15:00',
  '2024-03-05T08:15:00+01:75',
  '2024-03-05T08:15:00Zulu',
  'Tue, 05 Mar 2024 08:15:00 IST',
  'Tue, 05 Mar 2024 08:15:00 A',
  'Tue, 05 Mar 2024 08:15:00 constructor',
  'Tue, 05 Mar 2024 13:15 PM',
  '20 listopad 2024',
  '0005-03-05',
  '1709622900',
  `${' '.repeat(1_000)}2024-03-05`,
])('refuses %j', (written) => {
  expect(parseDate(written)).toBeNull()
})

test('takes a name for both halves of the year only when the clocks are known', () => {
  expect(parseDate('Mon, 15 Jan 2024 12:00:00 ET')?.iso).toBe('2024-01-15T12:00:00-05:00')
  expect(parseDate('Mon, 15 Jul 2024 12:00:00 ET')?.iso).toBe('2024-07-15T12:00:00-04:00')
  expect(parseDate('Fri, 15 Mar 2024 12:00:00 ET')).toBeNull()
})

test('lets a day run over the end of the month only if the weekday agrees', () => {
  expect(parseDate('Mon, 31 Jun 2024 12:00:00 GMT')?.iso).toBe('2024-07-01T12:00:00Z')
  expect(parseDate('Tue, 31 Jun 2024 12:00:00 GMT')).toBeNull()
})

const instant = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => Math.floor(date.getTime() / 1_000) * 1_000)

test('agrees with the clock on ISO 8601 and RFC 822 dates', () => {
  fc.assert(
    fc.property(instant, (ms) => {
      expect(parseDate(new Date(ms).toISOString())?.ms).toBe(ms)
      expect(parseDate(new Date(ms).toUTCString())?.ms).toBe(ms)
    }),
  )
})

test('keeps the instant when the offset changes', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: -14 * 60, max: 14 * 60 }), (ms, offset) => {
      const size = Math.abs(offset)
      const clock = [Math.floor(size / 60), size % 60].map((part) => `${part}`.padStart(2, '0'))
      const local = new Date(ms + offset * 60_000).toISOString().replace('.000Z', '')
      expect(parseDate(`${local}${offset < 0 ? '-' : '+'}${clock.join(':')}`)?.ms).toBe(ms)
    }),
  )
})

test('reads its own ISO text as the same instant', () => {
  const written = fc.stringMatching(
    /^[0-3]?\d (?:Jan|mai|марта|Ιουλ|agosto) (?:19|20)\d\d [0-2]\d:[0-5]\d [+-]0\d:?[0-5]0$/,
  )
  fc.assert(
    fc.property(written, (raw) => {
      const date = parseDate(raw)
      if (date !== null) expect(parseDate(date.iso)?.ms).toBe(date.ms)
    }),
  )
})

const anyText = fc
  .uint8Array({ maxLength: 200 })
  .map((bytes) => Buffer.from(bytes).toString('utf16le'))

test('never throws', () => {
  fc.assert(fc.property(anyText, (raw) => void parseDate(raw)))
})
