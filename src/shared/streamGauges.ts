import type { Context } from './context.ts'

type Parts = Pick<Context, 'redis' | 'keys' | 'config' | 'metrics' | 'now'>

/** Groups that get a series each; a stream with more readers than this has another problem. */
const mostGroups = 50
/** Where Redis no longer knows a group's lag, unread events are counted up to here. */
const mostCounted = 1_000

interface Group {
  readonly name: string
  /** Null when Redis cannot tell: entries the group had not read were trimmed. */
  readonly lag: number | null
  readonly pending: number
  readonly lastDeliveredId: string
}

/** Gauges of the output stream and the groups that read it. */
export async function exportStream(parts: Parts): Promise<void> {
  const { redis, keys, config, metrics, now } = parts
  metrics.streamLength.set(await redis.xlen(keys.events))
  metrics.streamMaxLength.set(config.EVENTS_MAX_LENGTH)
  const [oldest] = await redis.xrange(keys.events, '-', '+', 'COUNT', 1)
  const since = oldest ? Number(oldest[0].split('-')[0]) : now()
  metrics.streamOldestAge.set(Math.max(0, now() - since) / 1_000)
  const lags = await readGroups(parts)
  // groups that are gone must not stay in the graphs
  metrics.streamGroupLag.reset()
  metrics.streamGroupPending.reset()
  for (const { name: group, pending, lag } of lags) {
    metrics.streamGroupLag.set({ group }, lag)
    metrics.streamGroupPending.set({ group }, pending)
  }
}

/** Consumer groups of the output stream, and what they have not read or not acknowledged. */
export async function readGroups(parts: Pick<Parts, 'redis' | 'keys'>) {
  return lagsOf(parts, await groupsOf(parts))
}

async function lagsOf({ redis, keys }: Pick<Parts, 'redis' | 'keys'>, groups: readonly Group[]) {
  const unread = async ({ lag, lastDeliveredId }: Group) =>
    lag ??
    (await redis.xrange(keys.events, `(${lastDeliveredId}`, '+', 'COUNT', mostCounted)).length
  return Promise.all(groups.map(async (group) => ({ ...group, lag: await unread(group) })))
}

async function groupsOf({ redis, keys }: Pick<Parts, 'redis' | 'keys'>): Promise<readonly Group[]> {
  if (!(await redis.exists(keys.events))) return []
  const records = asRecords(await redis.xinfo('GROUPS', keys.events))
  return records.slice(0, mostGroups).map((record) => ({
    name: String(record['name']),
    lag: typeof record['lag'] === 'number' ? record['lag'] : null,
    pending: Number(record['pending'] ?? 0),
    lastDeliveredId: String(record['last-delivered-id']),
  }))
}

/** XINFO answers lists of flat pairs or of maps, as the protocol version goes. */
function asRecords(reply: unknown): readonly Record<string, unknown>[] {
  if (!Array.isArray(reply)) return []
  return reply.map((item: unknown) => {
    if (!Array.isArray(item)) return item as Record<string, unknown>
    const pairs = item.flatMap((value, at) =>
      at % 2 === 0 ? [[String(value), item[at + 1]] as const] : [],
    )
    return Object.fromEntries(pairs)
  })
}
