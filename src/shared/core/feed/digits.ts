const DIGIT = /\p{Nd}/u
const FOREIGN_DIGITS = /[^\P{Nd}0-9]/gu

/** The first digit beyond ASCII is Arabic; Latin, Greek and Cyrillic texts are told by their code units, ten times as fast. */
const MAY_BE_FOREIGN = /[\u0660-\uffff]/

/** Decimal digits of every script as 0-9; everything else unchanged. */
export function asciiDigits(text: string): string {
  if (!MAY_BE_FOREIGN.test(text)) return text
  return text.replace(FOREIGN_DIGITS, digitValue)
}

/** Unicode keeps each script's digits in one ascending run of ten. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}
