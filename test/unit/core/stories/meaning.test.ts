import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addMeanings,
  meaningCosine,
  meaningOf,
  packEmbedding,
  restoreMeaning,
  snapshotMeaning,
  subtractMeanings,
} from '../../../../src/shared/core/stories/meaning.ts'

const origin = { model: 'm', weight: 4, bias: -2 }
const anyVector = fc
  .array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 8, maxLength: 8 })
  .filter((values) => values.some((value) => value !== 0))
  .map((values) => Float32Array.from(values))
const anyMeaning = anyVector.map((vector) => meaningOf(packEmbedding(vector, origin)))

test('cosines of meanings lie in 0..1, are symmetric and 1 for a meaning and itself', () => {
  fc.assert(
    fc.property(anyMeaning, anyMeaning, (a, b) => {
      const cosine = meaningCosine(a, b)
      expect(cosine).toBeGreaterThanOrEqual(0)
      expect(cosine).toBeLessThanOrEqual(1)
      expect(meaningCosine(b, a)).toBe(cosine)
      expect(meaningCosine(a, a)).toBeCloseTo(1, 5)
    }),
  )
})

test('a stored vector keeps its direction to half a percent', () => {
  fc.assert(
    fc.property(anyVector, (vector) => {
      const sum = meaningOf(packEmbedding(vector, origin))?.sum ?? []
      const length = Math.hypot(...vector)
      const cosine = vector.reduce((total, value, at) => total + value * (sum[at] ?? 0), 0) / length
      expect(cosine).toBeGreaterThan(0.995)
    }),
  )
})

test('a part that leaves takes its meaning along, and a copy is the same', () => {
  fc.assert(
    fc.property(anyMeaning, anyMeaning, (a, b) => {
      const left = subtractMeanings(addMeanings(a, b), b)
      for (const [at, value] of (left?.sum ?? []).entries())
        expect(value).toBeCloseTo(a?.sum[at] ?? 0, 5)
      expect(a && restoreMeaning(JSON.parse(JSON.stringify(snapshotMeaning(a))))).toEqual(a)
    }),
  )
})

test('vectors of different models are not compared', () => {
  const one = meaningOf(packEmbedding(Float32Array.of(1, 2), origin))
  const other = meaningOf(packEmbedding(Float32Array.of(1, 2), { ...origin, model: 'n' }))
  expect(meaningCosine(one, other)).toBeNull()
  expect(addMeanings(one, other)).toBe(one)
  expect(addMeanings(null, other)).toBe(other)
})

test.each([
  ['nothing', []],
  ['no direction', [0, 0]],
  ['no number', [Number.NaN, 1]],
  ['too many dimensions', Array(5_000).fill(1)],
])('a vector of %s is none', (_, values) => {
  expect(packEmbedding(Float32Array.from(values), origin)).toBeNull()
})
