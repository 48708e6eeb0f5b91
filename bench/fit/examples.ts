import { joinCandidates, linkCandidates } from '../../src/shared/core/stories/candidates.ts'
import { exactLinkSignals, nearLinkSignals } from '../../src/shared/core/stories/linkSignals.ts'
import { MODELS } from '../../src/shared/core/stories/score.ts'
import { joinSignals, type Signals } from '../../src/shared/core/stories/signals.ts'
import { LINK_MODEL } from '../../src/shared/core/stories/weights.ts'
import type { LabelledArticle } from '../storyData.ts'
import type { Example } from './logistic.ts'
import { teach, termValues } from './teach.ts'

/** How much the examples of a file count, and whether the times inside its stories are invented. */
export interface LinkSource {
  readonly weight: number
  readonly inventedTimes: boolean
}

const MOST_MEMBERS = 3
/** Days by which a true pair is moved apart where its times are invented: a story goes on for days. */
const LONGEST_GAP_DAYS = 4

/** Each article against the clusters of its language that it meets and a model is for: right is the one of its story. */
export function* joinExamples(
  articles: readonly LabelledArticle[],
  kind: 'join' | 'headline',
): Generator<Example> {
  for (const { world, own, home } of teach(articles)) {
    for (const other of new Set([...joinCandidates(world, own), ...(home ? [home] : [])])) {
      if ((own.fullText && other.fullText) !== (kind === 'join')) continue
      const values = termValues(MODELS[kind], joinSignals(own, other))
      yield { values, right: other === home, weight: 1 }
    }
  }
}

/** Each young cluster against those of other languages that it meets: right are those of its story. */
export function* linkExamples(
  articles: readonly LabelledArticle[],
  { weight, inventedTimes }: LinkSource,
): Generator<Example> {
  let met = 0
  for (const { world, own, next } of teach(articles)) {
    if (next.size > MOST_MEMBERS) continue
    for (const other of linkCandidates(world, next)) {
      const pair = { lexicon: world.lexicon, a: next, b: other }
      const signals = nearLinkSignals(pair, exactLinkSignals(pair))
      const right = other.storyId === own.storyId
      met += 1
      const versions = right && inventedTimes ? [signals, moveApart(signals, met)] : [signals]
      for (const version of versions) {
        const values = termValues(LINK_MODEL, version)
        yield { values, right, weight: weight / versions.length }
      }
    }
  }
}

/** The same pair some days apart; the gaps are spread evenly. */
function moveApart(signals: Signals, count: number): Signals {
  const days = (((count * 7919) % 100) / 100) * LONGEST_GAP_DAYS
  return { ...signals, near: Math.exp(-days / 2) }
}
