import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintText } from '../../../../src/shared/core/copies/fingerprint.ts'
import { estimateOverlap, isCopy } from '../../../../src/shared/core/copies/overlap.ts'

const words = fc.array(
  fc.integer({ min: 0, max: 5000 }).map((number) => `w${number}`),
  {
    minLength: 2,
    maxLength: 600,
  },
)

function sharedAnchors(a: Uint32Array, b: Uint32Array): number {
  return new Set(a).intersection(new Set(b)).size
}

test.each(['', ' \n', '...', 'Breaking', '新', '🙂🙂'])('%j never matches anything', (text) => {
  const fingerprint = fingerprintText(text)
  expect(fingerprint).toEqual({
    signature: new Uint8Array(0),
    shingleCount: 0,
    anchors: new Uint32Array(0),
    partitions: new Uint32Array(0),
    textHash: '',
  })
  expect(isCopy(estimateOverlap(fingerprint, fingerprint))).toBe(false)
})

test('a text shorter than a shingle is one shingle', () => {
  expect(fingerprintText('Storm ahead').shingleCount).toBe(1)
  expect(fingerprintText('暴风').shingleCount).toBe(1)
})

test('repeated shingles count once', () => {
  expect(fingerprintText('a b c a b c a b c').shingleCount).toBe(3)
})

test('markup between the words does not matter, the order of the words does', () => {
  const plain = fingerprintText('The council met on Monday; it agreed to rebuild the bridge.')
  expect(
    fingerprintText('  the COUNCIL met on Monday -- it agreed\nto rebuild the bridge'),
  ).toEqual(plain)
  const swapped = fingerprintText('On Monday the council met; it agreed to rebuild the bridge.')
  expect(swapped.textHash).not.toBe(plain.textHash)
})

test('is the same every time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(fingerprintText(text)).toEqual(fingerprintText(text))
    }),
  )
})

test('anchors are at most 32, ascending, each with its partition', () => {
  fc.assert(
    fc.property(words, (list) => {
      const { anchors, partitions } = fingerprintText(list.join(' '))
      expect(anchors.length).toBeLessThanOrEqual(32)
      expect(anchors.length).toBe(Math.min(32, Math.max(1, new Set(fiveGrams(list)).size)))
      expect(partitions.length).toBe(anchors.length)
      expect(anchors.toSorted()).toEqual(anchors)
    }),
  )
})

function fiveGrams(list: readonly string[]): string[] {
  return list.slice(4).map((_, start) => list.slice(start, start + 5).join(' '))
}

test('a half of a long text, wherever cut, keeps two anchors of the whole', () => {
  const list = Array.from({ length: 600 }, (_, index) => `w${(index * 7919) % 4001}`)
  const whole = fingerprintText(list.join(' '))
  for (const start of [0, 100, 300]) {
    const part = fingerprintText(list.slice(start, start + 300).join(' '))
    expect(sharedAnchors(whole.anchors, part.anchors)).toBeGreaterThanOrEqual(2)
    expect(isCopy(estimateOverlap(whole, part))).toBe(true)
  }
})

test('an endless run of letters is read in bounded time', () => {
  expect(fingerprintText('x'.repeat(3_000_000)).shingleCount).toBe(0)
  expect(fingerprintText('一'.repeat(100_000)).shingleCount).toBe(1)
})
