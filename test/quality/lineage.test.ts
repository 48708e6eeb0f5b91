import { expect, test } from 'vitest'
import { measureTrees } from '../../bench/copies/trees.ts'

test('traces generated trees of copies', () => {
  const { edgePrecision, edgeRecall, falseFirst, originsExact } = measureTrees(400, 11)
  expect(edgePrecision).toBeGreaterThanOrEqual(0.93)
  expect(edgeRecall).toBeGreaterThanOrEqual(0.7)
  expect(falseFirst).toBeLessThanOrEqual(0.02)
  expect(originsExact).toBeGreaterThanOrEqual(0.93)
})
