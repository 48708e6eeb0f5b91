import { expect, test } from 'vitest'
import { isLookAlike } from '../../../../src/shared/core/stories/score.ts'

const agreeing = { terms: 0.5, mainNames: 1, subjects: 1, figures: 1, figureCount: 1, anyFigure: 1 }

test.each([
  ['a table with other figures', { tables: 1, figures: 0.3 }, 0.99, true],
  ['a page of a template with other names', { terms: 0.8, mainNames: 0.5 }, 0.99, true],
  ['a page of a template with other figures', { terms: 0.8, figures: 0, anyFigure: 0 }, 0.99, true],
  ['other names, subjects and figures', { mainNames: 0.2, subjects: 0.4, anyFigure: 0 }, 0.8, true],
  [
    'other names and subjects, but a sure score',
    { mainNames: 0.2, subjects: 0.4, anyFigure: 0 },
    0.95,
    false,
  ],
  [
    'other names, but a figure in common',
    { mainNames: 0.2, subjects: 0.4, figures: 0.3 },
    0.8,
    false,
  ],
  ['other names and three other figures', { mainNames: 0.5, figures: 0, anyFigure: 0 }, 0.6, true],
  ['the same in other words', {}, 0.2, false],
])('%s', (_, signals, score, expected) => {
  expect(isLookAlike({ ...agreeing, ...signals }, score)).toBe(expected)
})
