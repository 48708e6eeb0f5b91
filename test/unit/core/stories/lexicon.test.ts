import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countOf,
  createCountTable,
  halveCounts,
  increaseCount,
  listCounts,
} from '../../../../src/shared/core/stories/counts.ts'
import { vocabularySeed, wordKey } from '../../../../src/shared/core/stories/keys.ts'
import {
  countDocument,
  createLexicon,
  documentsOf,
  rarity,
  restoreLexicon,
  snapshotLexicon,
} from '../../../../src/shared/core/stories/lexicon.ts'

const limits = { maxKeys: 100_000, maxDocuments: 1_000 }
const anyKey = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((key) => key !== 0)

test('counts what was added, like a Map', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 3_000 }), (keys) => {
      const table = createCountTable(100_000)
      const wanted = new Map<number, number>()
      for (const key of keys) {
        increaseCount(table, key)
        wanted.set(key, (wanted.get(key) ?? 0) + 1)
      }
      expect(table.size).toBe(wanted.size)
      for (const [key, count] of wanted) expect(countOf(table, key)).toBe(count)
      expect([...listCounts(table).keys]).toEqual([...wanted.keys()].sort((a, b) => a - b))
    }),
  )
})

test('a full table drops the rarest keys first', () => {
  const table = createCountTable(100)
  for (let key = 1; key <= 20; key += 1) increaseCount(table, key, 3)
  for (let key = 1_000; key < 1_200; key += 1) increaseCount(table, key)
  expect(table.size).toBeLessThanOrEqual(100)
  for (let key = 1; key <= 20; key += 1) expect(countOf(table, key)).toBe(3)
})

test('counts saturate instead of starting again at zero', () => {
  const table = createCountTable(10)
  increaseCount(table, 7, 65_535)
  increaseCount(table, 7)
  expect(countOf(table, 7)).toBe(65_535)
})

test('halving drops what was counted once', () => {
  const table = createCountTable(10)
  increaseCount(table, 1)
  increaseCount(table, 2, 5)
  halveCounts(table)
  expect([countOf(table, 1), countOf(table, 2), table.size]).toEqual([0, 2, 1])
})

test('the shipped background knows common words of many languages', () => {
  const lexicon = createLexicon({ ...limits, maxKeys: 400_000 })
  const rare = (word: string, group: string) =>
    rarity(lexicon, documentsOf(lexicon, group), wordKey(vocabularySeed('term', group), word))
  for (const [group, common] of [
    ['en', 'the'],
    ['de', 'und'],
    ['vi', 'của'],
    ['ru', 'на'],
    ['sw', 'ya'],
  ]) {
    expect(rare(common ?? '', group ?? '')).toBeLessThan(0.5 * rare('xqzwv', group ?? ''))
  }
})

test('a snapshot restores every count', () => {
  const lexicon = createLexicon({ ...limits, maxKeys: 400_000 })
  countDocument(lexicon, 'en', [11, 12, 13])
  const stored = JSON.parse(JSON.stringify(snapshotLexicon(lexicon)))
  const restored = restoreLexicon(stored, { ...limits, maxKeys: 400_000 })
  expect(snapshotLexicon(restored)).toEqual(snapshotLexicon(lexicon))
})

test('an unreadable snapshot gives an empty lexicon, not an error', () => {
  const restored = restoreLexicon({ documents: {}, keys: '***', counts: 'AA' }, limits)
  expect(documentsOf(restored, 'en')).toBeGreaterThan(0)
})

test('after many articles in one group all counts are halved', () => {
  const lexicon = createLexicon({ maxKeys: 400_000, maxDocuments: 2_000 })
  for (let number = 0; number < 2_500; number += 1) countDocument(lexicon, 'en', [99])
  expect(documentsOf(lexicon, 'en')).toBeLessThan(2_000)
  expect(rarity(lexicon, documentsOf(lexicon, 'en'), 99)).toBeLessThan(1)
})
