import { storyClusters, type World } from './state.ts'

/** What the clusterer knows of a story. */
export interface StoryFacts {
  readonly size: number
  /** In order of appearance. */
  readonly languages: readonly string[]
  /** The article that opened it. */
  readonly headArticle: string
  readonly openedMs: number
  readonly updatedMs: number
}

/** Facts of a live story, null if there is none of that id. */
export function storyFacts(world: World, storyId: string): StoryFacts | null {
  const clusters = storyClusters(world, storyId)
  const oldest = clusters[0]
  if (!oldest) return null
  return {
    size: clusters.reduce((sum, { size }) => sum + size, 0),
    languages: [...new Set(clusters.flatMap(({ languages }) => languages))],
    headArticle: oldest.headArticle,
    openedMs: Math.min(...clusters.map(({ firstMs }) => firstMs)),
    updatedMs: Math.max(...clusters.map(({ lastMs }) => lastMs)),
  }
}
