const DIGIT = /\p{Nd}/u
const FOREIGN_DIGITS = /[^\P{Nd}0-9]/gu

/** Decimal digits of every script as 0-9; everything else unchanged. */
export function asciiDigits(text: string): string {
  return text.replace(FOREIGN_DIGITS, digitValue)
}

/** Unicode keeps each script's digits in one ascending run of ten. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}
