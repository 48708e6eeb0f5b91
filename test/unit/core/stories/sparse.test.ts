import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addVectors,
  dotProduct,
  keepHeaviest,
  knownIn,
  largestFrom,
  type SparseVector,
  sortByKey,
  unitVector,
  vectorLength,
  weightOf,
} from '../../../../src/shared/core/stories/sparse.ts'

const anyEntries = fc.uniqueArray(
  fc.tuple(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 9 })),
  { selector: ([key]) => key, maxLength: 60 },
)
const anyVector = anyEntries.map(vectorOf)

function vectorOf(entries: readonly (readonly [number, number])[]): SparseVector {
  return {
    keys: Int32Array.from(entries, ([key]) => key),
    weights: Float32Array.from(entries, ([, weight]) => weight),
  }
}

function entriesOf({ keys, weights }: SparseVector): [number, number][] {
  return Array.from(keys, (key, place) => [key, weights[place] ?? 0])
}

test('sorting by key keeps every entry', () => {
  fc.assert(
    fc.property(anyVector, (vector) => {
      expect(entriesOf(sortByKey(vector))).toEqual(entriesOf(vector).sort(([a], [b]) => a - b))
    }),
  )
})

test('the heaviest entries stay, in their order', () => {
  fc.assert(
    fc.property(anyVector, fc.nat(70), (vector, cap) => {
      const kept = entriesOf(keepHeaviest(vector, cap))
      const all = entriesOf(vector)
      expect(kept.length).toBe(Math.min(cap, all.length))
      expect(kept).toEqual(all.filter(([key]) => kept.some(([other]) => other === key)))
      const lightest = Math.min(...kept.map(([, weight]) => weight))
      const keptKeys = new Set(kept.map(([key]) => key))
      for (const [key, weight] of all)
        if (!keptKeys.has(key)) expect(weight).toBeLessThanOrEqual(lightest)
    }),
  )
})

test('a selection finds the value a sorted list has at that place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.nat(60), (values, count) => {
      const sorted = values.toSorted((a, b) => b - a)
      const wanted =
        count === 0 ? Number.POSITIVE_INFINITY : sorted[Math.min(count, sorted.length) - 1]
      expect(largestFrom(Float32Array.from(values), count)).toBe(wanted ?? 0)
    }),
  )
})

test('a key is found where it is, and nowhere else', () => {
  fc.assert(
    fc.property(anyVector, anyVector, (a, b) => {
      const [one, other] = [sortByKey(a), sortByKey(b)]
      const held = new Map(entriesOf(other))
      expect([...one.keys].map((key) => weightOf(other, key))).toEqual(
        [...one.keys].map((key) => held.get(key) ?? 0),
      )
      expect([...knownIn(one, other)]).toEqual([...one.keys].map((key) => (held.has(key) ? 1 : 0)))
    }),
  )
})

test('a sum holds the weights of both', () => {
  fc.assert(
    fc.property(anyVector, anyVector, (a, b) => {
      const wanted = new Map(entriesOf(a))
      for (const [key, weight] of entriesOf(b)) wanted.set(key, (wanted.get(key) ?? 0) + weight)
      const sum = addVectors(sortByKey(a), sortByKey(b))
      expect(entriesOf(sum)).toEqual([...wanted].sort(([x], [y]) => x - y))
    }),
  )
})

test('the product of a vector with itself is its length squared', () => {
  fc.assert(
    fc.property(anyVector, (vector) => {
      const sorted = sortByKey(vector)
      expect(dotProduct(sorted, sorted)).toBeCloseTo(vectorLength(vector.weights) ** 2, 3)
    }),
  )
})

test('a unit vector has length one, and nothing stays nothing', () => {
  expect(
    vectorLength(
      unitVector(
        vectorOf([
          [1, 3],
          [2, 4],
        ]),
      ).weights,
    ),
  ).toBeCloseTo(1)
  expect([...unitVector(vectorOf([])).weights]).toEqual([])
})
