import { expect, test } from 'vitest'
import { findContradiction } from '../../../../src/shared/core/stories/contradictions.ts'

const agreeing = { terms: 0.5, mainNames: 1, subjects: 1, figures: 1, figureCount: 1, anyFigure: 1 }

test.each([
  ['a table with other figures', { tables: 1, figures: 0.3 }, 0.99, 'other_figures_in_table'],
  [
    'a page of a template with other names',
    { terms: 0.8, mainNames: 0.5 },
    0.99,
    'other_names_in_template',
  ],
  [
    'a page of a template with other figures',
    { terms: 0.8, figures: 0, anyFigure: 0 },
    0.99,
    'other_figures_in_template',
  ],
  [
    'other names, subjects and figures',
    { mainNames: 0.2, subjects: 0.4, anyFigure: 0 },
    0.8,
    'other_subjects',
  ],
  [
    'other names and subjects, but a sure score',
    { mainNames: 0.2, subjects: 0.4, anyFigure: 0 },
    0.95,
    null,
  ],
  [
    'other names, but a figure in common',
    { mainNames: 0.2, subjects: 0.4, figures: 0.3 },
    0.8,
    null,
  ],
  [
    'other names and three other figures',
    { mainNames: 0.5, figures: 0, anyFigure: 0 },
    0.6,
    'other_names_and_figures',
  ],
  ['the same in other words', {}, 0.2, null],
])('%s', (_, signals, score, expected) => {
  expect(findContradiction({ ...agreeing, ...signals }, score)).toBe(expected)
})
