import { expect, test } from 'vitest'
import { parseConfig } from '../../../src/shared/config.ts'
import { stageNames, stages } from '../../../src/shared/stages.ts'

const catalog = Object.values(stages)

test('every stage leads to the next, and the last to none', () => {
  const following = catalog.map(({ next }) => next)
  expect(following).toEqual([...stageNames.slice(1), null])
})

test('every stage has a queue of its own', () => {
  expect(new Set(catalog.map(({ queue }) => queue)).size).toBe(catalog.length)
})

test('only one article is assigned at a time', () => {
  expect(stages.assign.concurrency()).toBe(1)
})

test('as many items are worked on at once as the settings say', () => {
  const config = parseConfig({ FETCH_CONCURRENCY: '7', WORKER_CONCURRENCY: '3' })
  expect(stages.fetch.concurrency(config)).toBe(7)
  expect(stages.read.concurrency(config)).toBe(3)
})
