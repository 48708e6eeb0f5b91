import type { Context } from './context.ts'
import { healthOf } from './core/polling/health.ts'
import { messageOf } from './errors.ts'
import { type Running, repeat } from './lifecycle.ts'
import { exportRedis } from './redisGauges.ts'
import { stageNames, stages } from './stages.ts'
import type { Ledger } from './store/entries.ts'
import { exportStream } from './streamGauges.ts'

const everyMs = 2_000
/** Feeds change slowly, and reading the state of a hundred thousand takes a second. */
const feedsEveryMs = 30_000

/** What the exporter works with. */
type Parts = Pick<
  Context,
  'redis' | 'keys' | 'queues' | 'entries' | 'feeds' | 'config' | 'metrics' | 'log' | 'now'
>

/** Role `exporter`: gauges of all that lies in Redis. One process has it, or sums would count them twice. */
export function startExporter(parts: Parts): Running {
  const report = (error: unknown) => parts.log.debug(`exporter: ${messageOf(error)}`)
  const gauges = repeat(everyMs, () => exportOnce(parts), report)
  const feeds = repeat(feedsEveryMs, () => exportFeeds(parts), report)
  return {
    async close() {
      await gauges.close()
      await feeds.close()
    },
  }
}

/** Reads all gauges once, but those of the feeds. */
export async function exportOnce(parts: Parts): Promise<void> {
  if (!(await exportRedis(parts))) return
  await exportQueues(parts)
  await exportStream(parts)
  await exportEntries(parts)
}

/** Counts the feeds by their health. */
export async function exportFeeds({ feeds, metrics }: Parts): Promise<void> {
  const counts = { healthy: 0, failing: 0, gone: 0, new: 0 }
  for (const { state } of await feeds.all()) counts[healthOf(state).status] += 1
  for (const [state, count] of Object.entries(counts)) metrics.feeds.set({ state }, count)
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

async function exportEntries(parts: Parts): Promise<void> {
  const { redis, keys, entries, metrics, now } = parts
  for (const [state, count] of placesOf(await entries.ledger()))
    metrics.ledger.set({ state }, count)
  const oldest = (await redis.zrange(keys.inFlight, '0', '0', 'WITHSCORES')).flat()
  const since = oldest[1] === undefined ? now() : Number(oldest[1])
  metrics.oldestInFlight.set(Math.max(0, now() - since) / 1_000)
  metrics.assignerInCharge.set(await redis.exists(keys.lease('assigner')))
}

/** `seen`, and the places whose counts add up to it. */
function placesOf({ seen, inFlight, outcomes }: Ledger): ReadonlyMap<string, number> {
  const places = new Map([
    ['seen', seen],
    ['in_flight', inFlight],
    ['clustered', 0],
    ['dropped', 0],
    ['failed', 0],
  ])
  for (const [outcome, count] of outcomes) {
    const place = outcome.split(':')[0] ?? outcome
    places.set(place, (places.get(place) ?? 0) + count)
  }
  return places
}
