import { asciiDigits } from '../feed/digits.ts'

const NUMBER = /\d{1,2}:\d{2}(?!\d)|\d[\d.,'’\u00a0\u202f\u2009]*\d/g
const SEPARATORS = /[.,'’\u00a0\u202f\u2009]/g
/** A plain space between a group of up to three digits and one of exactly three. */
const THOUSANDS_SPACE = /(?<=(?<!\d)\d{1,3}) (?=\d{3}(?!\d))/g
/** The day of the month in Chinese, Japanese and Korean: every text of that day has it. */
const DAY_OF_MONTH = /(?<!\d)\d{1,2} ?[日일]/g
const DECIMAL = /^(\d+)[.,](\d{1,2})$/

/**
 * Times of day as `7:19`, and numbers of two to nine digits, the same for every way of writing them: `1.234.567`, `1,234,567` and `۱۲۳۴۵۶۷` agree.
 * One separator before one or two last digits is a decimal point.
 */
export function findNumbers(text: string): string[] {
  const found: string[] = []
  for (const match of asciiDigits(text)
    .replace(THOUSANDS_SPACE, '')
    .replace(DAY_OF_MONTH, '')
    .matchAll(NUMBER)) {
    const decimal = DECIMAL.exec(match[0])
    const digits = decimal ? `${decimal[1]}.${decimal[2]}` : match[0].replace(SEPARATORS, '')
    if (digits.length <= 9) found.push(digits)
  }
  return found
}
