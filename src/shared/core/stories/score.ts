import type { Cluster } from './cluster.ts'
import { findContradiction, type Refusal } from './contradictions.ts'
import type { Lexicon } from './lexicon.ts'
import { exactLinkSignals, nearLinkSignals } from './linkSignals.ts'
import type { Calibration } from './meaning.ts'
import { anchorSignals, at, joinSignals, type Signals } from './signals.ts'
import { HEADLINE_MODEL, JOIN_MODEL, LINK_MODEL, type Model, THRESHOLDS } from './weights.ts'

/** The fitted weights, by the names receipts give them. */
export const MODELS = { join: JOIN_MODEL, headline: HEADLINE_MODEL, link: LINK_MODEL } as const

/** What made a score. */
export type ModelName = keyof typeof MODELS | 'copy'

/** A cluster that was compared, with the signals that made its score. */
export interface Scored {
  readonly cluster: Cluster
  readonly signals: Signals
  /** 0..1 */
  readonly score: number
  /** The weights that made the score; of a `copy` it is the Jaccard similarity. */
  readonly model: ModelName
  /** Why the two stay apart; null when they may become one. */
  readonly refusal: Refusal | null
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
  const model = own.fullText && cluster.fullText ? 'join' : 'headline'
  const score = evaluate(MODELS[model], signals)
  const line = threshold ?? (model === 'join' ? THRESHOLDS.join : THRESHOLDS.joinHeadline)
  const dated = own.dated && cluster.dated
  if (score < (dated ? line : THRESHOLDS.joinUndated)) {
    return { cluster, signals, score, model, refusal: score < line ? 'low_score' : 'no_date' }
  }
  const all = { ...signals, ...anchorSignals(own, cluster) }
  const isVague = !dated && at(all, 'terms') < THRESHOLDS.termsUndated
  return {
    cluster,
    signals: all,
    score,
    model,
    refusal: isVague ? 'no_date' : findContradiction(all, score),
  }
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
  const refusal = refuseLink({ signals, score, extra, dated: own.dated && cluster.dated })
  return { cluster, signals, score, model: 'link', refusal, ...(calibration && { calibration }) }
}

interface Link {
  readonly signals: Signals
  readonly score: number
  /** What the sentence model adds to the log-odds. */
  readonly extra: number
  readonly dated: boolean
}

function refuseLink({ signals, score, extra, dated }: Link): Refusal | null {
  if (score < THRESHOLDS.link) return 'low_score'
  if (!hasTwoKinds(signals, extra)) return 'one_kind'
  const isSure = score >= THRESHOLDS.linkUndated && at(signals, 'names') >= THRESHOLDS.namesUndated
  return dated || isSure ? null : 'no_date'
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
    if (candidate.refusal === null && (best === null || isBetter(candidate, best))) best = candidate
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
