import { expect, test } from 'vitest'
import { measureEdits } from '../../bench/copies/edits.ts'

test('no edit opens a story, and edits are graded as a reader would', () => {
  const { openedByEdit, gradesRight, joined, strangers } = measureEdits(4)
  expect(openedByEdit).toBe(0)
  expect(gradesRight).toBeGreaterThanOrEqual(0.98)
  expect(joined / strangers).toBeLessThanOrEqual(0.002)
})
