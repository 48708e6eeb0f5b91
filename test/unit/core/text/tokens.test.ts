import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asciiDigits } from '../../../../src/shared/core/feed/digits.ts'
import { findWords, foldWord, normalizeText } from '../../../../src/shared/core/text/tokens.ts'

test('apostrophes stay inside a word and are cut at its edges', () => {
  expect(findWords("'Don't', said l’homme").words).toEqual(["Don't", 'said', 'l’homme'])
})

test('marks stay with their letters', () => {
  expect(findWords('हिन्दी में').words).toEqual(['हिन्दी', 'में'])
})

test('every word is found where it starts', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab é'’ 1.\n語") }), (text) => {
      const { words, starts, folded } = findWords(text)
      for (const [index, word] of words.entries()) {
        expect(text.startsWith(word, starts[index])).toBe(true)
        expect(starts[index]).toBeGreaterThanOrEqual((starts[index - 1] ?? -1) + 1)
        expect(folded[index]).toBe(foldWord(word))
      }
    }),
  )
})

test('words are what the pattern of letters, marks and digits finds, in whatever script', () => {
  const unit = fc.oneof(fc.constantFrom(..."ab é'’ 1.-語กिー"), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const text = units.join('')
      const found = text.match(/[\p{L}\p{M}\p{N}](?:['’]*[\p{L}\p{M}\p{N}])*/gu)
      expect(findWords(text).words).toEqual(found ?? [])
    }),
  )
})

test('folding cuts the English possessive', () => {
  expect(['Serbia’s', "Putin's", 'ROCK’N’ROLL'].map(foldWord)).toEqual([
    'serbia',
    'putin',
    "rock'n'roll",
  ])
})

test('digits of any script become ASCII', () => {
  expect(asciiDigits('٢٠٢٢ २०२२ ２０２２ 2022')).toBe('2022 2022 2022 2022')
})

test('digits of every script Unicode has become 0-9', () => {
  const digits = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => /\p{Nd}/u.test(character))
  expect(digits.length).toBeGreaterThan(600)
  expect(digits.map(asciiDigits).filter((digit) => !/^[0-9]$/.test(digit))).toEqual([])
})

test('Arabic is compared without vowel signs, and with one yeh and kaf', () => {
  expect(normalizeText('كِتَابِي')).toBe(normalizeText('کتابی'))
})
