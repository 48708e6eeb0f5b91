import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dropRepeats,
  edgeKeys,
  isPlaceholder,
  type SeenBlocks,
  textKey,
} from '../../../../src/shared/core/page/repeats.ts'

const slogan = 'Your trusted voice on the river since 1911'
const offer = 'Get the evening letter: 12 stories in your box'
const body = [
  'The council voted on Monday to keep the ferry running through the winter, after a petition by the islanders.',
  'About 4,200 people had signed it, more than live on the island, because visitors signed too, the clerk said.',
  'The ferry costs 310,000 a year. The council will take the money from the fund for roads, which had been left unused.',
  'The first winter boat leaves on 3 November at seven in the morning. It carries forty people and the post.',
]

const seenAll = (paragraphs: readonly string[], times: number, pages = times): SeenBlocks => ({
  pages,
  counts: edgeKeys(paragraphs).map(() => times),
})
const seenOnly = (
  paragraphs: readonly string[],
  known: readonly string[],
  pages: number,
): SeenBlocks => {
  const keys = new Set(edgeKeys(known))
  return { pages, counts: edgeKeys(paragraphs).map((key) => (keys.has(key) ? pages : 0)) }
}

test('drops a slogan at the head and an offer at the tail from the third page on', () => {
  const page = [slogan, ...body, offer]
  expect(dropRepeats(page, seenOnly(page, [slogan, offer], 1))).toEqual(page)
  expect(dropRepeats(page, seenOnly(page, [slogan, offer], 2))).toEqual(body)
})

test('takes blocks that differ in figures only as one', () => {
  expect(edgeKeys(['12 comments'])).toEqual(edgeKeys(['7 comments']))
})

test('keeps a block that few pages of the source carry', () => {
  const page = [...body, 'The strike began on 4 May over pay.']
  const seen = { pages: 40, counts: edgeKeys(page).map((_, at) => (at === body.length ? 5 : 0)) }
  expect(dropRepeats(page, seen)).toEqual(page)
})

test('never touches what stands between other paragraphs', () => {
  const page = [body[0] ?? '', offer, ...body.slice(1)]
  expect(dropRepeats(page, seenOnly(page, [offer], 9))).toEqual(page)
})

test('leaves a republished article whole, however often it was seen', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 80 }), { maxLength: 20 }),
      fc.nat(50),
      (page, times) => {
        const kept = dropRepeats(page, seenAll(page, times))
        const length = (texts: readonly string[]) => texts.join('').length
        expect(length(kept)).toBeGreaterThanOrEqual(0.7 * length(page))
      },
    ),
  )
})

test('gives a contiguous part of the article, whatever was seen', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 20 }), { maxLength: 20 }),
      fc.array(fc.nat(9)),
      (page, counts) => {
        const kept = dropRepeats(page, { pages: 5, counts })
        const start = page.findIndex((_, at) =>
          kept.every((text, offset) => page[at + offset] === text),
        )
        expect(kept.length === 0 || start >= 0).toBe(true)
      },
    ),
  )
})

test('a short text at many addresses of a source is a placeholder', () => {
  const wall = ['Please switch on your browser’s cookies to go on to the story you asked for.']
  expect(textKey(wall)).toBe(textKey([...wall]))
  expect(isPlaceholder(wall, { pages: 20, copies: 3 })).toBe(false)
  expect(isPlaceholder(wall, { pages: 20, copies: 4 })).toBe(true)
  expect(isPlaceholder(wall, { pages: 60, copies: 4 })).toBe(false)
  expect(isPlaceholder(wall.concat(Array(30).fill(wall[0])), { pages: 20, copies: 9 })).toBe(false)
})
