import { parsePageDate } from './pageDate.ts'

/** Whether a line states a date and little else: few words, few of them long, a year and enough digits. */
export function isDateLine(text: string): boolean {
  if (text.length < 6 || text.length >= 80 || !/(?<!\d)(?:19|20)\d\d(?!\d)/.test(text)) return false
  const words = text.match(/\p{L}+/gu) ?? []
  const digits = text.match(/\d/g) ?? []
  const longWords = words.filter((word) => word.length > 3)
  const isShort = words.length <= 9 && longWords.length <= 5 && digits.length >= 5
  return isShort && parsePageDate(text) !== null
}
