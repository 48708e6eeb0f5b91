import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uniqueMatches } from '../../../../src/shared/core/copies/gramMatches.ts'
import { mix32 } from '../../../../src/shared/core/copies/mix32.ts'

/** Tokens are hashes: pairs of small numbers would have grams in common that the texts have not. */
const tokens = fc.array(fc.nat(23).map(mix32), { maxLength: 60 })
const sizes = fc.constantFrom(1, 2)

/** Grams of a list as text, by their place. */
function gramsOf(list: readonly number[], size: number): readonly string[] {
  return list
    .slice(0, Math.max(0, list.length - size + 1))
    .map((_, at) => list.slice(at, at + size).join())
}

const isOnce = (grams: readonly string[], gram: string) =>
  grams.filter((other) => other === gram).length === 1

test('what either side has once is found, in the order of the first, and nothing else', () => {
  fc.assert(
    fc.property(tokens, tokens, sizes, fc.nat(5), (one, other, size, skipped) => {
      const [first, second] = [one.slice(skipped), other.slice(skipped)]
      const [grams, others] = [gramsOf(first, size), gramsOf(second, size)]
      const expected = grams.flatMap((gram, at) =>
        isOnce(grams, gram) && isOnce(others, gram)
          ? [{ a: at + skipped, b: others.indexOf(gram) + skipped }]
          : [],
      )
      const range = {
        ...{ aStart: Math.min(skipped, one.length), aEnd: one.length },
        ...{ bStart: Math.min(skipped, other.length), bEnd: other.length },
      }
      const found = uniqueMatches(Int32Array.from(one), Int32Array.from(other), { ...range, size })
      expect(found).toEqual(expected)
    }),
  )
})
