import { expect, test } from 'vitest'
import { incomingOf } from '../../../../bench/incoming.ts'
import { readArticles } from '../../../../bench/storyData.ts'
import type { Decision } from '../../../../src/shared/core/stories/decide.ts'
import { recomputeScore } from '../../../../src/shared/core/stories/receipt.ts'
import {
  commitPlan,
  createWorld,
  decide,
  experienceOf,
  plan,
  restoreWorld,
  snapshotCluster,
} from '../../../../src/shared/core/stories/world.ts'

/** Decisions over look-alikes, each made a second time from a stored copy of the state. */
function decideTwice(): readonly (readonly [Decision, Decision])[] {
  const file = new URL('../../../fixtures/stories/hardLookAlikes.jsonl', import.meta.url).pathname
  const world = createWorld()
  return readArticles(file).map((article, seq) => {
    const incoming = incomingOf(article, seq)
    const snapshots = JSON.parse(JSON.stringify([...world.clusters.values()].map(snapshotCluster)))
    const stored = JSON.parse(JSON.stringify(incoming))
    const again = decide(restoreWorld(snapshots, experienceOf(world)), stored)
    const decision = decide(world, incoming)
    commitPlan(world, plan(world, incoming, decision))
    return [decision, again] as const
  })
}

const decisions = decideTwice()
const candidates = decisions.flatMap(([{ receipt }]) =>
  receipt.candidates.map((candidate) => ({ receipt, candidate })),
)

test('a decision made again from what was stored has the same receipt, number by number', () => {
  for (const [decision, again] of decisions) expect(again).toEqual(decision)
})

test('the scores of a receipt follow from the signals and thresholds in it', () => {
  expect(candidates.length).toBeGreaterThan(40)
  for (const { receipt, candidate } of candidates) {
    const score = recomputeScore(receipt, candidate) ?? Number.NaN
    expect(Math.abs(score - candidate.score)).toBeLessThan(0.002)
  }
})

test('a receipt of other weights cannot be recomputed', () => {
  const [first] = candidates
  const receipt = first && { ...first.receipt, weightsVersion: '2020.1' }
  expect(receipt && recomputeScore(receipt, first.candidate)).toBeNull()
})

test('what was kept apart has a reason, and words that only the article has', () => {
  const refused = candidates.filter(({ candidate }) => candidate.refusal?.startsWith('other_'))
  expect(refused.length).toBeGreaterThan(0)
  for (const { candidate } of refused) {
    const { names = [], numbers = [] } = candidate.differences ?? {}
    expect([...names, ...numbers]).not.toEqual([])
  }
})

test('an article is placed where no candidate was refused', () => {
  for (const [{ action, storyId, receipt }] of decisions) {
    const fits = receipt.candidates.filter(({ refusal }) => refusal === null)
    if (action === 'join') expect(fits[0]?.storyId).toBe(storyId)
    else expect(fits).toEqual([])
  }
})
