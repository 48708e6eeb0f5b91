import type { Redis } from 'ioredis'

/** A longer stream is written in parts: its dump would be one string, in Redis and here, of gigabytes at a million events. */
export const longestDumped = 5_000
const entriesAPart = 500
const pendingARead = 1_000

/** Some entries of a stream, in their order; the first part says so, and the last says what the stream has beside them. */
export interface StreamPart {
  readonly starts: boolean
  /** Of each its id, then its fields and values, base64. */
  readonly entries: readonly (readonly string[])[]
  readonly end: StreamEnd | null
}

interface StreamEnd {
  readonly lastId: string
  /** Null before Redis 7. */
  readonly counts: { readonly added: number; readonly maxDeletedId: string } | null
  readonly groups: readonly Group[]
}

interface Group {
  readonly name: string
  readonly lastId: string
  /** Entries it has read; null when Redis does not know. */
  readonly read: number | null
  /** Handed out and not acknowledged. */
  readonly pending: readonly Pending[]
}

type Pending = readonly [id: string, consumer: string, idleMs: number, deliveries: number]

/** The parts of a stream, from its first entry to its groups. */
export async function* readStream(redis: Redis, name: string): AsyncGenerator<StreamPart> {
  let from = '-'
  for (let starts = true; ; starts = false) {
    const read = await redis.xrangeBuffer(name, from, '+', 'COUNT', entriesAPart)
    const entries = read.map(([id, fields]) => [String(id), ...fields.map(toBase64)])
    const last = entries.at(-1)?.[0]
    if (last === undefined || read.length < entriesAPart) {
      yield { starts, entries, end: await readEnd(redis, name) }
      return
    }
    yield { starts, entries, end: null }
    from = `(${last}`
  }
}

const toBase64 = (value: Buffer) => value.toString('base64')

/** Writes a part. Its commands are sent in their order, behind those of the part before. `leftMs` 0 = for ever. */
export async function writeStreamPart(
  redis: Redis,
  name: string,
  { starts, entries, end }: StreamPart,
  leftMs: number,
): Promise<void> {
  const sent: Promise<unknown>[] = starts ? [redis.del(name)] : []
  for (const [id = '*', ...fields] of entries)
    sent.push(redis.call('XADD', name, id, ...fields.map((field) => Buffer.from(field, 'base64'))))
  if (end) sent.push(...sendEnd(redis, name, end))
  if (end && leftMs > 0) sent.push(redis.pexpire(name, leftMs))
  await Promise.all(sent)
}

function sendEnd(redis: Redis, name: string, end: StreamEnd): readonly Promise<unknown>[] {
  const { lastId, counts, groups } = end
  const counted = counts ? ['ENTRIESADDED', counts.added, 'MAXDELETEDID', counts.maxDeletedId] : []
  return [
    redis.call('XSETID', name, lastId, ...counted),
    ...groups.flatMap((group) => sendGroup(redis, name, group)),
  ]
}

function sendGroup(redis: Redis, name: string, group: Group): readonly Promise<unknown>[] {
  const read = group.read === null ? [] : ['ENTRIESREAD', group.read]
  const claim = ([id, consumer, idleMs, deliveries]: Pending) => {
    const as = ['IDLE', idleMs, 'RETRYCOUNT', deliveries, 'FORCE', 'JUSTID']
    return redis.call('XCLAIM', name, group.name, consumer, 0, id, ...as)
  }
  return [
    redis.call('XGROUP', 'CREATE', name, group.name, group.lastId, ...read),
    ...group.pending.map(claim),
  ]
}

async function readEnd(redis: Redis, name: string): Promise<StreamEnd> {
  const facts = factsOf(await redis.call('XINFO', 'STREAM', name))
  const added = facts.get('entries-added')
  const groups: Group[] = []
  for (const told of (await redis.call('XINFO', 'GROUPS', name)) as readonly unknown[]) {
    const group = factsOf(told)
    groups.push({
      name: String(group.get('name')),
      lastId: String(group.get('last-delivered-id')),
      read: (group.get('entries-read') as number | null | undefined) ?? null,
      pending: await readPending(redis, name, String(group.get('name'))),
    })
  }
  return {
    lastId: String(facts.get('last-generated-id')),
    counts:
      added === undefined
        ? null
        : { added: Number(added), maxDeletedId: String(facts.get('max-deleted-entry-id')) },
    groups,
  }
}

async function readPending(redis: Redis, name: string, group: string): Promise<readonly Pending[]> {
  const pending: Pending[] = []
  for (let from = '-'; ; from = `(${pending.at(-1)?.[0]}`) {
    const read = await redis.xpending(name, group, from, '+', pendingARead)
    pending.push(...(read as Pending[]))
    if (read.length < pendingARead) return pending
  }
}

/** Names and values of what XINFO answers. */
function factsOf(told: unknown): ReadonlyMap<unknown, unknown> {
  const flat = told as readonly unknown[]
  return new Map(flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1]] as const] : [])))
}
