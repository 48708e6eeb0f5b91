import { expect, test } from 'vitest'
import type { Context } from '../../src/shared/context.ts'
import { dropRepeats, pageKeys } from '../../src/shared/core/page/repeats.ts'
import { createLanguageDetector } from '../../src/shared/core/text/language.ts'
import { learnPage } from '../../src/workers/pageTemplate.ts'
import { createPageReader } from '../../src/workers/readPage.ts'
import { anEntry, aPageRef } from '../support/builders.ts'
import { openContext } from '../support/testContext.ts'

const slogan = 'Your trusted voice on the river since 1911'
const topics = ['the ferry', 'the school roof', 'the harbour lights', 'the winter road']
const page = (number: number) => {
  const topic = topics[number % topics.length]
  return [
    slogan,
    `The council met once more this year and talked about ${topic} until midnight.`,
    `Islanders had brought petitions on ${topic}, the clerk said, and read them aloud.`,
    `A decision on ${topic} was put off to the meeting after next, because members had gone home.`,
    `Nobody could say what ${topic} will cost.`,
  ]
}

const withoutRepeats = async (context: Context, source: string, number: number) => {
  const paragraphs = page(number)
  const keys = pageKeys({ title: `Report ${topics[number % 4]}`, paragraphs })
  const seen = await learnPage(context, source, keys)
  return dropRepeats(paragraphs, seen)
}

test('learns what repeats at the edges of a source, and drops it from the third page on', async () => {
  const context = openContext()
  const cleaned: (readonly string[])[] = []
  for (const number of [1, 2, 3]) cleaned.push(await withoutRepeats(context, 'river.test', number))
  expect(cleaned.map(([first]) => first === slogan)).toEqual([true, true, false])
})

test('learns every source for itself', async () => {
  const context = openContext()
  for (const number of [1, 2, 3]) await withoutRepeats(context, 'river.test', number)
  const [first] = await withoutRepeats(context, 'hills.test', 4)
  expect(first).toBe(slogan)
})

test('an article that is read again and again is not taken for what repeats', async () => {
  const context = openContext()
  for (const number of [1, 1, 1, 1]) await withoutRepeats(context, 'river.test', number)
  expect(await withoutRepeats(context, 'river.test', 1)).toEqual(page(1))
})

test('a page whose edges were cut is cut in the same way when it is read again', async () => {
  const context = openContext()
  for (const number of [1, 2]) await withoutRepeats(context, 'river.test', number)
  const first = await withoutRepeats(context, 'river.test', 3)
  expect(first).toEqual(page(3).slice(1))
  expect(await withoutRepeats(context, 'river.test', 3)).toEqual(first)
})

test('remembers a bounded number of blocks', async () => {
  const context = openContext()
  for (let number = 0; number < 200; number += 1) {
    const paragraphs = Array.from(
      { length: 8 },
      (_, at) => `Block ${'y'.repeat(at)} of page ${'z'.repeat(number)}`,
    )
    const keys = pageKeys({ title: `Page ${'z'.repeat(number)}`, paragraphs })
    await learnPage(context, 'river.test', keys)
  }
  expect(await context.redis.hlen(context.keys.blocks('river.test'))).toBeLessThan(540)
})

const titles = [
  'Crane falls into harbour basin',
  'Ferry timetable changes again',
  'School roof will cost millions',
  'Lighthouse keeper retires early',
  'Winter road opens before snow',
  'Fishing crew wins old dispute',
]

/** Reads a page of one source for each title; what became of each. */
async function outcomesOf(context: Context, html: string, titleOf: (at: number) => string) {
  const detector = await createLanguageDetector()
  const read = createPageReader(context, { detector, embedder: null })
  const outcomes: string[] = []
  for (const at of titles.keys()) {
    const entry = anEntry({ url: `http://wall.example/${at}`, title: titleOf(at) })
    await context.pages.putPage(entry, { body: Buffer.from(html) })
    const outcome = await read(aPageRef(entry))
    outcomes.push(outcome.kind === 'drop' ? outcome.reason : outcome.kind)
  }
  return outcomes
}

const pageWith = (text: string) =>
  `<html><head><title>The Wall</title></head><body><h1>The Wall</h1><p>${text}</p></body></html>`

test('one text under many titles of a source is a placeholder from the fifth on', async () => {
  const html = pageWith(
    'Kara mila sento vorti la pagxon nur por tiuj kiuj havas konton cxe ni, do bonvolu reveni poste kun via nomo.',
  )
  const outcomes = await outcomesOf(openContext(), html, (at) => titles[at] ?? '')
  expect(outcomes).toEqual([...Array(4).fill('next'), 'page_placeholder', 'page_placeholder'])
})

test('a report printed under many addresses and titles that it speaks of is kept', async () => {
  const html = pageWith(
    'A crane fell into the harbour basin on Monday. Nobody was hurt, the harbour office said, and the ferry goes on.',
  )
  const titleOf = (at: number) => `Crane in the harbour, ${titles[at]}`
  expect(await outcomesOf(openContext(), html, titleOf)).toEqual(Array(6).fill('next'))
})

test('a text read again under one title stays an article', async () => {
  const html = pageWith(
    'Nothing of this text is in its title, which happens to short notices in the paper of a small town now and then.',
  )
  expect(await outcomesOf(openContext(), html, () => 'Crane falls into basin')).toEqual(
    Array(6).fill('next'),
  )
})
