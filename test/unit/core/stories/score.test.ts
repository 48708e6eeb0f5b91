import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusterOf } from '../../../../src/shared/core/stories/article.ts'
import { findContradiction } from '../../../../src/shared/core/stories/contradictions.ts'
import {
  bestOf,
  byScore,
  evaluate,
  MODELS,
  type Scored,
} from '../../../../src/shared/core/stories/score.ts'
import { createWorld, vectorsOf } from '../../../../src/shared/core/stories/state.ts'
import { arrive, wire } from './wire.ts'

const agreeing = { terms: 0.5, mainNames: 1, subjects: 1, figures: 1, figureCount: 1, anyFigure: 1 }
const unlike = { mainNames: 0.62, figures: 0, anyFigure: 0 }

test.each([
  ['a table with other figures', { tables: 1, figures: 0.3 }, 0.99, 'other_figures_in_table'],
  [
    'a table of other names',
    { tables: 1, mainNames: 0.5, subjects: 0.6 },
    0.99,
    'other_names_in_table',
  ],
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
  ['other names, few figures, a low score', { mainNames: 0.3, figures: 0.3 }, 0.3, 'other_names'],
  ['other names in other words', { ...unlike, terms: 0.2 }, 0.8, 'other_names_and_figures'],
  ['other names in the same words', { ...unlike, terms: 0.4 }, 0.8, null],
  ['the same in other words', {}, 0.2, null],
])('%s', (_, signals, score, expected) => {
  expect(findContradiction({ ...agreeing, ...signals }, score)).toBe(expected)
})

const world = createWorld()
const compared = fc.array(
  fc.record({
    at: fc.nat(wire.length - 1),
    score: fc.constantFrom(0, 0.2, 0.5, 0.5, 1),
    refusal: fc.constantFrom(null, null, 'low_score' as const, 'other_subjects' as const),
  }),
  { maxLength: 12 },
)

function scored(list: readonly { at: number; score: number; refusal: Scored['refusal'] }[]) {
  const unique = [...new Map(list.map((each) => [each.at, each])).values()]
  return unique.flatMap(({ at, score, refusal }): Scored[] => {
    const incoming = wire[at] && arrive(wire[at], at)
    if (!incoming) return []
    const cluster = clusterOf(incoming, vectorsOf(world, incoming).profile)
    return [{ cluster, score, refusal, model: 'join', signals: {} }]
  })
}

test('the best match is one that fits, the best and then the oldest, in whatever order they come', () => {
  fc.assert(
    fc.property(
      compared
        .map(scored)
        .chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
      ([list, shuffled]) => {
        const best = bestOf(list)
        expect(bestOf(shuffled)).toBe(best)
        const fits = list.filter(({ refusal }) => refusal === null).toSorted(byScore)
        expect(best).toBe(fits[0] ?? null)
      },
    ),
  )
})

test('every model gives a score in 0..1, whatever the signals', () => {
  const value = fc.double({ min: 0, max: 1, noNaN: true })
  const names = [
    ...new Set(Object.values(MODELS).flatMap(({ terms }) => terms.flatMap(([each]) => each))),
  ]
  const signals = fc.record(Object.fromEntries(names.map((name) => [name, value])), {
    requiredKeys: [],
  })
  fc.assert(
    fc.property(signals, fc.double({ min: -50, max: 50, noNaN: true }), (given, extra) => {
      for (const model of Object.values(MODELS)) {
        const score = evaluate(model, given as Record<string, number>, extra)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }
    }),
  )
})
