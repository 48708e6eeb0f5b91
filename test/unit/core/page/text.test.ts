import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  comparableText,
  foldText,
  plainCharacters,
  plainLetters,
} from '../../../../src/shared/core/page/text.ts'
import { prose, textOf } from './pages.ts'

test('letters and their accents are one character, and soft hyphens are gone', () => {
  expect(plainCharacters('gepru\u0308ft Mag\u00adda\u00adle\u00adner')).toBe('geprüft Magdalener')
  expect(foldText('  gepru\u0308ft  am\n')).toBe('geprüft am')
  expect(foldText('gepru\u0308ft')).toBe('geprüft')
})

test('an article is in composed characters, however the page is written', () => {
  expect(textOf(`<p>Die Bru\u0308cke ist gepru\u0308ft.</p>${prose(3)}`)).toContain(
    'Die Brücke ist geprüft.',
  )
})

test('words are looked up without accents but with the vowels of Indic scripts and Thai', () => {
  expect(plainLetters('Última Actualización')).toBe('ultima actualizacion')
  expect(plainLetters('أكتوبر')).toBe('اكتوبر')
  expect(plainLetters('มี.ค.')).toBe('มี.ค.')
  expect(plainLetters('अपडेट')).toBe('अपडेट')
})

test('of a text for comparing letters and digits are left, with one space where anything else was', () => {
  const piece = fc.constantFrom(...'aB7 -—\n\u00a0.éЯ語😀')
  fc.assert(
    fc.property(fc.string({ unit: piece }), (text) => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
      expect(comparableText(text)).toBe(words.join(' '))
    }),
  )
})
