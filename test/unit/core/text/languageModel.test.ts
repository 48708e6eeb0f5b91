import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageTrainer } from '../../../../bench/fit/languageTraining.ts'
import { loadLanguageModel } from '../../../../src/shared/core/text/language.ts'
import { packMatrix, unpackMatrix } from '../../../../src/shared/core/text/languageMatrix.ts'
import { unpackLanguageModel } from '../../../../src/shared/core/text/languageModel.ts'
import { NGRAM_BUCKETS, ngramsOf } from '../../../../src/shared/core/text/languageNgrams.ts'

const model = await loadLanguageModel()

function likeliest(text: string, script = 'Latn'): string | undefined {
  return [...model.odds(text, script)].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

describe('the n-gram model', () => {
  test.each([
    ['zu', 'Umasipala unqume ngoMsombuluko ukuvala ibhuloho elidala ukuze lilungiswe'],
    ['st', 'Lekgotla le entse qeto ya ho kwala borokgo ba kgale hore bo lokiswe'],
    ['nso', 'Lekgotla le tšere sephetho sa go tswalela leporogo la kgale gore le lokišwe'],
    ['sw', 'Baraza la mji liliamua Jumatatu jioni kufunga daraja la zamani kwa ukarabati'],
    ['ku', 'Meclisa bajêr êvara duşemê biryar da ku pira kevn ji bo nûjenkirinê bê girtin'],
  ])('tells %s', (lang, text) => {
    expect(likeliest(text)).toBe(lang)
  })

  test('gives probabilities that add up to one', () => {
    const odds = model.odds('Der Stadtrat beschloss am Montag', 'Latn')
    const sum = [...odds.values()].reduce((total, value) => total + Math.exp(value), 0)
    expect(sum).toBeCloseTo(1, 5)
  })

  test('has no opinion on scripts of one language, nor on texts without words', () => {
    expect(model.odds('Το δημοτικό συμβούλιο', 'Grek').size).toBe(0)
    expect(model.odds('12:30', 'Latn').size).toBe(0)
  })

  test('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const isBucket = (bucket: number) => bucket >= 0 && bucket < NGRAM_BUCKETS
        expect(ngramsOf(text).buckets.every(isBucket)).toBe(true)
        expect([...model.odds(text, 'Latn').values()].every((odds) => odds <= 0)).toBe(true)
      }),
    )
  })
})

/** No weight is so small that a float of 32 bits cannot hold a share of it exactly. */
const weight = fc
  .double({ min: -1, max: 1, noNaN: true })
  .map((value) => (Math.abs(value) < 1e-30 ? 0 : value))

test('a packed matrix is itself again up to half a step', () => {
  fc.assert(
    fc.property(fc.array(weight, { minLength: 8 }), (values) => {
      const matrix = Float32Array.from(values.slice(0, values.length - (values.length % 4)))
      const packed = packMatrix(matrix, 4)
      for (const [at, value] of unpackMatrix(packed).entries()) {
        const step = packed.steps[at % 4] ?? 0
        const reach = step * 31
        const wanted = Math.max(-reach - step, Math.min(reach, matrix[at] ?? 0))
        expect(Math.abs(value - wanted)).toBeLessThanOrEqual(step * 0.51)
      }
    }),
  )
})

test('learns two languages from a few lines of each', () => {
  const lines = {
    'aa Latn': ['kora mela tupi kora salu', 'tupi salu mela kora tupi'],
    'bb Latn': ['grun steb wolk grun frist', 'frist wolk steb grun steb'],
  }
  const texts = Object.entries(lines).flatMap(([label, own]) =>
    own.map((text) => ({ text, label, source: 'own', part: null })),
  )
  const packed = languageTrainer(texts, 500)(null, 1)
  expect(packed.labels).toEqual(['aa Latn', 'bb Latn'])
  expect(packed.unproven).toEqual([])
  const odds = unpackLanguageModel({ rankings: [packed, packed], families: [] }).odds(
    'mela tupi salu',
    'Latn',
  )
  expect(odds.get('aa')).toBeGreaterThan(Math.log(0.9))
})
