import { expect, test } from 'vitest'
import {
  type ClusterSnapshot,
  createWorld,
  restoreWorld,
  snapshotCluster,
  type World,
} from '../../../src/shared/core/stories/world.ts'
import { restoreInTurns } from '../../../src/workers/assign/memory.ts'
import { arrive, fold, wire } from '../core/stories/wire.ts'

const clustersOf = (world: World) => [...world.clusters.values()].map(snapshotCluster)

/** The clusters of the fixture again and again, each time under other ids. */
function manyClusters(least: number): readonly ClusterSnapshot[] {
  const world = createWorld()
  for (const [seq, article] of wire.entries()) fold(world, arrive(article, seq))
  const few = clustersOf(world)
  return Array.from({ length: least }, (_, at) => {
    const { id, storyId, ...cluster } = few[at % few.length] as ClusterSnapshot
    return { ...cluster, id: `${id}-${at}`, storyId: `${storyId}-${at}`, openedSeq: at }
  })
}

test('while clusters are restored timers and sockets have their turns, and the world is the same', async () => {
  const clusters = manyClusters(3_500)
  const world = createWorld()
  const restored: number[] = []
  const timer = setInterval(() => restored.push(world.clusters.size), 0)
  await restoreInTurns(world, clusters)
  clearInterval(timer)
  expect(restored.filter((size) => size > 0 && size < clusters.length)).not.toEqual([])
  expect(clustersOf(world)).toEqual(clustersOf(restoreWorld(clusters, null)))
})
