import type { Context } from './context.ts'
import { type Finding, ok, problem, warning } from './serverChecks.ts'

/** Consumer group of the role `webhook`; what it gives up is in its dead-letter stream. */
export const webhookGroup = 'webhook'

type Parts = Pick<Context, 'redis' | 'keys'>

/** How the receiver of webhooks does; nothing when events were never sent. */
export async function checkWebhook({ redis, keys }: Parts): Promise<readonly Finding[]> {
  const { result, reason } = await redis.hgetall(keys.webhook)
  if (result === 'gone')
    return [
      problem(
        'the webhook receiver answered 410 Gone: nothing is sent',
        'correct WEBHOOK_URL and start the role webhook again',
      ),
    ]
  if (result === 'retried')
    return [
      warning(
        `the webhook receiver does not take events: ${reason}`,
        'look at the receiver; private addresses need ALLOW_PRIVATE_HOSTS',
      ),
    ]
  return result ? [ok('the webhook receiver takes events')] : []
}
