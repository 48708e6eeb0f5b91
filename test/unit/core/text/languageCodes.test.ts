import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  languageGroupOf,
  parseLanguageTag,
} from '../../../../src/shared/core/text/languageCodes.ts'

test.each([
  ['en', 'en'],
  ['EN-us', 'en'],
  ['en_US', 'en'],
  ['en_US.UTF-8', 'en'],
  ['de-DE@euro', 'de'],
  ['de, en', 'de'],
  ['iw', 'he'],
  ['in', 'id'],
  ['tl', 'fil'],
  ['fil', 'fil'],
  ['no', 'nb'],
  ['nb-NO', 'nb'],
  ['jw', 'jv'],
  ['mo', 'ro'],
  ['sh', 'sr'],
  ['cmn', 'zh'],
  ['zh_CN', 'zh'],
  ['zh-Hans', 'zh'],
  ['zh-TW', 'zh-Hant'],
  ['zh_HK', 'zh-Hant'],
  ['zh-Hant', 'zh-Hant'],
  ['sr-Latn-RS', 'sr'],
  ['eng', 'en'],
  ['yue', 'yue'],
])('reads %j as %s', (claim, expected) => {
  expect(parseLanguageTag(claim)).toBe(expected)
})

test.each([
  '',
  ' ',
  'x-default',
  'english',
  'und',
  'e',
  '12',
  'de1',
  '中文',
  'xx-Goth',
  '{{lang}}',
])('reads no language in %j', (claim) => {
  expect(parseLanguageTag(claim)).toBeNull()
})

test('never throws, and reads its own answers as they are', () => {
  const claims = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{1,8}){0,3}$/),
  )
  fc.assert(
    fc.property(claims, (claim) => {
      const tag = parseLanguageTag(claim)
      if (tag !== null) expect(parseLanguageTag(tag)).toBe(tag)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['bs', 'bcms'],
  ['hr', 'bcms'],
  ['sr', 'bcms'],
  ['cnr', 'bcms'],
  ['ms', 'msid'],
  ['id', 'msid'],
  ['nb', 'nor'],
  ['nn', 'nor'],
  ['zh-Hant', 'zh'],
  ['en', 'en'],
])('files %s under %s', (lang, group) => {
  expect(languageGroupOf(lang)).toBe(group)
})
