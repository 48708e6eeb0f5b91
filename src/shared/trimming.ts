import type { Context } from './context.ts'
import { messageOf } from './errors.ts'
import { type Running, repeat } from './lifecycle.ts'

const everyMs = 10_000
/** Keeps a call short; 500 events a second are more than is ever written. */
const mostTrimmed = 5_000

type Parts = Pick<Context, 'scripts' | 'keys' | 'config' | 'metrics' | 'log' | 'now'>

/** Trims the event stream until closed. More than one may: a call is one script. */
export function startTrimming(parts: Parts): Running {
  return repeat(
    everyMs,
    () => trimEvents(parts),
    (error) => parts.log.debug(`trimming: ${messageOf(error)}`),
  )
}

/**
 * Trims once: events beyond EVENTS_MAX_LENGTH or older than EVENTS_TTL_HOURS go, unless a consumer group has not
 * acknowledged them. Such ones stay until the stream has twice its length; when they go, it is told.
 */
export async function trimEvents(parts: Parts): Promise<void> {
  const { scripts, keys, config, metrics, log, now } = parts
  const most = config.EVENTS_MAX_LENGTH
  const oldest = `${Math.max(0, now() - config.EVENTS_TTL_HOURS * 3_600_000)}-0`
  const [trimmed = 0, unread = 0] = await scripts.trimEvents(
    [keys.events],
    [most, 2 * most, oldest, mostTrimmed],
  )
  metrics.eventsTrimmed.inc({ read: 'yes' }, trimmed - unread)
  metrics.eventsTrimmed.inc({ read: 'no' }, unread)
  if (unread > 0)
    log.error(
      `${unread} events were trimmed that a consumer group has not acknowledged: it is ${2 * most} events behind. Start its consumers, or remove it (XGROUP DESTROY ${keys.events} <group>)`,
    )
}
