import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromCsvText, toCsvText } from '../../../src/commands/export/csvText.ts'

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a', '＝') }),
)

test('every text comes back as it was', () => {
  fc.assert(fc.property(texts, (text) => fromCsvText(toCsvText(text)) === text))
})

test('no cell begins like a formula', () => {
  fc.assert(fc.property(texts, (text) => !/^[=+\-@\t\r＝＋－＠]/.test(toCsvText(text))))
})

test('plain texts stay as they are', () => {
  expect(toCsvText('Ferry aground, 212 safe')).toBe('Ferry aground, 212 safe')
  expect(toCsvText("'tis -5 degrees")).toBe("'tis -5 degrees")
})
