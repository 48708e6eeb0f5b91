import type { IncomingArticle } from './article.ts'
import type { Cluster } from './cluster.ts'
import { countDocument } from './lexicon.ts'
import { decodeInt32, encodeBytes } from './packed.ts'
import { vectorsOf, type World } from './state.ts'

/** What an article adds to a world beside its cluster: document frequencies and the newest time. JSON-safe, about 3 KB. */
export interface Counted {
  readonly group: string
  /** Distinct 32-bit keys, packed as base64. */
  readonly keys: string
  readonly highWaterMs: number
}

/** What an article will add that leads to these clusters. */
export function countedOf(
  world: World,
  article: IncomingArticle,
  clusters: readonly Cluster[],
): Counted {
  const { ownKeys, sharedKeys } = vectorsOf(world, article)
  return {
    group: article.group,
    keys: encodeBytes(Int32Array.from([...ownKeys, ...sharedKeys])),
    highWaterMs: Math.max(world.highWaterMs, ...clusters.map(({ lastMs }) => lastMs)),
  }
}

/** Adds what an article was found to add. */
export function count(world: World, { group, keys, highWaterMs }: Counted): void {
  countDocument(world.lexicon, group, decodeInt32(keys))
  world.highWaterMs = Math.max(world.highWaterMs, highWaterMs)
  world.revision += 1
}
