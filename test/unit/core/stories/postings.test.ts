import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addPosting,
  createPostings,
  removePosting,
  searchPostings,
} from '../../../../src/shared/core/stories/postings.ts'

const SLOTS = 20
const anyStep = fc.record({
  add: fc.boolean(),
  key: fc.integer({ min: 1, max: 60 }),
  slot: fc.nat(SLOTS - 1),
})

function slotsOf(postings: ReturnType<typeof createPostings>, key: number): number[] {
  const query = [{ keys: Int32Array.of(key), weights: Float32Array.of(1) }]
  return searchPostings(postings, query, { slotCount: SLOTS, longest: SLOTS }).slots.toSorted()
}

test('holds what was added and not removed, like a Map of sets', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 2_000 }), (steps) => {
      const postings = createPostings()
      const wanted = new Map<number, Set<number>>()
      for (const { add, key, slot } of steps) {
        const slots = wanted.get(key) ?? new Set()
        if (add && !slots.has(slot)) addPosting(postings, key * 7919, slot)
        if (!add) removePosting(postings, key * 7919, slot)
        if (add) slots.add(slot)
        else slots.delete(slot)
        wanted.set(key, slots)
      }
      for (const [key, slots] of wanted) {
        expect(slotsOf(postings, key * 7919)).toEqual([...slots].toSorted())
      }
    }),
  )
})

test('keeps every key when it grows', () => {
  const postings = createPostings()
  for (let key = 1; key <= 5_000; key += 1) addPosting(postings, key * 104_729, key % SLOTS)
  for (let key = 1; key <= 5_000; key += 1) {
    expect(slotsOf(postings, key * 104_729)).toEqual([key % SLOTS])
  }
})

test('lists that are too long are skipped', () => {
  const postings = createPostings()
  for (let slot = 0; slot < 5; slot += 1) addPosting(postings, 1, slot)
  addPosting(postings, 2, 3)
  const query = [{ keys: Int32Array.of(1, 2), weights: Float32Array.of(4, 0.5) }]
  const hits = searchPostings(postings, query, { slotCount: SLOTS, longest: 4 })
  expect([hits.slots, [...hits.weights]]).toEqual([[3], [0.5]])
})
