import { describe, expect, test } from 'vitest'
import { mean } from '../../bench/clean/metrics.ts'
import {
  createLanguageDetector,
  languageDetector,
  loadLanguageModel,
} from '../../src/shared/core/text/language.ts'
import { loadCld3, shortTextEngine } from '../../src/shared/core/text/languageEngines.ts'
import { type LanguageText, languageTexts } from './languageTexts.ts'

const detectors = [
  { name: 'the engine of this machine', detector: await createLanguageDetector(), headline: 0.95 },
  {
    name: 'the engine without a compiler',
    detector: languageDetector({
      engine: await loadCld3(),
      shortEngine: shortTextEngine,
      model: await loadLanguageModel(),
    }),
    headline: 0.9,
  },
]

const frame =
  'Share this story by mail or on your favourite network. Print this page. We use cookies to make the site work. Accept all. '

/** Share of languages, each counted by the share of its samples. */
function accuracy(isRight: (text: LanguageText) => readonly boolean[]): number {
  return mean(languageTexts.map((text) => mean(isRight(text).map(Number))))
}

describe.each(detectors)('$name', ({ detector, headline }) => {
  const detect = (title: string, text: string, hints: readonly string[] = []) =>
    detector.detect({ title, text, hints }).lang

  test('tells thirty languages by a report', () => {
    const found = accuracy(({ lang, news }) => [detect('', news) === lang])
    expect(found).toBeGreaterThan(0.98)
  })

  test('tells them by a headline', () => {
    const found = accuracy(({ lang, headlines }) =>
      headlines.map((line) => detect(line, '') === lang),
    )
    expect(found).toBeGreaterThan(headline)
  })

  test('tells them by a headline with the right hint', () => {
    const found = accuracy(({ lang, headlines }) =>
      headlines.map((line) => detect(line, '', [lang]) === lang),
    )
    expect(found).toBeGreaterThan(0.98)
  })

  test('is not misled by an English frame around a report', () => {
    const found = accuracy(({ lang, news }) => [detect('', frame + news) === lang])
    expect(found).toBeGreaterThan(0.95)
  })

  test.each(['', '12:30', 'https://news.example/a', '⚽ 2-1', '+++', 'A4'])(
    'says nothing of "%s"',
    (text) => {
      expect(detect('', text)).toBe('und')
    },
  )
})
