import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedPassages } from '../../../src/web/page/passages.ts'

const shared = (passages: readonly { text: string; shared: boolean }[]) =>
  passages.filter((passage) => passage.shared).map(({ text }) => text)

test('marks what stands in both texts, from five words on', () => {
  const [left, right] = sharedPassages(
    'The ship sank on Monday, two miles from the port of Tarvik. All are safe.',
    'Officials said two miles from the port, and that all are safe.',
  )
  expect(shared(left)).toEqual(['two miles from the port'])
  expect(shared(right)).toEqual(['two miles from the port'])
})

test('compares scripts without spaces by character', () => {
  const [left] = sharedPassages(
    '昨日、東京で大きな地震がありました。',
    '東京で大きな地震が起きた。',
  )
  expect(shared(left)).toEqual(['東京で大きな地震が'])
})

test('the passages of a text put together are the text', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', '. ', ' ', '\n\n', 'é', '京'))
    .map((parts) => parts.join(' '))
  fc.assert(
    fc.property(words, words, (left, right) => {
      const [one, two] = sharedPassages(left, right)
      expect(one.map(({ text }) => text).join('')).toBe(left)
      expect(two.map(({ text }) => text).join('')).toBe(right)
    }),
  )
})
