import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignTokens } from '../../../../src/shared/core/copies/alignment.ts'

const tokens = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 200 })

test('runs are equal on both sides, and runs and gaps cover both texts in order', () => {
  fc.assert(
    fc.property(tokens, tokens, (one, other) => {
      const a = Int32Array.from(one)
      const b = Int32Array.from(other)
      const { runs, gaps } = alignTokens(a, b)
      for (const run of runs) {
        expect(a.slice(run.a, run.a + run.length)).toEqual(b.slice(run.b, run.b + run.length))
      }
      const pieces = [
        ...runs.map(({ a: start, b: bStart, length }) => [
          start,
          start + length,
          bStart,
          bStart + length,
        ]),
        ...gaps.map(({ aStart, aEnd, bStart, bEnd }) => [aStart, aEnd, bStart, bEnd]),
      ].sort((left, right) => (left[0] ?? 0) - (right[0] ?? 0) || (left[2] ?? 0) - (right[2] ?? 0))
      let ends = [0, 0]
      for (const [aStart = 0, aEnd = 0, bStart = 0, bEnd = 0] of pieces) {
        expect([aStart, bStart]).toEqual(ends)
        ends = [aEnd, bEnd]
      }
      expect(ends).toEqual([a.length, b.length])
    }),
  )
})

test('a text aligned with itself is one run', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 100 }), (list) => {
      const text = Int32Array.from(list)
      expect(alignTokens(text, text)).toEqual({
        runs: [{ a: 0, b: 0, length: text.length }],
        gaps: [],
      })
    }),
  )
})

test('finds the same words around a changed one, an inserted and a dropped one', () => {
  const before = Int32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  const after = Int32Array.from([1, 2, 3, 99, 5, 6, 7, 70, 8, 9, 11, 12])
  expect(alignTokens(before, after).gaps).toEqual([
    { aStart: 3, aEnd: 4, bStart: 3, bEnd: 4 },
    { aStart: 7, aEnd: 7, bStart: 7, bEnd: 8 },
    { aStart: 9, aEnd: 10, bStart: 10, bEnd: 10 },
  ])
})
