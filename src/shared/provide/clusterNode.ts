import { UsageError } from '../errors.ts'
import { Redis } from '../ioredis.ts'
import { parseInfo } from '../redis.ts'

/**
 * On Redis Cluster, the address of the master that holds all keys of a prefix, asked of any node; null when the server is no
 * cluster. A pipeline lives in one slot, since its scripts touch its keys together, so it needs that node alone.
 * @throws UsageError when the prefix spreads over slots, or nobody serves the slot.
 */
export async function clusterNodeOf(url: string, prefix: string): Promise<string | null> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 })
  redis.on('error', () => {})
  try {
    if (parseInfo(await redis.info('cluster')).get('cluster_enabled') !== '1') return null
    if (!/\{[^{}]+\}/.test(prefix))
      throw new UsageError(
        `on Redis Cluster all keys must share a slot: set KEY_PREFIX to a hash tag, such as KEY_PREFIX={${prefix}}`,
      )
    const slot = Number(await redis.call('CLUSTER', 'KEYSLOT', `${prefix}:events`))
    const holder = (await slotRanges(redis)).find(({ from, to }) => from <= slot && slot <= to)
    if (!holder) throw new UsageError(`no node of the cluster holds slot ${slot} of ${prefix}`)
    const node = new URL(url)
    // a node that knows no name for itself is the one that was asked
    if (holder.host) node.hostname = holder.host
    node.port = String(holder.port)
    return node.href
  } finally {
    redis.disconnect()
  }
}

interface SlotRange {
  readonly from: number
  readonly to: number
  readonly host: string
  readonly port: number
}

async function slotRanges(redis: Redis): Promise<readonly SlotRange[]> {
  const ranges = (await redis.call('CLUSTER', 'SLOTS')) as [number, number, [string, number]][]
  return ranges.map(([from, to, [host, port]]) => ({ from, to, host, port }))
}
