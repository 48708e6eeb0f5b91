import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchPostings } from '../../../../src/shared/core/stories/postingSearch.ts'
import {
  addPosting,
  createPostings,
  removePosting,
} from '../../../../src/shared/core/stories/postings.ts'

const SLOTS = 20
const LIMITS = {
  slotCount: SLOTS,
  longest: SLOTS,
  places: 1_000,
  groups: new Int32Array(SLOTS).fill(1),
  leftOut: 0,
}
const anyStep = fc.record({
  add: fc.boolean(),
  key: fc.integer({ min: 1, max: 60 }),
  slot: fc.nat(SLOTS - 1),
})

function slotsOf(postings: ReturnType<typeof createPostings>, key: number): number[] {
  const query = [{ keys: Int32Array.of(key), weights: Float32Array.of(1) }]
  return [...searchPostings(postings, query, LIMITS).slots].toSorted()
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
  const hits = searchPostings(postings, query, { ...LIMITS, longest: 4 })
  expect([[...hits.slots], [...hits.weights]]).toEqual([[3], [0.5]])
})

test('the rarest keys are looked up first, and no more places than are asked for', () => {
  const postings = createPostings()
  for (let slot = 0; slot < 5; slot += 1) addPosting(postings, 1, slot)
  for (let slot = 3; slot < 5; slot += 1) addPosting(postings, 2, slot)
  addPosting(postings, 3, 4)
  const query = [{ keys: Int32Array.of(1, 2, 3), weights: Float32Array.of(1, 2, 4) }]
  const hits = searchPostings(postings, query, { ...LIMITS, places: 7 })
  expect(new Map([...hits.slots].map((slot, at) => [slot, hits.weights[at]]))).toEqual(
    new Map([
      [4, 6],
      [3, 2],
    ]),
  )
})

test('slots of no group and of the one left out are not found, and a place is read for them all the same', () => {
  const postings = createPostings()
  for (let slot = 0; slot < 5; slot += 1) addPosting(postings, 1, slot)
  const query = [{ keys: Int32Array.of(1), weights: Float32Array.of(1) }]
  const groups = Int32Array.of(0, 1, 2, 1, 2)
  const found = (places: number) => [
    ...searchPostings(postings, query, { ...LIMITS, places, groups, leftOut: 2 }).slots,
  ]
  expect([found(5).toSorted(), found(4)]).toEqual([[1, 3], []])
})
