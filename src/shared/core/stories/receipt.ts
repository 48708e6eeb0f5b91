import type { IncomingArticle } from './article.ts'
import type { Cluster } from './cluster.ts'
import type { Refusal } from './contradictions.ts'
import { type Differences, type Evidence, findDifferences, findEvidence } from './evidence.ts'
import { byScore, evaluate, MODELS, type ModelName, meaningOdds, type Scored } from './score.ts'
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
  readonly model: ModelName
  /** Why it was not chosen, where it was not only less near. */
  readonly refusal: Refusal | null
  /** What the article speaks of and the story does not, where that or a missing date kept them apart. */
  readonly differences?: Differences
  readonly signals: Readonly<Record<string, number>>
}

/** Whose words the receipt gives: the article's, and the story's it was placed in. */
interface Placed {
  readonly article: IncomingArticle
  readonly chosen: Cluster | null
}

const MOST_CANDIDATES = 5
const LINES = {
  join: ['join', 'joinHeadline', 'joinUndated', 'termsUndated'],
  lookAlike: [
    'joinForeign',
    'foreignNames',
    'foreignSubjects',
    'joinOtherNames',
    'otherNames',
    'otherFigures',
    'joinContradicted',
    'contradictedNames',
    'joinUnlike',
    'unlikeWording',
    'templateTerms',
    'templateNames',
    'fewFigures',
    'tableFigures',
    'tableNames',
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
export function writeReceipt(rule: Rule, compared: readonly Scored[], placed?: Placed): Receipt {
  return {
    rule,
    weightsVersion: WEIGHTS_VERSION,
    thresholds: {
      ...Object.fromEntries(THRESHOLDS_OF[rule].map((name) => [name, THRESHOLDS[name]])),
      ...calibrationOf(compared),
    },
    candidates: compared
      .toSorted(byScore)
      .slice(0, MOST_CANDIDATES)
      .map((scored) => writeCandidate(scored, placed)),
    evidence: placed?.chosen ? findEvidence(placed.article, placed.chosen) : null,
  }
}

/** One model has read the article, so all candidates it was compared with share its calibration. */
function calibrationOf(compared: readonly Scored[]): Readonly<Record<string, number>> {
  const calibration = compared.find((scored) => scored.calibration)?.calibration
  return calibration ? { meaningWeight: calibration.weight, meaningBias: calibration.bias } : {}
}

/**
 * The score of a candidate once more, from the signals and thresholds of its receipt: the same but for the rounding of the
 * signals, 0.002 at most. Null for a receipt made by other weights.
 */
export function recomputeScore(
  { weightsVersion, thresholds }: Receipt,
  { model, signals }: ReceiptCandidate,
): number | null {
  if (weightsVersion !== WEIGHTS_VERSION || model === undefined) return null
  if (model === 'copy') return Math.min(1, signals['jaccard'] ?? 0)
  const { meaningWeight: weight = 0, meaningBias: bias = 0 } = thresholds
  const extra = 'meaning' in signals ? meaningOdds(signals, { weight, bias }) : 0
  return evaluate(MODELS[model], signals, extra)
}

function writeCandidate(scored: Scored, placed: Placed | undefined): ReceiptCandidate {
  const { cluster, score, model, refusal, signals } = scored
  const differs = refusal !== null && refusal !== 'low_score' && placed
  return {
    storyId: cluster.storyId,
    score: round(score),
    model,
    refusal,
    ...(differs && { differences: findDifferences(placed.article, cluster) }),
    signals: Object.fromEntries(
      Object.entries(signals).map(([name, value]) => [name, round(value)]),
    ),
  }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
