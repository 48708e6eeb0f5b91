import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toJson, wellFormed } from '../../../src/shared/wellFormed.ts'

const half = '\ud83d'

test('half a letter becomes the replacement character, however deep it stands', () => {
  const page = {
    title: `Ferry ${half}`,
    credit: { evidence: half },
    lines: ['whole 😀', half],
    at: null,
  }
  expect(wellFormed(page)).toEqual({
    title: 'Ferry \ufffd',
    credit: { evidence: '\ufffd' },
    lines: ['whole 😀', '\ufffd'],
    at: null,
  })
})

test('JSON holds no escape that names half a letter, and is the usual one where there is none', () => {
  const text = fc.string({ unit: 'binary' }).map((whole) => whole.slice(0, 3))
  fc.assert(
    fc.property(fc.dictionary(text, fc.array(text)), (value) => {
      const back: unknown = JSON.parse(toJson(value))
      expect(back).toEqual(wellFormed(value))
    }),
  )
  const escaped = { text: String.raw`\ud83d as it is written` }
  expect(toJson(escaped)).toBe(JSON.stringify(escaped))
})
