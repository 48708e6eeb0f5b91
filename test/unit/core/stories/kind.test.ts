import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extractFeatures } from '../../../../src/shared/core/stories/features.ts'
import { wire } from './wire.ts'

function kindOf(title: string, paragraphs: readonly string[], lang = 'en'): string {
  return extractFeatures({ title, paragraphs, lang }).kind
}

test('a report is a report', () => {
  for (const article of wire)
    expect(kindOf(article.title, article.paragraphs, article.lang)).toBe('report')
})

test('labelled paragraphs about different places are a roundup, in any language', () => {
  expect(
    kindOf('Monday in short', [
      'Marseille: Dockers went on strike.',
      'Genoa: Bus drivers stayed at home.',
      'Books: Wanjiru Mbogo won a prize.',
    ]),
  ).toBe('roundup')
  expect(
    kindOf(
      'События',
      ['21:40 Вена ищет вора.', '19:05 Открыта граница.', '17:30 Ночью мороз.'],
      'ru',
    ),
  ).toBe('roundup')
})

test('labels do not make a roundup of a text that one name holds together', () => {
  expect(
    kindOf('Solheim on the ferry', [
      'Reporter: What did Solheim see?',
      'Witness: Solheim was on the bridge.',
      'Reporter: And then Solheim left?',
    ]),
  ).toBe('report')
})

test('paragraphs without a common name are a roundup when the title says so', () => {
  const paragraphs = [
    'Dockers in Marseille went on strike over cranes.',
    'A court in Rotterdam has jailed Willem Oosterbaan.',
    'Nine men in Zharkent are still under ground.',
    'In Luxor a tomb was opened by Agata Wroblewska.',
  ]
  expect(kindOf('Evening briefing', paragraphs)).toBe('roundup')
  expect(kindOf('What a day', paragraphs)).toBe('report')
})

test('a text full of figures is a table', () => {
  const text =
    'Rates: 12.5 for dollars, 13.1 for euros, 8.4 for yen, up 0.2, down 0.5 and 17 in all today.'
  expect(kindOf('Rates', [text])).toBe('table')
})

test('any text has a kind', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (title, paragraphs) => {
      expect(['report', 'roundup', 'table']).toContain(kindOf(title, paragraphs))
    }),
  )
})
