import type { Context } from '../../shared/context.ts'
import { closeApart } from '../../shared/core/stories/apart.ts'
import { type ClosedStory, closeExpired, forget } from '../../shared/core/stories/window.ts'
import type { ClockWatch } from './clockWatch.ts'
import type { Committer } from './committer.ts'
import { examineClusters } from './examine.ts'
import type { Memory } from './memory.ts'
import { noChanges, putStory, tellClosed } from './storyChanges.ts'

/**
 * Commits between two looks for stories past their window while stories are few, between two savings of how publishers' times
 * lag, and between two of document frequencies.
 */
const closeEvery = 64
const clocksEvery = 64
const saveEvery = 512
/** A look goes through all stories. When there are many, it waits for as many commits as a 32nd of them, or its cost would grow with them. */
const storiesACommit = 32
/** Stories closed in one commit: keeps the script short after a long gap in the news. */
const mostClosed = 256

interface House {
  readonly committer: Committer
  readonly clocks: ClockWatch
}

/**
 * What is due before the next article. It depends on the memory alone and not on what this process has done before, so
 * that a successor does the same at the same place in the stream.
 */
export async function keepHouse(context: Context, { committer, clocks }: House): Promise<Memory> {
  const memory = await committer.memory()
  await examineClusters(context, committer, memory)
  const { commits } = memory
  if (commits % closePeriod(memory.world.stories.size) === 0)
    await closeStories(context, committer, memory)
  if (commits % clocksEvery === 0) await clocks.save()
  if (commits % saveEvery === 0 && commits > 0) {
    await committer.save()
    const { ARTICLE_TTL_HOURS } = context.config
    await context.stories.forgetOlderThan(context.now() - ARTICLE_TTL_HOURS * 3_600_000)
  }
  return memory
}

/** Commits between two looks: a power of two, so that it rarely changes. */
function closePeriod(stories: number): number {
  return Math.max(closeEvery, 2 ** Math.floor(Math.log2(Math.max(1, stories / storiesACommit))))
}

async function closeStories(context: Context, committer: Committer, memory: Memory): Promise<void> {
  const closed = closeExpired(memory.world)
  for (let at = 0; at < closed.length; at += mostClosed)
    await closeSome(context, { committer, memory, closed: closed.slice(at, at + mostClosed) })
}

interface Closing {
  readonly committer: Committer
  readonly memory: Memory
  readonly closed: readonly ClosedStory[]
}

async function closeSome(context: Context, { committer, memory, closed }: Closing): Promise<void> {
  const changes = noChanges()
  const ids = closed.map(({ storyId }) => storyId)
  for (const [id, partners] of closeApart(memory.world, ids)) changes.apart.set(id, partners)
  for (const { storyId, clusterIds } of closed) {
    const record = memory.stories.get(storyId)
    changes.closedClusters.push(...clusterIds)
    if (record) tellClosed(changes, putStory(changes, { ...record, state: 'closed' }).record)
  }
  await committer.send(memory, { nowMs: context.now(), changes })
  forget(memory.world, closed)
  context.metrics.stories.inc({ event: 'closed' }, closed.length)
  context.metrics.openStories.set(memory.stories.size)
}
