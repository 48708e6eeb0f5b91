import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintText } from '../../../../src/shared/core/copies/fingerprint.ts'
import { estimateOverlap, isCopy } from '../../../../src/shared/core/copies/overlap.ts'

/** A text of words `w<from>` to `w<to - 1>`: its word 3-grams are as many as its words, less two. */
function textOf(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => `w${(from + index) * 7919}`).join(' ')
}

test('a text overlaps wholly with itself', () => {
  const fingerprint = fingerprintText(textOf(0, 300))
  expect(estimateOverlap(fingerprint, fingerprint)).toEqual({ jaccard: 1, containment: 1 })
})

test('is the same from either side', () => {
  const range = fc.tuple(fc.nat(300), fc.nat(300))
  fc.assert(
    fc.property(range, range, ([a, lengthA], [b, lengthB]) => {
      const first = fingerprintText(textOf(a, a + lengthA))
      const second = fingerprintText(textOf(b, b + lengthB))
      expect(estimateOverlap(first, second)).toEqual(estimateOverlap(second, first))
    }),
  )
})

test('stays within five standard errors of 128 permutations', () => {
  const lengths = fc.integer({ min: 60, max: 500 })
  fc.assert(
    fc.property(lengths, lengths, fc.integer({ min: 0, max: 400 }), (lengthA, lengthB, start) => {
      const shared = Math.max(0, Math.min(lengthA, start + lengthB) - start - 2)
      const exact = shared / (lengthA - 2 + (lengthB - 2) - shared)
      const { jaccard } = estimateOverlap(
        fingerprintText(textOf(0, lengthA)),
        fingerprintText(textOf(start, start + lengthB)),
      )
      const error = Math.sqrt((exact * (1 - exact)) / 128) + 0.01
      expect(Math.abs(jaccard - exact)).toBeLessThan(5 * error)
    }),
  )
})

test('an excerpt is contained, though its similarity is low', () => {
  const overlap = estimateOverlap(fingerprintText(textOf(0, 600)), fingerprintText(textOf(0, 180)))
  expect(overlap.jaccard).toBeLessThan(0.4)
  expect(overlap.containment).toBeGreaterThan(0.6)
  expect(isCopy(overlap)).toBe(true)
})

test('containment is not claimed where the signature cannot tell', () => {
  const overlap = estimateOverlap(fingerprintText(textOf(0, 2000)), fingerprintText(textOf(0, 40)))
  expect(overlap.containment).toBe(overlap.jaccard)
})

test.each([
  [{ jaccard: 0.4, containment: 0.5 }, true],
  [{ jaccard: 0.2, containment: 0.6 }, true],
  [{ jaccard: 0.39, containment: 0.59 }, false],
])('%j is a copy: %s', (overlap, expected) => {
  expect(isCopy(overlap)).toBe(expected)
})
