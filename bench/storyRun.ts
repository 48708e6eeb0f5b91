import {
  closeExpired,
  commitPlan,
  createWorld,
  decide,
  forget,
  type IncomingArticle,
  plan,
  type World,
} from '../src/shared/core/stories/world.ts'
import { examineAll } from './examineAll.ts'
import { incomingOf } from './incoming.ts'
import type { LabelledArticle } from './storyData.ts'

/** Where each article went, with the time it took. */
export interface StoryRun {
  readonly world: World
  /** By article id. */
  readonly clusterOf: ReadonlyMap<string, string>
  readonly storyOf: ReadonlyMap<string, string>
  readonly splits: number
  /** CPU time of the one thread that does the work: what else runs on the machine does not count. */
  readonly featureSeconds: number
  readonly assignSeconds: number
}

/** How a run differs from the default. */
export interface RunOptions {
  readonly world?: World
  readonly dated?: boolean
}

const CLOSE_EVERY = 100

/** Sends articles through the clusterer in the order given. */
export function runStories(
  articles: readonly LabelledArticle[],
  options: RunOptions = {},
): StoryRun {
  const world = options.world ?? createWorld()
  const featureStart = threadSeconds()
  const arrivals = articles.map((article, seq) => ({
    ...incomingOf(article, seq),
    dated: options.dated ?? true,
  }))
  const assignStart = threadSeconds()
  const moves = new Moves()
  for (const incoming of arrivals) {
    assign(world, moves, incoming)
    if (incoming.seq % CLOSE_EVERY === 0) forget(world, closeExpired(world))
  }
  return {
    world,
    clusterOf: moves.resolve(articles, 'cluster'),
    storyOf: moves.resolve(articles, 'story'),
    splits: moves.splits,
    featureSeconds: assignStart - featureStart,
    assignSeconds: threadSeconds() - assignStart,
  }
}

function threadSeconds(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}

function assign(world: World, moves: Moves, incoming: IncomingArticle): void {
  const decision = decide(world, incoming)
  const made = plan(world, incoming, decision)
  commitPlan(world, made)
  moves.put(incoming.id, decision)
  moves.incoming.set(incoming.id, incoming)
  for (const { survivorStoryId, absorbedStoryIds } of made.merges) {
    for (const id of absorbedStoryIds) moves.redirect('story', id, survivorStoryId)
  }
  for (const { id, absorbed } of made.clusters) {
    for (const other of absorbed) moves.redirect('cluster', other, id)
  }
  moves.splits += examineAll(world, moves.incoming, (id, home) => moves.put(id, home))
}

type Kind = 'story' | 'cluster'

/** First homes of articles and the redirects made since. */
class Moves {
  readonly incoming = new Map<string, IncomingArticle>()
  splits = 0
  readonly #homes = { story: new Map<string, string>(), cluster: new Map<string, string>() }
  readonly #redirects = { story: new Map<string, string>(), cluster: new Map<string, string>() }

  put(articleId: string, home: { readonly storyId: string; readonly clusterId: string }): void {
    this.#homes.story.set(articleId, home.storyId)
    this.#homes.cluster.set(articleId, home.clusterId)
  }

  redirect(kind: Kind, from: string, to: string): void {
    if (from !== to) this.#redirects[kind].set(from, to)
  }

  resolve(articles: readonly LabelledArticle[], kind: Kind): Map<string, string> {
    return new Map(
      articles.map(({ id }) => [id, this.#follow(kind, this.#homes[kind].get(id) ?? '')]),
    )
  }

  #follow(kind: Kind, id: string): string {
    let current = id
    for (
      let next = this.#redirects[kind].get(current);
      next;
      next = this.#redirects[kind].get(current)
    ) {
      current = next
    }
    return current
  }
}
