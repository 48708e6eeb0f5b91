const monthOrDay =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avr|mai|juin|juil|août|ene|abr|ago|dic|set|out|dez|okt|märz|gennaio|maggio|giugno|luglio|agosto)\p{L}*|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d/iu

/** Whether a line states a date and little else: few words, few of them long, a year and enough digits. */
export function isDateLine(text: string): boolean {
  if (text.length < 6 || text.length >= 80 || !/\b(?:19|20)\d\d\b/.test(text)) return false
  const words = text.match(/\p{L}+/gu) ?? []
  const digits = text.match(/\d/g) ?? []
  const longWords = words.filter((word) => word.length > 3)
  return words.length <= 9 && longWords.length <= 5 && digits.length >= 5 && monthOrDay.test(text)
}
