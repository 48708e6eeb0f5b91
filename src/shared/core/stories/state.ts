import type { IncomingArticle } from './article.ts'
import { type Cluster, type ClusterSnapshot, restoreCluster } from './cluster.ts'
import { reindexCluster } from './indexing.ts'
import {
  createLexicon,
  type Lexicon,
  type LexiconSnapshot,
  restoreLexicon,
  snapshotLexicon,
} from './lexicon.ts'
import { createPostings, type Postings } from './postings.ts'
import { createSlots, fillSlot, freeSlot, type SlotTable, slotOf } from './slots.ts'
import { type Vectorized, vectorize } from './vectorize.ts'

/** Limits of a world. */
export interface WorldOptions {
  /** How long after its last article a story still takes new ones. */
  readonly windowMs: number
  /** How far behind the newest article others may arrive before their window counts as closed. */
  readonly latenessMs: number
  /** Longest gap between clusters of different languages that may be linked. */
  readonly linkWindowMs: number
  /** Most keys with a document frequency. */
  readonly maxKeys: number
  /** At this many articles in one language group document frequencies are halved. */
  readonly maxDocuments: number
}

/** All stories that still take articles. Changed only by `commitPlan` and `forget`. */
export interface World {
  readonly options: WorldOptions
  readonly lexicon: Lexicon
  readonly clusters: Map<string, Cluster>
  /** Ids of the clusters of each story. */
  readonly stories: Map<string, readonly string[]>
  /** Ids of merged clusters and the id of the cluster that took them over. */
  readonly aliases: Map<string, string>
  readonly terms: Postings
  readonly sounds: Postings
  readonly slots: SlotTable
  /** Stories told to stay apart, by story. */
  readonly apart: Map<string, readonly string[]>
  /** Clusters with suspects. */
  readonly suspected: Set<string>
  /** Time of the newest article seen. */
  highWaterMs: number
  /** Counts changes, so that vectors made for an older state are not used. */
  revision: number
  readonly vectors: WeakMap<
    IncomingArticle,
    { readonly revision: number; readonly made: Vectorized }
  >
}

/** What a world knows beside its clusters. JSON-safe. */
export interface Experience {
  readonly lexicon: LexiconSnapshot
  /** Null before the first article. */
  readonly highWaterMs: number | null
}

const DAY_MS = 86_400_000
const DEFAULT_OPTIONS: WorldOptions = {
  windowMs: 7 * DAY_MS,
  latenessMs: DAY_MS,
  linkWindowMs: 4 * DAY_MS,
  maxKeys: 150_000,
  maxDocuments: 100_000,
}

/** A world without stories. */
export function createWorld(options: Partial<WorldOptions> = {}): World {
  const all = { ...DEFAULT_OPTIONS, ...options }
  return emptyWorld(all, createLexicon(all))
}

/**
 * A world that decides as the one did from which the snapshots came; without experience its lexicon starts from the
 * background.
 */
export function restoreWorld(
  snapshots: Iterable<ClusterSnapshot>,
  experience: Experience | null,
  options: Partial<WorldOptions> = {},
): World {
  const all = { ...DEFAULT_OPTIONS, ...options }
  const lexicon = experience ? restoreLexicon(experience.lexicon, all) : createLexicon(all)
  const world = emptyWorld(all, lexicon)
  restoreClusters(world, snapshots)
  world.highWaterMs = Math.max(world.highWaterMs, experience?.highWaterMs ?? world.highWaterMs)
  return world
}

/** Adds clusters to a restored world: part by part it becomes the same world as all at once. */
export function restoreClusters(world: World, snapshots: Iterable<ClusterSnapshot>): void {
  for (const snapshot of snapshots) putCluster(world, restoreCluster(snapshot))
}

/** A copy of what a world knows beside its clusters. */
export function experienceOf({ lexicon, highWaterMs }: World): Experience {
  return {
    lexicon: snapshotLexicon(lexicon),
    highWaterMs: Number.isFinite(highWaterMs) ? highWaterMs : null,
  }
}

/** The vectors of an article under the present document frequencies; made once per state. */
export function vectorsOf(world: World, article: IncomingArticle): Vectorized {
  const known = world.vectors.get(article)
  if (known?.revision === world.revision) return known.made
  const made = vectorize(world.lexicon, article.features, article.group)
  world.vectors.set(article, { revision: world.revision, made })
  return made
}

/** The live cluster an id stands for, through merges. */
export function findCluster(world: World, id: string): Cluster | null {
  return world.clusters.get(id) ?? world.clusters.get(world.aliases.get(id) ?? '') ?? null
}

/** The clusters of a story, oldest first. */
export function storyClusters(world: World, storyId: string): Cluster[] {
  const clusters: Cluster[] = []
  for (const id of world.stories.get(storyId) ?? []) {
    const cluster = world.clusters.get(id)
    if (cluster) clusters.push(cluster)
  }
  return clusters.sort((a, b) => a.openedSeq - b.openedSeq)
}

/** Stores a cluster, in place of an older state of it, and keeps the indexes exact. */
export function putCluster(world: World, cluster: Cluster): void {
  const before = world.clusters.get(cluster.id)
  const slot = slotOf(world.slots, cluster.id)
  reindexCluster(world, slot, { before: before?.profile, after: cluster.profile })
  if (before && before.storyId !== cluster.storyId) leaveStory(world, before)
  world.clusters.set(cluster.id, cluster)
  fillSlot(world.slots, slot, cluster)
  if (cluster.suspects.length > 0) world.suspected.add(cluster.id)
  else world.suspected.delete(cluster.id)
  for (const id of cluster.absorbed) world.aliases.set(id, cluster.id)
  const members = world.stories.get(cluster.storyId) ?? []
  if (!members.includes(cluster.id)) world.stories.set(cluster.storyId, [...members, cluster.id])
  world.highWaterMs = Math.max(world.highWaterMs, cluster.lastMs)
}

/** Removes a cluster and all trace of it but its alias. */
export function dropCluster(world: World, id: string): void {
  const cluster = world.clusters.get(id)
  if (!cluster) return
  const slot = slotOf(world.slots, id)
  reindexCluster(world, slot, { before: cluster.profile, after: undefined })
  leaveStory(world, cluster)
  world.clusters.delete(id)
  world.suspected.delete(id)
  freeSlot(world.slots, id)
}

function emptyWorld(options: WorldOptions, lexicon: Lexicon): World {
  return {
    options,
    lexicon,
    clusters: new Map(),
    stories: new Map(),
    aliases: new Map(),
    terms: createPostings(),
    sounds: createPostings(),
    slots: createSlots(),
    apart: new Map(),
    suspected: new Set(),
    highWaterMs: Number.NEGATIVE_INFINITY,
    revision: 0,
    vectors: new WeakMap(),
  }
}

function leaveStory(world: World, cluster: Cluster): void {
  const left = world.stories.get(cluster.storyId)?.filter((id) => id !== cluster.id) ?? []
  if (left.length > 0) world.stories.set(cluster.storyId, left)
  else world.stories.delete(cluster.storyId)
}
