import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incomingOf } from '../../../../bench/incoming.ts'
import { readArticles } from '../../../../bench/storyData.ts'
import { clusterOf } from '../../../../src/shared/core/stories/article.ts'
import { type Cluster, mergeClusters } from '../../../../src/shared/core/stories/cluster.ts'
import { createLexicon } from '../../../../src/shared/core/stories/lexicon.ts'
import {
  exactLinkSignals,
  nearLinkSignals,
} from '../../../../src/shared/core/stories/linkSignals.ts'
import { SECTIONS, sectionOf } from '../../../../src/shared/core/stories/profile.ts'
import { anchorSignals, joinSignals } from '../../../../src/shared/core/stories/signals.ts'
import { vectorize } from '../../../../src/shared/core/stories/vectorize.ts'
import { arrive, wire } from './wire.ts'

const lexicon = createLexicon({ maxKeys: 100_000, maxDocuments: 1_000 })
const fresh = new URL('../../../fixtures/stories/hardFresh.jsonl', import.meta.url).pathname
const arrivals = [
  ...wire.map((article, seq) => arrive(article, seq)),
  ...readArticles(fresh).map((article, seq) => incomingOf(article, seq)),
]
const clusters = arrivals.map((incoming): Cluster => {
  return clusterOf(incoming, vectorize(lexicon, incoming.features, incoming.group).profile)
})
const anyCluster = fc
  .shuffledSubarray(clusters, { minLength: 1, maxLength: 4 })
  .map(([first, ...others]) => others.reduce(mergeClusters, first as Cluster))
const COUNTS_AND_FLAGS = new Set(
  'size tables figureCount anyFigure titleInTerms sharedNames someNames rareNames sharedNumbers rareNumbers rareCountries cased caseless'.split(
    ' ',
  ),
)

function linkNear(a: Cluster, b: Cluster) {
  const pair = { lexicon, a, b }
  return nearLinkSignals(pair, exactLinkSignals(pair))
}

function isEmpty(cluster: Cluster, name: string): boolean {
  const section = SECTIONS.find((one) => one === name)
  return section !== undefined && sectionOf(cluster.profile, section).keys.length === 0
}

test('signals lie in 0..1 and are symmetric', () => {
  fc.assert(
    fc.property(anyCluster, anyCluster, (a, b) => {
      for (const signals of [joinSignals, anchorSignals, linkNear]) {
        const [there, back] = [signals(a, b), signals(b, a)]
        for (const [name, value] of Object.entries(there)) {
          expect(value, name).toBeGreaterThanOrEqual(0)
          expect(value, name).toBeLessThanOrEqual(1)
          expect(value, name).toBeCloseTo(back[name] ?? -1, 5)
        }
      }
    }),
  )
})

test('similarities are 1 for a cluster and itself', () => {
  for (const cluster of clusters) {
    const all = {
      ...joinSignals(cluster, cluster),
      ...anchorSignals(cluster, cluster),
      ...linkNear(cluster, cluster),
    }
    for (const [name, value] of Object.entries(all)) {
      if (!COUNTS_AND_FLAGS.has(name) && !isEmpty(cluster, name))
        expect(value, name).toBeCloseTo(1, 5)
    }
  }
})
