import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  coarseSkeleton,
  isCaseless,
  nameSkeleton,
  serbianLatin,
} from '../../../../src/shared/core/text/transliterate.ts'

test.each([
  [
    'ptn',
    [
      ['Putin', 'en'],
      ['Путина', 'ru'],
      ['Πούτιν', 'el'],
      ['Poutine', 'fr'],
    ],
  ],
  [
    'vkk',
    [
      ['Vucic', 'en'],
      ['Вучича', 'ru'],
      ['Vučić', 'hr'],
    ],
  ],
  [
    'slnsk',
    [
      ['Zelensky', 'en'],
      ['Selenskyj', 'de'],
      ['Зеленский', 'ru'],
      ['Zełenski', 'pl'],
    ],
  ],
] as const)('%s stands for one name in many spellings', (skeleton, spellings) => {
  for (const [name, lang] of spellings) expect(nameSkeleton(name, lang)).toBe(skeleton)
})

test('names of fewer than three sounds have no skeleton', () => {
  expect([nameSkeleton('Bo', 'en'), nameSkeleton('Iau', 'en'), nameSkeleton('', 'en')]).toEqual([
    '',
    '',
    '',
  ])
})

test('a coarse skeleton merges sounds that caseless scripts do not tell apart', () => {
  expect(coarseSkeleton('plvg')).toBe('brbk')
})

test('any word gives a skeleton of consonants', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('en', 'ru', 'el', 'ar', 'zh'),
      (word, lang) => {
        expect(nameSkeleton(word, lang)).toMatch(/^$|^a?[b-df-hk-np-tvz]+$/)
      },
    ),
  )
})

test('Serbian Cyrillic has one Latin spelling', () => {
  expect(serbianLatin('Љубљана, Ђаковица, Џеп')).toBe('Ljubljana, Đakovica, Džep')
})

test('knows the scripts without capitals', () => {
  expect(['ar', 'zh-Hant', 'ko', 'ru', 'en'].map(isCaseless)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
