import type { Context } from '../../shared/context.ts'
import { type Subscription, WANTED_LEASE_SECONDS } from '../../shared/core/polling/websub.ts'
import { messageOf } from '../../shared/errors.ts'
import { type Running, repeat } from '../../shared/lifecycle.ts'

const lookEveryMs = 1_000
const mostAtOnce = 20

/** Asks hubs for new subscriptions and renews old ones, until closed. */
export function startSubscribing(context: Context): Running {
  const tick = async () => {
    const due = await context.subscriptions.claim(context.now(), mostAtOnce)
    for (const subscription of due) await askFor(context, subscription)
  }
  return repeat(lookEveryMs, tick, (error) => context.log.debug(`asking hubs: ${messageOf(error)}`))
}

/** Address a hub sends a feed's news to. */
export function callbackOf(publicUrl: string, { feedId, token }: Subscription): string {
  return `${publicUrl.replace(/\/+$/, '')}/websub/${feedId}/${token}`
}

/** One request to a hub; its answer comes later, at the callback. Of a feed that is not followed any more the lease runs out. */
async function askFor(context: Context, subscription: Subscription): Promise<void> {
  const { feeds, subscriptions, http, log, config } = context
  const { feedId, hub, topic, secret } = subscription
  const isFollowed = (await feeds.followed([feedId])).some(({ dueMs }) => dueMs !== null)
  if (!isFollowed) return subscriptions.remove(feedId)
  const form = {
    'hub.callback': callbackOf(config.WEBSUB_PUBLIC_URL, subscription),
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.lease_seconds': String(WANTED_LEASE_SECONDS),
    'hub.secret': secret,
  }
  try {
    const status = await http.postForm(hub, form)
    if (status < 200 || status > 299) throw new Error(`answered HTTP ${status}`)
  } catch (error) {
    log.debug(`hub ${hub} of ${subscription.feedUrl}: ${messageOf(error)}`)
  }
}
