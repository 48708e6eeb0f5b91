import { expect, test } from 'vitest'
import { measureSites } from '../../bench/clean/siteMemory.ts'

test('the memory of a source cuts its boilerplate and nothing of a reprint', () => {
  const scores = measureSites()
  expect(scores.without['precision']).toBeLessThan(0.8)
  expect(scores.with['precision']).toBeGreaterThan(0.97)
  expect(scores.with['recall']).toBe(1)
  expect(scores).toMatchObject({ reprintsHurt: 0, falsePlaceholders: 0 })
  expect(scores.reprints).toBeGreaterThan(50)
})
