import { createHash } from 'node:crypto'
import type { Context } from '../../shared/context.ts'
import type { Cluster } from '../../shared/core/stories/cluster.ts'
import { commitPlan } from '../../shared/core/stories/plan.ts'
import { examineSuspects, type NewStory, type Split } from '../../shared/core/stories/split.ts'
import { putPlan } from './changesOfDecision.ts'
import { changesOfSplit } from './changesOfSplit.ts'
import type { Committer } from './committer.ts'
import { loadLeaving } from './leaving.ts'
import { type Memory, nextCommit } from './memory.ts'
import { noChanges } from './storyChanges.ts'

/** Looks into every cluster with articles that seem to be about something else, until none is left. */
export async function examineClusters(
  context: Context,
  committer: Committer,
  memory: Memory,
): Promise<void> {
  for (;;) {
    const cluster = nextSuspected(memory)
    if (!cluster) return
    await examineCluster(context, { committer, memory, cluster })
  }
}

function nextSuspected({ world }: Memory): Cluster | null {
  const clusters = [...world.suspected].flatMap((id) => world.clusters.get(id) ?? [])
  return clusters.sort((a, b) => a.openedSeq - b.openedSeq || (a.id < b.id ? -1 : 1))[0] ?? null
}

interface Examination {
  readonly committer: Committer
  readonly memory: Memory
  readonly cluster: Cluster
}

async function examineCluster(
  context: Context,
  { committer, memory, cluster }: Examination,
): Promise<void> {
  const nowMs = context.now()
  const { storyId, suspects } = cluster
  const story = memory.stories.get(storyId)
  const { leaving, stored } = await loadLeaving(context, memory, { storyId, articleIds: suspects })
  const own = leaving.find((leave) => leave.cluster.id === cluster.id) ?? { cluster, articles: [] }
  const found = examineSuspects(memory.world, own, newStory(memory, storyId))
  if (!story || !isSplit(found)) {
    const plan = isSplit(found) ? found.plan : found
    const changes = noChanges()
    putPlan(changes, plan)
    const result = await committer.send(memory, { nowMs, changes })
    if (result === 'committed') commitPlan(memory.world, plan)
    return
  }
  const changes = await changesOfSplit(context, { memory, split: found, story, stored, nowMs })
  const result = await committer.send(memory, { nowMs, changes })
  if (result === 'committed') commitPlan(memory.world, found.plan)
  context.metrics.stories.inc({ event: 'split' })
}

function isSplit(found: Split | object): found is Split {
  return 'to' in found
}

/** Ids of a story that is split off by the next commit. */
export function newStory(memory: Memory, fromStoryId: string): NewStory {
  const seq = nextCommit(memory)
  const digest = createHash('sha256').update(`${fromStoryId}:${seq}`).digest('hex').slice(0, 20)
  return { seq, storyId: `s${digest}`, clusterId: `c${digest}` }
}
