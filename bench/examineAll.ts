import { examineSuspects } from '../src/shared/core/stories/split.ts'
import { commitPlan, type IncomingArticle, type World } from '../src/shared/core/stories/world.ts'

type Move = (
  articleId: string,
  home: { readonly storyId: string; readonly clusterId: string },
) => void

/** Looks into every suspected cluster as the assigner does, with texts from memory. Returns the number of splits. */
export function examineAll(
  world: World,
  byId: ReadonlyMap<string, IncomingArticle>,
  move: Move,
): number {
  let splits = 0
  for (let round = 0; world.suspected.size > 0; round += 1) {
    const cluster = world.clusters.get([...world.suspected][0] ?? '')
    if (!cluster) return splits
    const articles = cluster.suspects.flatMap((suspect) => byId.get(suspect) ?? [])
    const name = `-${byId.size}-${round}`
    const to = { seq: byId.size, storyId: `s${name}`, clusterId: `c${name}` }
    const found = examineSuspects(world, { cluster, articles }, to)
    commitPlan(world, 'to' in found ? found.plan : found)
    if (!('to' in found)) continue
    splits += 1
    for (const [id, clusterId] of found.clusterOf) move(id, { storyId: found.to, clusterId })
  }
  return splits
}
