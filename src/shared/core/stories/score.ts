import type { Cluster } from './cluster.ts'
import type { Lexicon } from './lexicon.ts'
import { exactLinkSignals, nearLinkSignals } from './linkSignals.ts'
import type { Calibration } from './meaning.ts'
import { anchorSignals, joinSignals, type Signals } from './signals.ts'
import { HEADLINE_MODEL, JOIN_MODEL, LINK_MODEL, type Model, THRESHOLDS } from './weights.ts'

/** A cluster that was compared, with the signals that made its score. */
export interface Scored {
  readonly cluster: Cluster
  readonly signals: Signals
  /** 0..1 */
  readonly score: number
  /** The score and, where a date is missing, the wording are above the line. */
  readonly passes: boolean
  /** What the operator's sentence model counts for, where it has read both. */
  readonly calibration?: Calibration
}

/** Value of a model for given signals, 0..1; `extra` is added to the log-odds. */
export function evaluate(model: Model, signals: Signals, extra = 0): number {
  let sum = model.bias + extra
  for (const [factors, weight] of model.terms) {
    let product = weight
    for (const name of factors) product *= signals[name] ?? 0
    sum += product
  }
  return 1 / (1 + Math.exp(-sum))
}

/** Compares two clusters of one language group; without a threshold, against the line for articles. */
export function scoreJoin(own: Cluster, cluster: Cluster, threshold?: number): Scored {
  const signals = joinSignals(own, cluster)
  const fullText = own.fullText && cluster.fullText
  const score = evaluate(fullText ? JOIN_MODEL : HEADLINE_MODEL, signals)
  const line = threshold ?? (fullText ? THRESHOLDS.join : THRESHOLDS.joinHeadline)
  const dated = own.dated && cluster.dated
  if (score < (dated ? line : THRESHOLDS.joinUndated)) {
    return { cluster, signals, score, passes: false }
  }
  const all = { ...signals, ...anchorSignals(own, cluster) }
  const agrees = (dated || at(all, 'terms') >= THRESHOLDS.termsUndated) && !isLookAlike(all, score)
  return { cluster, signals: all, score, passes: agrees }
}

/**
 * Like wording about something else: tables and pages of a template that differ in their figures or names (prices,
 * weather), or a doubtful score where names and figures differ (two verdicts of one court on one day).
 */
export function isLookAlike(signals: Signals, score: number): boolean {
  return (
    isOtherPage(signals) ||
    score < (CONTRADICTIONS.find(({ speaks }) => speaks(signals))?.line ?? 0)
  )
}

/** Wording so alike that only names and figures can tell two pages apart. */
function isOtherPage(signals: Signals): boolean {
  const [terms, figures] = [at(signals, 'terms'), at(signals, 'figures')]
  const templated = terms >= THRESHOLDS.templateTerms
  if (at(signals, 'tables') === 1 && terms >= THRESHOLDS.tableTerms) {
    if (figures < (templated ? THRESHOLDS.templateFigures : THRESHOLDS.tableFigures)) return true
  }
  const otherFigures = figures === 0 && at(signals, 'figureCount') >= THRESHOLDS.fewFigures
  return templated && (otherFigures || at(signals, 'mainNames') < THRESHOLDS.templateNames)
}

/** What speaks against a join, and the score from which it is not heard; the strictest first. */
const CONTRADICTIONS: readonly {
  readonly line: number
  readonly speaks: (signals: Signals) => boolean
}[] = [
  {
    line: THRESHOLDS.joinForeign,
    speaks: (signals) =>
      at(signals, 'mainNames') < THRESHOLDS.foreignNames &&
      at(signals, 'subjects') < THRESHOLDS.foreignSubjects &&
      at(signals, 'anyFigure') === 0,
  },
  {
    line: THRESHOLDS.joinContradicted,
    speaks: (signals) =>
      at(signals, 'mainNames') < THRESHOLDS.contradictedNames &&
      at(signals, 'figures') === 0 &&
      at(signals, 'figureCount') === 1,
  },
]

function at(signals: Signals, name: string): number {
  return signals[name] ?? 0
}

/** Compares two clusters of different languages. */
export function scoreLink(lexicon: Lexicon, own: Cluster, cluster: Cluster): Scored {
  const pair = { lexicon, a: own, b: cluster }
  const exact = exactLinkSignals(pair)
  const calibration = 'meaning' in exact && own.meaning ? calibrationOf(own.meaning) : undefined
  const extra = meaningOdds(exact, calibration)
  const hopeless = evaluate(LINK_MODEL, exact, extra) < THRESHOLDS.linkHopeless
  const signals = hopeless ? exact : nearLinkSignals(pair, exact)
  const score = evaluate(LINK_MODEL, signals, extra)
  const passes =
    hasTwoKinds(signals, extra) &&
    (own.dated && cluster.dated
      ? score >= THRESHOLDS.link
      : score >= THRESHOLDS.linkUndated && at(signals, 'names') >= THRESHOLDS.namesUndated)
  return { cluster, signals, score, passes, ...(calibration && { calibration }) }
}

function calibrationOf({ weight, bias }: Calibration): Calibration {
  return { weight, bias }
}

/** What the cosine of a sentence model adds to the log-odds of a link; 0 without a model. */
export function meaningOdds(signals: Signals, calibration: Calibration | undefined): number {
  return calibration ? calibration.weight * at(signals, 'meaning') + calibration.bias : 0
}

/** Names, figures, countries and a like meaning are kinds of evidence; several rare names are as good as two. */
function hasTwoKinds(signals: Signals, meaning: number): boolean {
  const kinds = ['sharedNames', 'sharedNumbers', 'countries'].filter(
    (name) => at(signals, name) > 0,
  )
  return (
    kinds.length + (meaning > 0 ? 1 : 0) > 1 || at(signals, 'rareNames') >= THRESHOLDS.severalNames
  )
}

/** The best of those that pass; ties go to the older cluster. */
export function bestOf(scored: readonly Scored[]): Scored | null {
  let best: Scored | null = null
  for (const candidate of scored) {
    if (candidate.passes && (best === null || isBetter(candidate, best))) best = candidate
  }
  return best
}

/** Order for lists of candidates: best first. */
export function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || a.cluster.openedSeq - b.cluster.openedSeq
}

function isBetter(a: Scored, b: Scored): boolean {
  return byScore(a, b) < 0
}
