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

/** An entry for a consumer to hand out. */
export interface Delivery extends StreamEvent {
  /** How often it is handed out to anyone, this time with it. */
  readonly deliveries: number
  /** Redis has this time in its count, as for all that is read for the first time. */
  readonly isCounted: boolean
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

/**
 * Entries that this consumer was given after `afterId` and has not done with: after a restart, its old work. Looking at them
 * counts no delivery: a consumer that fails on the first has not handed out the others.
 */
export async function ownPending(place: GroupPlace, afterId: string, count: number) {
  const pending = await pendingOf(place, { from: `(${afterId}`, to: '+', count })
  const ids = pending.map(([id]) => id)
  return { ...(await readPending(place, ids, pending)), last: ids.at(-1) ?? null }
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
  return split(entriesOf(answer), () => ({ deliveries: 1, isCounted: true }))
}

/** Where in the pending entries to look on, how many to bring, and how long they must have been left alone, ms. */
export interface ClaimWish {
  readonly from: string
  readonly count: number
  readonly idleMs: number
}

/** Entries taken over, and where the next look goes on; null at the end. */
interface Claimed extends Deliveries {
  readonly next: string | null
}

/**
 * Takes over entries that consumers have left alone, in their order. Counts no delivery either. One look passes ten times
 * as many as it may bring, busy ones among them, and may bring none.
 */
export async function claimIdle(place: GroupPlace, wished: ClaimWish): Promise<Claimed> {
  const { redis, keys, group, consumer } = place
  const { from: start, count, idleMs } = wished
  const wish = [idleMs, start, 'COUNT', count, 'JUSTID'] as const
  const answer = await redis.xautoclaim(keys.events, group, consumer, ...wish)
  const [next, ids, deleted = []] = answer as [string, string[], string[]?]
  const [from, to] = [ids[0], ids.at(-1)]
  const pending = from && to ? await pendingOf(place, { from, to, count: mostInHand }) : []
  const claimed = await readPending(place, ids, pending)
  const trimmed = [...claimed.trimmed, ...deleted]
  return { ...claimed, trimmed, next: next === '0-0' ? null : next }
}

/** Takes over the first entries of all that the group has in hand before `before`, or of all there are. Counts no delivery. */
export async function claimEarlier(place: GroupPlace, before: string | null, count: number) {
  const { redis, keys, group } = place
  const end = before === null ? '+' : `(${before}`
  const pending = (await redis.xpending(keys.events, group, '-', end, count)) as Pending[]
  const ids = pending.map(([id]) => id)
  await keepAlive(place, ids)
  return readPending(place, ids, pending)
}

/** Tells Redis that these entries are still being worked on, so that nobody claims them. */
export async function keepAlive(place: GroupPlace, ids: readonly string[]): Promise<void> {
  const { redis, keys, group, consumer } = place
  if (ids.length === 0) return
  await redis.xclaim(keys.events, group, consumer, 0, ...ids, 'JUSTID')
}

/** Sets how often these entries in hand were handed out. */
export async function setDeliveries(place: GroupPlace, ids: readonly string[], deliveries: number) {
  const { redis, keys, group, consumer } = place
  await redis.xclaim(keys.events, group, consumer, 0, ...ids, 'RETRYCOUNT', deliveries, 'JUSTID')
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

type Counted = Pick<Delivery, 'deliveries' | 'isCounted'>

function split(entries: readonly GroupEntry[], countOf: (id: string) => Counted): Deliveries {
  const found: Delivery[] = []
  const trimmed: string[] = []
  for (const [id, flat] of entries) {
    if (flat) found.push({ ...streamEventOf([id, flat]), ...countOf(id) })
    else trimmed.push(id)
  }
  return { found, trimmed }
}

async function readPending(
  { redis, keys }: GroupPlace,
  ids: readonly string[],
  pending: readonly Pending[],
): Promise<Deliveries> {
  const before = new Map(pending.map(([id, , , deliveries]) => [id, deliveries]))
  const entries = await Promise.all(ids.map((id) => redis.xrange(keys.events, id, id)))
  return split(
    ids.map((id, at) => entries[at]?.[0] ?? [id, null]),
    (id) => ({ deliveries: (before.get(id) ?? 0) + 1, isCounted: false }),
  )
}

async function pendingOf(
  { redis, keys, group, consumer }: GroupPlace,
  { from, to, count }: { from: string; to: string; count: number },
): Promise<readonly Pending[]> {
  const pending = await redis.xpending(keys.events, group, from, to, count, consumer)
  return pending as Pending[]
}

/** An XINFO answer by name: a flat list or a map, as the protocol version goes. */
function factsOf(answer: unknown): Readonly<Record<string, unknown>> {
  if (!Array.isArray(answer)) return answer as Record<string, unknown>
  const pairs = answer.flatMap((name, at) => (at % 2 === 0 ? [[name, answer[at + 1]]] : []))
  return Object.fromEntries(pairs) as Record<string, unknown>
}
