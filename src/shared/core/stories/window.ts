import { applyApart, closeApart } from './apart.ts'
import { dropCluster, storyClusters, type World } from './state.ts'

/** A story that takes no more articles. */
export interface ClosedStory {
  readonly storyId: string
  readonly clusterIds: readonly string[]
  /** Time of its newest article. */
  readonly updatedMs: number
}

/**
 * Stories whose every cluster is past the window, measured by the newest article seen minus the allowed lateness, never
 * by the wall clock: a backfill and a live run agree. The longest silent first.
 */
export function closeExpired(world: World): ClosedStory[] {
  const { latenessMs, windowMs } = world.options
  const limit = world.highWaterMs - latenessMs - windowMs
  const closed: ClosedStory[] = []
  for (const [storyId, ids] of world.stories) {
    if (isLive(world, ids, limit)) continue
    const clusters = storyClusters(world, storyId)
    const updatedMs = Math.max(...clusters.map(({ lastMs }) => lastMs))
    closed.push({ storyId, clusterIds: clusters.map(({ id }) => id), updatedMs })
  }
  return closed.sort((a, b) => a.updatedMs - b.updatedMs || (a.storyId < b.storyId ? -1 : 1))
}

/** Asked of every story every few articles: the first cluster that is young enough answers, and nothing is made. */
function isLive(world: World, clusterIds: Iterable<string>, limit: number): boolean {
  for (const id of clusterIds) {
    const cluster = world.clusters.get(id)
    if (cluster && cluster.lastMs >= limit) return true
  }
  return false
}

/** Drops closed stories from memory. */
export function forget(world: World, closed: readonly ClosedStory[]): void {
  applyApart(
    world,
    closeApart(
      world,
      closed.map(({ storyId }) => storyId),
    ),
  )
  for (const story of closed) {
    for (const id of story.clusterIds) {
      for (const alias of world.clusters.get(id)?.absorbed ?? []) world.aliases.delete(alias)
      dropCluster(world, id)
    }
  }
  world.revision += 1
}
