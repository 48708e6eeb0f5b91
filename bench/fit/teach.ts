import { clusterOf, type IncomingArticle } from '../../src/shared/core/stories/article.ts'
import { type Cluster, gapMs, mergeClusters } from '../../src/shared/core/stories/cluster.ts'
import { countDocument } from '../../src/shared/core/stories/lexicon.ts'
import type { Embedding } from '../../src/shared/core/stories/meaning.ts'
import type { Signals } from '../../src/shared/core/stories/signals.ts'
import { putCluster, vectorsOf } from '../../src/shared/core/stories/state.ts'
import type { Model } from '../../src/shared/core/stories/weights.ts'
import {
  closeExpired,
  createWorld,
  forget,
  type World,
} from '../../src/shared/core/stories/world.ts'
import { incomingOf } from '../incoming.ts'
import type { LabelledArticle } from '../storyData.ts'

const CLOSE_EVERY = 100

/** What an article meets on its way into the cluster its label asks for. Stories are named by their labels. */
export interface Lesson {
  readonly world: World
  readonly own: Cluster
  /** The cluster it belongs into, if one is open. */
  readonly home: Cluster | null
  /** That cluster with the article in it. */
  readonly next: Cluster
}

/** Puts every article where its label asks for and shows what it could have been compared with before. */
export function* teach(
  articles: readonly LabelledArticle[],
  embeddings: ReadonlyMap<string, Embedding> = new Map(),
): Generator<Lesson> {
  const world = createWorld()
  const homes = new Map<string, string>()
  for (const [seq, article] of articles.entries()) {
    const incoming = incomingOf(article, seq, embeddings.get(article.id))
    const alone = clusterOf(incoming, vectorsOf(world, incoming).profile)
    const own = { ...alone, storyId: article.story }
    const label = `${article.story} ${incoming.group}`
    const home = liveHome(world, own, homes.get(label))
    const next = home ? mergeClusters(home, { ...own, id: home.id }) : own
    yield { world, own, home, next }
    homes.set(label, next.id)
    learn(world, incoming, next)
    if (seq % CLOSE_EVERY === 0) forget(world, closeExpired(world))
  }
}

/** The values of the terms of a model. */
export function termValues(model: Model, signals: Signals): number[] {
  return model.terms.map(([factors]) =>
    factors.reduce((product, name) => product * (signals[name] ?? 0), 1),
  )
}

function liveHome(world: World, own: Cluster, id: string | undefined): Cluster | null {
  const home = id === undefined ? undefined : world.clusters.get(id)
  return home && gapMs(home, own) <= world.options.windowMs ? home : null
}

function learn(world: World, incoming: IncomingArticle, cluster: Cluster): void {
  const { ownKeys, sharedKeys } = vectorsOf(world, incoming)
  putCluster(world, cluster)
  countDocument(world.lexicon, incoming.group, [...ownKeys, ...sharedKeys])
  world.revision += 1
}
