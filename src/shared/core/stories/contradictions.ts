import { at, type Signals } from './signals.ts'
import { THRESHOLDS } from './weights.ts'

/**
 * Why two clusters stay apart: the score is too low, a date is missing and the score not sure, a link has evidence of one
 * kind only; or like wording speaks of something else, told by its figures, names or subjects.
 */
export type Refusal = 'low_score' | 'no_date' | 'one_kind' | Contradiction

/** What is different where the wording is alike. */
export type Contradiction =
  | 'other_figures_in_table'
  | 'other_names_in_table'
  | 'other_figures_in_template'
  | 'other_names_in_template'
  | 'other_names'
  | 'other_subjects'
  | 'other_names_and_figures'

interface Rule {
  readonly name: Contradiction
  /** The score from which it is not heard. */
  readonly line: number
  readonly speaks: (signals: Signals) => boolean
}

const NEVER = Number.POSITIVE_INFINITY

/** What speaks against a join; the first that does is told. */
const CONTRADICTIONS: readonly Rule[] = [
  {
    name: 'other_figures_in_table',
    line: NEVER,
    speaks: (signals) =>
      at(signals, 'tables') === 1 && at(signals, 'figures') < THRESHOLDS.tableFigures,
  },
  {
    name: 'other_names_in_table',
    line: NEVER,
    speaks: (signals) =>
      at(signals, 'tables') === 1 &&
      Math.max(at(signals, 'mainNames'), at(signals, 'subjects')) < THRESHOLDS.tableNames,
  },
  {
    name: 'other_figures_in_template',
    line: NEVER,
    speaks: (signals) =>
      isTemplated(signals) &&
      at(signals, 'figures') === 0 &&
      at(signals, 'figureCount') >= THRESHOLDS.fewFigures,
  },
  {
    name: 'other_names_in_template',
    line: NEVER,
    speaks: (signals) =>
      isTemplated(signals) && at(signals, 'mainNames') < THRESHOLDS.templateNames,
  },
  {
    name: 'other_subjects',
    line: THRESHOLDS.joinForeign,
    speaks: (signals) =>
      at(signals, 'mainNames') < THRESHOLDS.foreignNames &&
      at(signals, 'subjects') < THRESHOLDS.foreignSubjects &&
      at(signals, 'anyFigure') === 0,
  },
  {
    name: 'other_names',
    line: THRESHOLDS.joinOtherNames,
    speaks: (signals) =>
      at(signals, 'mainNames') < THRESHOLDS.otherNames &&
      at(signals, 'figures') < THRESHOLDS.otherFigures,
  },
  {
    name: 'other_names_and_figures',
    line: THRESHOLDS.joinUnlike,
    speaks: (signals) =>
      hasOtherAnchors(signals) &&
      Math.max(at(signals, 'terms'), at(signals, 'title')) < THRESHOLDS.unlikeWording,
  },
  {
    name: 'other_names_and_figures',
    line: THRESHOLDS.joinContradicted,
    speaks: hasOtherAnchors,
  },
]

/**
 * Like wording about something else: tables and pages of a template that differ in their figures or names (prices,
 * weather), or a doubtful score where names and figures differ (two verdicts of one court on one day). Null for none.
 */
export function findContradiction(signals: Signals, score: number): Contradiction | null {
  const heard = CONTRADICTIONS.find(({ line, speaks }) => speaks(signals) && score < line)
  return heard?.name ?? null
}

/** Wording so alike that only names and figures can tell two pages apart. */
function isTemplated(signals: Signals): boolean {
  return at(signals, 'terms') >= THRESHOLDS.templateTerms
}

/** Other main names, and none of three figures is shared. */
function hasOtherAnchors(signals: Signals): boolean {
  return (
    at(signals, 'mainNames') < THRESHOLDS.contradictedNames &&
    at(signals, 'figures') === 0 &&
    at(signals, 'figureCount') === 1
  )
}
