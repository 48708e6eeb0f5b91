import type { Evidence } from './evidence.ts'
import { byScore, type Scored } from './score.ts'
import { THRESHOLDS, WEIGHTS_VERSION } from './weights.ts'

/**
 * What made a decision: `copy` same text, `same_story` join score, `link` across languages, `merge`, `open` none, `split` parts that
 * are about different events, `operator` somebody’s word.
 */
export type Rule = 'copy' | 'same_story' | 'link' | 'open' | 'merge' | 'split' | 'operator'

/** Why an article went where it went. JSON-safe, at most about 2 KB. */
export interface Receipt {
  readonly rule: Rule
  readonly weightsVersion: string
  readonly thresholds: Readonly<Record<string, number>>
  /** The best stories compared, best first. */
  readonly candidates: readonly ReceiptCandidate[]
  readonly evidence: Evidence | null
}

/** A story that was compared, with every measure to four digits. */
export interface ReceiptCandidate {
  readonly storyId: string
  readonly score: number
  readonly signals: Readonly<Record<string, number>>
}

const MOST_CANDIDATES = 5
const LINES = {
  join: ['join', 'joinHeadline', 'joinUndated', 'termsUndated'],
  lookAlike: [
    'joinForeign',
    'foreignNames',
    'foreignSubjects',
    'joinContradicted',
    'contradictedNames',
    'templateTerms',
    'templateNames',
    'templateFigures',
    'fewFigures',
    'tableTerms',
    'tableFigures',
  ],
  link: ['link', 'severalNames', 'linkUndated', 'namesUndated'],
} as const
const THRESHOLDS_OF: Readonly<Record<Rule, readonly (keyof typeof THRESHOLDS)[]>> = {
  copy: ['sameText', ...LINES.lookAlike],
  same_story: [...LINES.join, ...LINES.lookAlike],
  link: LINES.link,
  open: [...LINES.join, ...LINES.lookAlike, ...LINES.link],
  split: ['riftAcross', 'riftRatio', 'split'],
  operator: [],
  merge: ['merge', 'joinUndated', 'termsUndated', ...LINES.lookAlike],
}

/** Writes down a decision. */
export function writeReceipt(
  rule: Rule,
  compared: readonly Scored[],
  evidence: Evidence | null,
): Receipt {
  return {
    rule,
    weightsVersion: WEIGHTS_VERSION,
    thresholds: {
      ...Object.fromEntries(THRESHOLDS_OF[rule].map((name) => [name, THRESHOLDS[name]])),
      ...calibrationOf(compared),
    },
    candidates: compared.toSorted(byScore).slice(0, MOST_CANDIDATES).map(writeCandidate),
    evidence,
  }
}

/** One model has read the article, so all candidates it was compared with share its calibration. */
function calibrationOf(compared: readonly Scored[]): Readonly<Record<string, number>> {
  const calibration = compared.find((scored) => scored.calibration)?.calibration
  return calibration ? { meaningWeight: calibration.weight, meaningBias: calibration.bias } : {}
}

function writeCandidate({ cluster, score, signals }: Scored): ReceiptCandidate {
  return {
    storyId: cluster.storyId,
    score: round(score),
    signals: Object.fromEntries(
      Object.entries(signals).map(([name, value]) => [name, round(value)]),
    ),
  }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
