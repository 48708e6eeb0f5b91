import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  blockKeys,
  copiesOf,
  droppedKeys,
  dropRepeats,
  isPlaceholder,
  type PageText,
  pageKey,
  type SeenBlocks,
  withoutBlocks,
} from '../../../../src/shared/core/page/repeats.ts'

const slogan = 'Your trusted voice on the river since 1911'
const offer = 'Get the evening letter: 12 stories in your box'
const body = [
  'The council voted on Monday to keep the ferry running through the winter, after a petition by the islanders.',
  'About 4,200 people had signed it, more than live on the island, because visitors signed too, the clerk said.',
  'The ferry costs 310,000 a year. The council will take the money from the fund for roads, which had been left unused.',
  'The first winter boat leaves on 3 November at seven in the morning. It carries forty people and the post.',
]

const pageOf = (paragraphs: readonly string[], title = 'Winter boats go on'): PageText => ({
  title,
  paragraphs,
})
const seenAll = (paragraphs: readonly string[], times: number, pages = times): SeenBlocks => ({
  pages,
  counts: new Map(blockKeys(pageOf(paragraphs)).map((key) => [key, times])),
})
/** The blocks of some text were on all pages. */
const seenOnly = (known: readonly string[], pages: number, times = pages): SeenBlocks => ({
  pages,
  counts: new Map(known.flatMap((line) => blockKeys(pageOf([line]))).map((key) => [key, times])),
})

test('drops a slogan at the head and an offer at the tail from the third page on', () => {
  const page = [slogan, ...body, offer]
  expect(dropRepeats(page, seenOnly([slogan, offer], 1))).toEqual(page)
  expect(dropRepeats(page, seenOnly([slogan, offer], 2))).toEqual(body)
})

test('takes blocks that differ in figures only as one', () => {
  expect(blockKeys(pageOf(['12 comments']))[0]).toBe(blockKeys(pageOf(['7 comments']))[0])
})

test('takes blocks that differ in white space only as one', () => {
  const [key] = blockKeys(pageOf(['Read more here']))
  expect(blockKeys(pageOf([' Read\u00a0more  \n here\t']))[0]).toBe(key)
})

test('keeps a block that few pages of the source carry', () => {
  const background = 'The strike began on 4 May over pay.'
  const page = [...body, background]
  expect(dropRepeats(page, seenOnly([background], 40, 5))).toEqual(page)
})

test('never touches what stands between other paragraphs', () => {
  const page = [body[0] ?? '', offer, ...body.slice(1)]
  expect(dropRepeats(page, seenOnly([offer], 9))).toEqual(page)
})

test('leaves a republished article whole, however often it was seen', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 80 }), { maxLength: 20 }),
      fc.nat(50),
      (page, times) => {
        expect(dropRepeats(page, seenAll(page, times))).toEqual(page)
      },
    ),
  )
})

test('gives a contiguous part of the article, whatever was seen', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 20 }), { maxLength: 20 }),
      fc.array(fc.nat(9)),
      (page, times) => {
        const keys = blockKeys(pageOf(page))
        const counts = new Map(keys.map((key, at) => [key, times[at] ?? 0]))
        const kept = dropRepeats(page, { pages: 5, counts })
        const start = page.findIndex((_, at) =>
          kept.every((text, offset) => page[at + offset] === text),
        )
        expect(kept.length === 0 || start >= 0).toBe(true)
      },
    ),
  )
})

test('another version of a page is rid of what was dropped, whatever its figures, and of nothing that was kept', () => {
  const keys = (page: readonly string[], kept: readonly string[]) =>
    new Set(droppedKeys(page, kept))
  const later = [slogan, ...body.slice(1), offer.replace('12', '7')]
  expect(withoutBlocks(later, keys([slogan, ...body, offer], body))).toEqual(body.slice(1))
  expect(withoutBlocks(later, keys(body, body))).toEqual(later)
  const twice = [slogan, ...body, slogan]
  expect(withoutBlocks(twice, keys(twice, twice.slice(1)))).toEqual(twice)
})

test('leaves an article whole that was seen with another beginning and end', () => {
  const page = [slogan, ...body, offer]
  const seen = seenOnly([slogan, offer, body[2] ?? ''], 9)
  expect(dropRepeats(page, seen)).toEqual(page)
})

const wall = ['Please switch on your browser’s cookies to go on to the story you asked for.']
const seenWall = (copies: number, pages: number, text = wall): SeenBlocks => ({
  pages,
  counts: new Map(blockKeys(pageOf(text)).map((key) => [key, copies])),
})

test('a short text under many titles of a source is a placeholder', () => {
  const page = pageOf(wall, 'Harbour crane falls into the basin')
  expect(isPlaceholder(page, seenWall(3, 20))).toBe(false)
  expect(isPlaceholder(page, seenWall(4, 20))).toBe(true)
  expect(isPlaceholder(page, seenWall(4, 60))).toBe(false)
  expect(copiesOf(page, seenWall(4, 20))).toBe(4)
  const long = wall.concat(Array(30).fill(wall[0]))
  expect(isPlaceholder(pageOf(long), seenWall(9, 20, long))).toBe(false)
})

test.each([
  [
    'en',
    'Crane toppled in harbour basin',
    'The crane toppled into the harbour basin at noon, and nobody was hurt.',
  ],
  [
    'de',
    'Kran stürzt ins Hafenbecken',
    'Im Hafenbecken liegt seit dem Mittag ein Kran; verletzt wurde niemand.',
  ],
  ['ja', '港でクレーンが倒れる', '正午ごろ港でクレーンが倒れたが、けが人はいなかった。'],
])(
  'a short report that speaks of its title is none, however often it is printed: %s',
  (_, title, text) => {
    expect(isPlaceholder(pageOf([text], title), seenWall(30, 40, [text]))).toBe(false)
  },
)

test('a wall is known in a script without spaces', () => {
  const text = ['続きを読むには会員登録が必要です。']
  expect(isPlaceholder(pageOf(text, '港でクレーンが倒れる'), seenWall(5, 9, text))).toBe(true)
})

test('pages that differ in figures only are different pages', () => {
  const report = (people: number) => [slogan, ...body.map((line) => `${line} (${people})`)]
  const inFigures = seenOnly(report(5), 9).counts
  const counts = new Map([...inFigures].filter(([key]) => key.startsWith('long:')))
  const slogans = seenOnly([slogan], 9).counts
  const seen = { pages: 9, counts: new Map([...counts, ...slogans]) }
  expect(dropRepeats(report(6), seen)).toEqual(report(6).slice(1))
  expect(dropRepeats(report(5), seen)).toEqual(report(5))
  expect(pageKey(pageOf(wall, 'Rain: 3 mm'))).not.toBe(pageKey(pageOf(wall, 'Rain: 4 mm')))
})

test('two readings of one title are one page', () => {
  expect(pageKey(pageOf(wall, 'Crane falls!'))).toBe(pageKey(pageOf(body, 'Crane falls')))
})
