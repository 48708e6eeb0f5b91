import type { ConsumedEvent } from '../shared/client/index.ts'
import type { Context } from '../shared/context.ts'
import { messageOf as textOf } from '../shared/errors.ts'
import { pause } from '../shared/lifecycle.ts'
import { keyOf, messageOf } from './message.ts'
import { backoffMs, judge, type Verdict } from './retries.ts'

/** What became of an event: taken, given up with the reason, the receiver wants no more, or we were told to end. */
export type Delivered =
  | { readonly kind: 'delivered' | 'gone' | 'stopped' }
  | { readonly kind: 'dead'; readonly reason: string }

type Parts = Pick<Context, 'http' | 'config' | 'metrics' | 'redis' | 'keys' | 'now' | 'log'>

/** Sends an event until it is taken, or as often as WEBHOOK_ATTEMPTS says. */
export async function deliver(
  parts: Parts,
  event: ConsumedEvent,
  signal: AbortSignal,
): Promise<Delivered> {
  const { config, metrics } = parts
  for (let tries = 1; !signal.aborted; tries += 1) {
    const verdict = await attempt(parts, event)
    if (verdict.kind !== 'failed') {
      await note(parts, verdict.kind, '')
      return verdict
    }
    if (tries >= config.WEBHOOK_ATTEMPTS) {
      metrics.webhookDeliveries.inc({ result: 'dead' })
      return { kind: 'dead', reason: `${verdict.reason}, ${tries} tries` }
    }
    await note(parts, 'retried', verdict.reason)
    await pause(verdict.waitMs ?? backoffMs(tries, Math.random()), signal)
  }
  return { kind: 'stopped' }
}

async function attempt({ http, config, now }: Parts, event: ConsumedEvent): Promise<Verdict> {
  // signed anew each time: receivers refuse old timestamps
  const message = messageOf(event, { key: keyOf(config.WEBHOOK_SECRET), nowMs: now() })
  try {
    return judge(await http.post(config.WEBHOOK_URL, message), now())
  } catch (error) {
    return { kind: 'failed', reason: textOf(error), waitMs: null }
  }
}

type Result = 'delivered' | 'retried' | 'gone'

/** Counts an attempt, and keeps for `wirefold doctor` how the receiver does. A Redis that takes no note holds up no event. */
async function note(
  { metrics, redis, keys, now, log }: Parts,
  result: Result,
  reason: string,
): Promise<void> {
  metrics.webhookDeliveries.inc({ result })
  if (result === 'retried') log.warn(`${reason}; it is tried again`)
  await redis
    .hset(keys.webhook, { result, reason, atMs: now() })
    .catch((error) => log.warn(`how the receiver does was not noted: ${textOf(error)}`))
}
