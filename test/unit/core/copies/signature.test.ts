import fc from 'fast-check'
import { Minhash } from 'minhash'
import { expect, test } from 'vitest'
import { signText } from '../../../../src/shared/core/copies/fingerprint.ts'
import { checkPermutations, permutations } from '../../../../src/shared/core/copies/permutations.ts'
import { signatureOf, toMinhash } from '../../../../src/shared/core/copies/signature.ts'

/** The definition: the package, fed with the shingles as strings. */
function packageSignature(shingles: readonly string[]): number[] {
  const minhash = new Minhash()
  for (const shingle of shingles) minhash.update(shingle)
  return minhash.hashvalues
}

function runsOf(units: readonly string[], size: number, separator: string): string[] {
  if (units.length < 2) return []
  const width = Math.min(size, units.length)
  return Array.from({ length: units.length - width + 1 }, (_, start) =>
    units.slice(start, start + width).join(separator),
  )
}

function wordShingles(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return runsOf(words, 3, ' ')
}

function characterShingles(text: string, size: number): string[] {
  const characters =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]/gu) ?? []
  return runsOf(characters, size, '')
}

const spacedCharacter = fc.constantFrom(
  ...'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789éßİıÅñ  ,.!’-\n\tжЩіљΩςאבعربहिन्दी한국어ﬁ½²𝒜𐐷e\u0301\u200d',
)
const spacedText = fc.array(spacedCharacter, { maxLength: 400 }).map((units) => units.join(''))

test('a text gets the signature the package gives its word 3-grams', () => {
  fc.assert(
    fc.property(spacedText, (text) => {
      expect(Array.from(signText(text))).toEqual(packageSignature(wordShingles(text)))
    }),
    { numRuns: 1500 },
  )
})

const word = fc.constantFrom(
  ...'the storm hit coast on monday and thousands left homes near river'.split(' '),
)

test('a text of repeated words gets the signature of the package', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 120 }), (words) => {
      const text = words.join(' ')
      expect(Array.from(signText(text))).toEqual(packageSignature(wordShingles(text)))
    }),
    { numRuns: 500 },
  )
})

test.each([
  [5, [...'国々の首相は東京で会談し、合意をカタカナ。𠮷野家']],
  [8, [...'รัฐบาลประกาศมาตรการใหม่เมื่อวันจันทร์']],
  [8, [...'ລັດຖະບານကျွန်ုပ်ភាសាខ្មែរ ']],
])('unspaced scripts are cut into runs of %i characters', (size, alphabet) => {
  const texts = fc.array(fc.constantFrom(...alphabet), { maxLength: 200 })
  fc.assert(
    fc.property(texts, (units) => {
      const text = units.join('')
      expect(Array.from(signText(text))).toEqual(packageSignature(characterShingles(text, size)))
    }),
    { numRuns: 300 },
  )
})

const int32 = fc.oneof(
  fc.integer({ min: -0x80000000, max: 0x7fffffff }),
  fc.constantFrom(0, 1, -1, 0x7fffffff, -0x80000000, 0xffff, -0x10000, 0x10000),
)

test('any set of 32-bit hashes gets the values of the formula of the package', () => {
  const { multipliers, increments } = permutations
  fc.assert(
    fc.property(fc.array(int32, { maxLength: 60 }), (hashes) => {
      const expected = Array.from(multipliers, (multiplier, index) =>
        hashes.reduce((minimum, hash) => {
          const value = (multiplier * (hash + 4294967295) + (increments[index] ?? 0)) % 4294967311
          return Math.min(minimum, value)
        }, 4294967295),
      )
      expect(Array.from(signatureOf(Int32Array.from(hashes)))).toEqual(expected)
    }),
    { numRuns: 1000 },
  )
})

test('neither order nor repetition of shingles matters', () => {
  fc.assert(
    fc.property(fc.array(int32, { maxLength: 50 }), (hashes) => {
      const signature = signatureOf(Int32Array.from(hashes))
      expect(signatureOf(Int32Array.from(hashes.toSorted()))).toEqual(signature)
      expect(signatureOf(Int32Array.from([...hashes, ...hashes]))).toEqual(signature)
    }),
  )
})

test('a signature becomes an object of the package and compares there', () => {
  const a = toMinhash(signText('The river rose above the old bridge on Monday night'))
  const b = toMinhash(signText('The river rose above the old bridge on Sunday night'))
  expect(a.jaccard(a)).toBe(1)
  expect(a.jaccard(b)).toBeGreaterThan(0)
  expect(a.jaccard(b)).toBeLessThan(1)
})

test('this engine gives the permutations all signatures were made with', () => {
  expect(checkPermutations()).toEqual({ ok: true })
})

test('other permutations are told apart', () => {
  const multipliers = permutations.multipliers.with(5, 1)
  const check = checkPermutations({ ...permutations, multipliers })
  expect(check.ok).toBe(false)
})
