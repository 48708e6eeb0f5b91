import { expect, test } from 'vitest'
import { findNumbers } from '../../../../src/shared/core/text/numbers.ts'

test.each([
  ['1,234,567 and 1.234.567 and 1 234 567', ['1234567', '1234567', '1234567']],
  ['3.5 and 3,5 percent', ['3.5', '3.5']],
  ['۲۱۴ and २१४ and ２１４', ['214', '214', '214']],
  ['one digit: 7; too long: 12345678901', []],
  ['1,,,,,,,,2 37.', ['12', '37']],
])('reads the numbers of %j', (text, numbers) => {
  expect(findNumbers(text)).toEqual(numbers)
})

test('a bare day of the month is no figure in Chinese, Japanese and Korean', () => {
  expect(findNumbers('18日凌晨发生火灾，出动42辆消防车')).toEqual(['42'])
  expect(findNumbers('24일 오전 18명')).toEqual(['18'])
})
