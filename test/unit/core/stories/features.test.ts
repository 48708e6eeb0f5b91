import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extractFeatures } from '../../../../src/shared/core/stories/features.ts'
import { wireArticle } from './wire.ts'

test('counts a word of the title three times', () => {
  const { terms } = extractFeatures({ title: 'Reef', paragraphs: ['A reef.'], lang: 'en' })
  expect(terms.counts[terms.keys.indexOf('reef')]).toBe(4)
})

test('counts words of one stem under the first of them, but keeps Vietnamese syllables apart', () => {
  const { terms } = extractFeatures({
    title: 'Investigators',
    paragraphs: ['investigations'],
    lang: 'en',
  })
  expect(terms).toEqual({ keys: ['investigators'], counts: [4] })
  expect(extractFeatures({ title: 'bảo vệ bờ', paragraphs: [], lang: 'vi' }).terms.keys).toEqual([
    'bảo',
    'vệ',
    'bảo_vệ',
    'bờ',
    'vệ_bờ',
  ])
})

test('takes pairs of Han characters and triples of Thai ones', () => {
  expect(extractFeatures({ title: '渡轮触礁', paragraphs: [], lang: 'zh' }).terms.keys).toEqual([
    '渡轮',
    '轮触',
    '触礁',
  ])
  expect(extractFeatures({ title: 'เรือล่ม', paragraphs: [], lang: 'th' }).terms.keys.length).toBe(5)
})

test('names, numbers, days and countries agree between languages', () => {
  const [english, russian] = ['ferry-en-1', 'ferry-ru-1'].map((id) =>
    extractFeatures(wireArticle(id)),
  )
  for (const part of ['numbers', 'countries', 'sounds'] as const) {
    const shared = english?.[part].keys.filter((key) => russian?.[part].keys.includes(key)) ?? []
    expect(shared.length, part).toBeGreaterThan(0)
  }
})

test('Serbian in Cyrillic has the terms of Serbian in Latin', () => {
  const cyrillic = extractFeatures({
    title: 'Председник разговара о Косову',
    paragraphs: [],
    lang: 'sr',
  })
  const latin = extractFeatures({
    title: 'Predsednik razgovara o Kosovu',
    paragraphs: [],
    lang: 'sr',
  })
  expect(cyrillic.terms).toEqual(latin.terms)
  expect(cyrillic.names).toEqual(latin.names)
})

test('is small, JSON-safe and defined for any input', () => {
  const anyLang = fc.constantFrom(
    'en',
    'vi',
    'zh',
    'th',
    'ar',
    'sr',
    'und',
    '',
    'x-default',
    'en_US',
  )
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'grapheme' })),
      anyLang,
      (title, paragraphs, lang) => {
        const features = extractFeatures({ title, paragraphs, lang })
        expect(JSON.parse(JSON.stringify(features))).toEqual(features)
      },
    ),
  )
})

test('does not grow with the article', () => {
  const paragraph = Array.from({ length: 20_000 }, (_, index) => `Name${index} ${index}`).join(' ')
  const features = extractFeatures({
    title: paragraph,
    paragraphs: [paragraph, paragraph],
    lang: 'en',
  })
  expect(JSON.stringify(features).length).toBeLessThan(32_000)
})
