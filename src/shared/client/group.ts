import type { Redis } from 'ioredis'
import { entriesOf, type GroupEntry, type StreamEvent, streamEventOf } from '../eventStream.ts'
import type { Keys } from '../keys.ts'

/** Where a group's commands go, and who asks. */
export interface GroupPlace {
  /** For commands that answer at once. */
  readonly redis: Redis
  /** A connection of its own: reading blocks it. */
  readonly reader: Redis
  readonly keys: Keys
  readonly group: string
  readonly consumer: string
}

/** An entry handed to a consumer, and how often it was handed to anyone. */
export interface Delivery extends StreamEvent {
  readonly deliveries: number
}

/** Entries handed over, and ids of entries that the stream no longer has. */
export interface Deliveries {
  readonly found: readonly Delivery[]
  readonly trimmed: readonly string[]
}

const blockMs = 1_000
/** More than a consumer ever has in hand. */
const mostInHand = 10_000
type Pending = [id: string, consumer: string, idleMs: number, deliveries: number]

/** Makes the group, beginning after `from`, and says where it began; one that exists keeps its beginning. */
export async function createGroup({ redis, keys, group }: GroupPlace, from: string) {
  try {
    await redis.xgroup('CREATE', keys.events, group, from, 'MKSTREAM')
  } catch (error) {
    if (!String(error).includes('BUSYGROUP')) throw error
  }
  await redis.hsetnx(keys.consumerGroups, group, from)
  return (await redis.hget(keys.consumerGroups, group)) ?? from
}

/** Entries that this consumer was given after `afterId` and has not done with: after a restart, its old work. */
export async function ownPending(place: GroupPlace, afterId: string, count: number) {
  const { redis, keys, group, consumer } = place
  const answer = await redis.xreadgroup(
    'GROUP',
    group,
    consumer,
    'COUNT',
    count,
    'STREAMS',
    keys.events,
    afterId,
  )
  const entries = entriesOf(answer)
  return { ...(await withCounts(place, entries)), last: entries.at(-1)?.[0] ?? null }
}

/** New entries, as soon as there are any; none after a second. */
export async function newEntries(place: GroupPlace, count: number): Promise<Deliveries> {
  const { reader, keys, group, consumer } = place
  const answer = await reader.xreadgroup(
    'GROUP',
    group,
    consumer,
    'COUNT',
    count,
    'BLOCK',
    blockMs,
    'STREAMS',
    keys.events,
    '>',
  )
  return split(entriesOf(answer), () => 1)
}

/** Takes over entries that other consumers have left alone for `idleMs`. */
export async function claimIdle(place: GroupPlace, idleMs: number, count: number) {
  const { redis, keys, group, consumer } = place
  const [, entries, deleted = []] = (await redis.xautoclaim(
    keys.events,
    group,
    consumer,
    idleMs,
    '0',
    'COUNT',
    count,
  )) as [string, [string, string[] | null][], string[]?]
  const claimed = await withCounts(place, entries)
  return { ...claimed, trimmed: [...claimed.trimmed, ...deleted] }
}

/** Tells Redis that these entries are still being worked on, so that nobody claims them. */
export async function keepAlive(place: GroupPlace, ids: readonly string[]): Promise<void> {
  const { redis, keys, group, consumer } = place
  if (ids.length === 0) return
  await redis.xclaim(keys.events, group, consumer, 0, ...ids, 'JUSTID')
}

/** Entries were trimmed that the group was never given: it should read a snapshot. */
export async function hasMissedEntries({ redis, keys, group }: GroupPlace): Promise<boolean> {
  const [stream, groups] = await Promise.all([
    redis.xinfo('STREAM', keys.events).then(factsOf),
    redis.xinfo('GROUPS', keys.events),
  ])
  const own = (groups as unknown[]).map(factsOf).find(({ name }) => name === group)
  // a group that began at an id of its own knows no count until it has read something
  if (own?.['entries-read'] == null) return false
  const trimmed = Number(stream['entries-added']) - Number(stream['length'])
  return Number(own['entries-read']) < trimmed
}

async function withCounts(place: GroupPlace, entries: readonly GroupEntry[]): Promise<Deliveries> {
  const counts = await deliveryCounts(place, entries)
  return split(entries, (id) => counts.get(id) ?? 1)
}

function split(entries: readonly GroupEntry[], deliveriesOf: (id: string) => number): Deliveries {
  const found: Delivery[] = []
  const trimmed: string[] = []
  for (const [id, flat] of entries) {
    if (flat) found.push({ ...streamEventOf([id, flat]), deliveries: deliveriesOf(id) })
    else trimmed.push(id)
  }
  return { found, trimmed }
}

async function deliveryCounts(place: GroupPlace, entries: readonly GroupEntry[]) {
  const [first, last] = [entries[0]?.[0], entries.at(-1)?.[0]]
  if (!first || !last) return new Map<string, number>()
  const { redis, keys, group, consumer } = place
  const pending = await redis.xpending(keys.events, group, first, last, mostInHand, consumer)
  return new Map((pending as Pending[]).map(([id, , , deliveries]) => [id, deliveries]))
}

/** An XINFO answer by name: a flat list or a map, as the protocol version goes. */
function factsOf(answer: unknown): Readonly<Record<string, unknown>> {
  if (!Array.isArray(answer)) return answer as Record<string, unknown>
  const pairs = answer.flatMap((name, at) => (at % 2 === 0 ? [[name, answer[at + 1]]] : []))
  return Object.fromEntries(pairs) as Record<string, unknown>
}
