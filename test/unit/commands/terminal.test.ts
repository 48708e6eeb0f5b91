import { expect, test } from 'vitest'
import { age, count, cut, table } from '../../../src/commands/terminal.ts'

test('cuts a text to its columns, letters of two code units whole', () => {
  expect(cut('short', 5)).toBe('short')
  expect(cut('longer', 5)).toBe('long…')
  expect(cut('🛟🛟🛟', 6)).toBe('🛟🛟🛟')
  expect(cut('🛟🛟🛟', 5)).toBe('🛟🛟…')
})

test('letters that take two columns count as two, accents as none', () => {
  expect(cut('台風が北上、避難指示', 10)).toBe('台風が北…')
  expect(cut('Zu\u0308rich', 6)).toBe('Zu\u0308rich')
  expect(
    table([
      ['台風', 'x'],
      ['ab', 'y'],
    ]),
  ).toBe('台風  x\nab    y')
})

test('what would steer a terminal is gone, in short texts too', () => {
  expect(cut('red \u001b[31malert\u0007', 40)).toBe('red  [31malert ')
})

test('a text of any length is cut in no time', () => {
  expect(cut('x'.repeat(50_000_000), 5)).toBe('xxxx…')
})

test.each([
  [-5_000, '0 s'],
  [4_400, '4 s'],
  [59_499, '59 s'],
  [720_000, '12 min'],
  [10_800_000, '3 h'],
  [172_800_000, '2 d'],
])('%i ms are %s', (milliseconds, text) => {
  expect(age(milliseconds)).toBe(text)
})

test('counts in singular and plural', () => {
  expect(count(1, 'article')).toBe('1 article')
  expect(count(0, 'article')).toBe('0 articles')
  expect(count(2, 'story', 'stories')).toBe('2 stories')
})

test('aligns columns to the left, without blanks at the end of a line', () => {
  expect(
    table([
      ['name', 'n'],
      ['a', '100'],
    ]),
  ).toBe('name  n\na     100')
})

test('an empty table is empty', () => {
  expect(table([])).toBe('')
})
