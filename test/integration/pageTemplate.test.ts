import { expect, test } from 'vitest'
import { withoutRepeats } from '../../src/workers/pageTemplate.ts'
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

test('learns what repeats at the edges of a source, and drops it from the third page on', async () => {
  const context = openContext()
  const cleaned: (readonly string[])[] = []
  for (const number of [1, 2, 3])
    cleaned.push(await withoutRepeats(context, 'river.test', page(number)))
  expect(cleaned.map(([first]) => first === slogan)).toEqual([true, true, false])
})

test('learns every source for itself', async () => {
  const context = openContext()
  for (const number of [1, 2, 3]) await withoutRepeats(context, 'river.test', page(number))
  const [first] = await withoutRepeats(context, 'hills.test', page(4))
  expect(first).toBe(slogan)
})

test('remembers a bounded number of blocks', async () => {
  const context = openContext()
  for (let number = 0; number < 200; number += 1) {
    const blocks = Array.from(
      { length: 8 },
      (_, at) => `Block ${'y'.repeat(at)} of page ${'z'.repeat(number)}`,
    )
    await withoutRepeats(context, 'river.test', blocks)
  }
  expect(await context.redis.hlen(context.keys.blocks('river.test'))).toBeLessThan(340)
})
