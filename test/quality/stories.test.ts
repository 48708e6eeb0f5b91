import { expect, test } from 'vitest'
import { readArticles } from '../../bench/storyData.ts'
import { runStories } from '../../bench/storyRun.ts'
import { scoreClusters } from '../../bench/storyScores.ts'

/**
 * 260 articles about 116 events in 30 languages, written for this: look-alikes of one place and day, free retellings in
 * other scripts, digests with what they sum up, pages of a template, namesakes, stories that go on for days. Weights and
 * rules were made with the tuned half and the look-alikes in view; lines were last set with all four.
 */
const cases = [
  ['hardTuned', { cross: 0.95, pair: 0.92 }],
  ['hardHeldOut', { cross: 0.94, pair: 0.88 }],
  ['hardLookAlikes', { cross: 0.94, pair: 0.8 }],
  ['hardFresh', { cross: 0.92, pair: 0.88 }],
] as const

test.each(cases)('folds the hard cases of %s', (name, floor) => {
  const articles = readArticles(
    new URL(`../fixtures/stories/${name}.jsonl`, import.meta.url).pathname,
  )
  const { storyOf } = runStories(articles)
  const cross = scoreClusters(
    articles.map(({ story }) => story),
    articles.map(({ id }) => storyOf.get(id) ?? ''),
  )
  expect(cross.f1).toBeGreaterThanOrEqual(floor.cross)
  expect(cross.pair).toBeGreaterThanOrEqual(floor.pair)
})
