import { expect, test } from 'vitest'
import { measureTemplates } from '../../bench/copies/templates.ts'
import { templateTexts } from '../../bench/copies/templateTexts.ts'
import { freshTemplateTexts } from '../../bench/copies/templateTextsFresh.ts'

test.each([0, 2])(
  'tells template pages apart and finds their reprints, %d paragraphs of boilerplate',
  async (footing) => {
    const { linked, pages, found, met, memoryBytes } = await measureTemplates({
      templates: templateTexts,
      days: 14,
      seed: 31,
      footing,
      guarded: true,
    })
    expect(linked / pages).toBeLessThanOrEqual(0.001)
    expect(found).toBeGreaterThanOrEqual(0.98)
    expect(met).toBeGreaterThanOrEqual(0.98)
    expect(memoryBytes).toBeLessThanOrEqual(4096)
  },
)

test.each([
  ['known', templateTexts],
  ['fresh', freshTemplateTexts],
])(
  'no story mixes pages of different days or places from an empty Redis on, %s templates',
  async (_, templates) => {
    const world = { templates, days: 4, seed: 7, footing: 1, guarded: true, cutsBoilerplate: true }
    const { mixedStories, mixedPages } = await measureTemplates(world)
    expect({ mixedStories, mixedPages }).toEqual({ mixedStories: 0, mixedPages: 0 })
  },
)
