import type { Context } from './context.ts'
import { messageOf } from './errors.ts'
import { type Running, repeat } from './lifecycle.ts'
import { stageNames, stages } from './stages.ts'

const everyMs = 2_000

type Parts = Pick<Context, 'redis' | 'keys' | 'queues' | 'metrics' | 'log' | 'now'>

/** Role `exporter`: gauges of queues, Redis and the stream. One process has it, or sums would count them twice. */
export function startExporter(parts: Parts): Running {
  const report = (error: unknown) => parts.log.debug(`exporter: ${messageOf(error)}`)
  return repeat(everyMs, () => exportOnce(parts), report)
}

/** Reads all gauges once. */
export async function exportOnce(parts: Parts): Promise<void> {
  await exportQueues(parts)
  await exportRedis(parts)
  await exportStream(parts)
}

async function exportQueues({ queues, metrics, now }: Parts): Promise<void> {
  for (const stage of stageNames) {
    const { queue } = stages[stage]
    for (const [state, count] of Object.entries(await queues.depth(stage))) {
      metrics.queueJobs.set({ queue, state }, count)
    }
    metrics.queueOldest.set({ queue }, (await queues.oldestAgeMs(stage, now())) / 1_000)
  }
}

async function exportRedis({ redis, metrics }: Parts): Promise<void> {
  const info = await redis.info('memory')
  const used = /^used_memory:(\d+)/m.exec(info)?.[1]
  if (used) metrics.redisUsedMemory.set(Number(used))
}

async function exportStream({ redis, keys, metrics }: Parts): Promise<void> {
  metrics.streamLength.set(await redis.xlen(keys.events))
  if (!(await redis.exists(keys.events))) return
  const groups = (await redis.xinfo('GROUPS', keys.events)) as unknown
  for (const group of asRecords(groups)) {
    metrics.streamGroupLag.set({ group: String(group['name']) }, Number(group['lag'] ?? 0))
  }
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
