import { type ConsumedEvent, consume, type Notice } from '../shared/client/index.ts'
import type { Context } from '../shared/context.ts'
import { messageOf } from '../shared/errors.ts'
import { competeFor } from '../shared/lease.ts'
import { pause, type Running } from '../shared/lifecycle.ts'
import { webhookGroup } from '../shared/webhookState.ts'
import { deliver } from './delivery.ts'

/** Long enough for what has failed to pass, short against the wait of a receiver. */
const againMs = 1_000

/**
 * Role `webhook`: POSTs every event to WEBHOOK_URL, in order, from the first start of the role on. One process sends, others
 * stand by. A receiver that answers 410 gets nothing more until the process in charge ends.
 */
export async function startWebhook(context: Context): Promise<Running> {
  return competeFor({ name: 'webhook', take: () => startSending(context) }, context)
}

function startSending(context: Context): Running {
  const stop = new AbortController()
  const sending = keepSending(context, stop.signal)
  return {
    async close() {
      stop.abort()
      await sending
    },
  }
}

/** A failure is told, and sending begins again with the event that was in hand. */
async function keepSending(context: Context, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      return await sendAll(context, signal)
    } catch (error) {
      context.log.error(`sending failed and begins again: ${messageOf(error)}`)
      await pause(againMs, signal)
    }
  }
}

async function sendAll(context: Context, signal: AbortSignal): Promise<void> {
  const { redis, keys, log } = context
  const events = consume({
    redis,
    prefix: keys.prefix,
    group: webhookGroup,
    // whoever is in charge goes on with what the one before had in hand, on whatever host that was
    consumer: 'webhook',
    alone: true,
    from: '$',
    signal,
    // this role counts the tries itself; an event that comes again and again has ended the process
    maxDeliveries: 20,
    onNotice: (notice) => tell(context, notice),
  })
  for await (const event of events) {
    const kind = await send(context, event, signal)
    if (kind === 'gone')
      log.error('the receiver answered 410 Gone; nothing more is sent until a restart')
    // leaving the loop acknowledges nothing: the event comes again
    if (kind === 'gone' || kind === 'stopped') return
  }
}

async function send(context: Context, event: ConsumedEvent, signal: AbortSignal) {
  const delivered = await deliver(context, event, signal)
  if (delivered.kind === 'dead') event.reject(delivered.reason)
  return delivered.kind
}

function tell({ log }: Context, notice: Notice): void {
  if (notice.kind === 'missed') log.error(`${notice.message}`)
  if (notice.kind === 'trimmed') log.error(`${notice.streamIds.length} events were trimmed unsent`)
  if (notice.kind === 'dead') log.error(`an event was given up: ${notice.reason}`)
}
