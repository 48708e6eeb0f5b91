import { expect, test } from 'vitest'
import { profileScripts } from '../../../../src/shared/core/text/languageScripts.ts'

test.each([
  ['The mayor spoke.', 'Latn'],
  ['Мэр выступил.', 'Cyrl'],
  ['Ο δήμαρχος μίλησε.', 'Grek'],
  ['市長が話した', 'Jpan'],
  ['市长发表讲话', 'Hani'],
  ['시장이 말했다', 'Kore'],
  ['نائب رئيس البلدية', 'Arab'],
  ['นายกเทศมนตรี', 'Thai'],
  ['12 + 7 = 19', 'Zyyy'],
])('%j is written in %s', (text, script) => {
  expect(profileScripts(text).script).toBe(script)
})

test('letters of another script outweigh the Latin frame around them', () => {
  const text = 'Share this page. Accept all cookies. Мэр города объявил в понедельник о ремонте.'
  expect(profileScripts(text).script).toBe('Cyrl')
})

test('a foreign name does not change the script of a text', () => {
  const text =
    'The bridge, called Мост in the north, was closed on Monday for several weeks of repairs.'
  expect(profileScripts(text).script).toBe('Latn')
})

test('only letters are counted', () => {
  expect(profileScripts('a1, b2! ٣').letters).toBe(2)
})
