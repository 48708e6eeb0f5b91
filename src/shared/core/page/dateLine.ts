import { findDates } from './dateFinder.ts'
import { anyPage } from './pageDate.ts'

const aYear = /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})/u

/** Whether a line states a date and little else: few words, few of them long, a year and enough digits. */
export function isDateLine(text: string): boolean {
  if (text.length < 6 || text.length >= 80 || !aYear.test(text)) return false
  const words = text.match(/\p{L}+/gu) ?? []
  const digits = text.match(/\p{Nd}/gu) ?? []
  const longWords = words.filter((word) => word.length > 3)
  const isShort = words.length <= 9 && longWords.length <= 5 && digits.length >= 5
  return isShort && findDates(text, { ...anyPage, order: () => 'day' }).length > 0
}
