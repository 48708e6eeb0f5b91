import { expect, test } from 'vitest'
import { measureTemplates } from '../../bench/copies/templates.ts'

test.each([0, 2])(
  'tells template pages apart and finds their reprints, %d paragraphs of boilerplate',
  (footing) => {
    const { linked, found, memoryBytes } = measureTemplates({
      days: 14,
      seed: 31,
      footing,
      guarded: true,
    })
    expect(linked).toBeLessThanOrEqual(0.005)
    expect(found).toBeGreaterThanOrEqual(0.98)
    expect(memoryBytes).toBeLessThanOrEqual(4096)
  },
)
