import { expect, test } from 'vitest'
import { foreignNameForms } from '../../../../src/shared/core/text/foreignNames.ts'
import { coarseSkeleton, nameSkeleton } from '../../../../src/shared/core/text/transliterate.ts'

function soundsOf(word: string, lang: string): string[] {
  return foreignNameForms(word, lang).map((form) => coarseSkeleton(nameSkeleton(form, lang)))
}

test.each([
  ['Wróblewska', 'pl'],
  ['Врублевская', 'ru'],
  ['व्रुब्लेव्स्का', 'hi'],
  ['ורובלבסקה', 'he'],
  ['弗鲁布莱夫斯卡', 'zh'],
])('%s (%s) sounds like the same name elsewhere', (word, lang) => {
  expect(soundsOf(word, lang)).toContain('brbrbsk')
})

test('particles that are glued to a name are cut', () => {
  expect(foreignNameForms('브롤린은', 'ko')).toEqual(['브롤린'])
  expect(foreignNameForms('والكويت', 'ar')).toContain('كويت')
  expect(foreignNameForms('בברצלונה', 'he')).toContain('ברצלנה')
})

test('of Chinese only characters used for their sound count, of Japanese katakana', () => {
  expect(foreignNameForms('领队阿加塔', 'zh')).toEqual(['阿加塔'])
  expect(foreignNameForms('検察のハルデン', 'ja')).toEqual(['ハルデン'])
})
