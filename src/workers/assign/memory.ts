import { setImmediate } from 'node:timers/promises'
import type { Context } from '../../shared/context.ts'
import type { ClusterSnapshot } from '../../shared/core/stories/cluster.ts'
import { type Counted, count } from '../../shared/core/stories/counted.ts'
import {
  type Experience,
  restoreClusters,
  restoreWorld,
  type World,
} from '../../shared/core/stories/state.ts'
import type { StoryRecord } from '../../shared/storyRecord.ts'
import type { Commit } from './commit.ts'
import type { Generations } from './copyIndex.ts'

/** What the assigner in charge keeps in memory. Redis holds the durable copy; `commits` tells whether they agree. */
export interface Memory {
  readonly world: World
  /** Open stories by id. */
  readonly stories: Map<string, StoryRecord>
  /** Merged story id → surviving id. */
  readonly aliases: Map<string, string>
  /** Generations of the fingerprint index. */
  readonly generations: Generations
  /** Stream id of the last command obeyed. */
  lastCommand: string
  /** Number of the last commit in it. */
  commits: number
}

/** Clusters restored at a time; one takes about 30 µs. */
const batch = 1_000

type Parts = Pick<Context, 'stories' | 'commands' | 'config'>

/** Rebuilds the memory from Redis: exactly what it was, so that the next decision is the one it would have been. */
export async function loadMemory({ stories, commands, config }: Parts): Promise<Memory> {
  const commits = await stories.commits()
  const world = await loadWorld({ stories, commands, config })
  const open = await stories.open([...world.stories.keys()])
  return {
    world,
    stories: new Map(open.map((story) => [story.id, story])),
    aliases: new Map(await stories.aliases()),
    generations: await stories.generations(),
    lastCommand: await commands.lastObeyed(),
    commits,
  }
}

async function loadWorld({ stories, commands, config }: Parts): Promise<World> {
  const snapshots: ClusterSnapshot[] = []
  for await (const json of stories.clusters()) snapshots.push(JSON.parse(json) as ClusterSnapshot)
  const { saved, since } = await stories.lexicon()
  const experience = saved ? (JSON.parse(saved) as Experience) : null
  const world = restoreWorld([], experience, { windowMs: config.STORY_WINDOW_HOURS * 3_600_000 })
  await restoreInTurns(
    world,
    snapshots.sort((left, right) => left.openedSeq - right.openedSeq),
  )
  for (const [id, partners] of await commands.apart()) world.apart.set(id, partners)
  for (const json of since) count(world, JSON.parse(json) as Counted)
  return world
}

/** Restores clusters with turns of the event loop between, in which the lease is prolonged: 170,000 take as long as it lasts. */
export async function restoreInTurns(
  world: World,
  snapshots: readonly ClusterSnapshot[],
): Promise<void> {
  for (let at = 0; at < snapshots.length; at += batch) {
    restoreClusters(world, snapshots.slice(at, at + batch))
    await setImmediate()
  }
}

/** Number of the commit to come; ids of what it makes contain it, so none is given twice. */
export function nextCommit({ commits }: Pick<Memory, 'commits'>): number {
  return commits + 1
}

/** The id a story lives on under. */
export function survivingStory(memory: Memory, storyId: string): string {
  const into = memory.aliases.get(storyId)
  return into === undefined ? storyId : survivingStory(memory, into)
}

/** Takes over what a commit has changed. */
export function remember(
  memory: Memory,
  { changes, article, obeys }: Pick<Commit, 'changes' | 'article' | 'obeys'>,
): void {
  for (const { record } of changes.stories.values()) {
    if (record.state === 'open') memory.stories.set(record.id, record)
    else memory.stories.delete(record.id)
  }
  for (const [from, to] of changes.aliases) memory.aliases.set(from, to)
  memory.commits = nextCommit(memory)
  if (obeys) memory.lastCommand = obeys.commandId
  const generation = article?.place.generation
  if (generation !== undefined && !memory.generations.has(generation)) {
    memory.generations.set(generation, memory.commits)
  }
}
