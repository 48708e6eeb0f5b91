import type { Context } from '../../shared/context.ts'
import { parseFeed } from '../../shared/core/feed/parseFeed.ts'
import type { Subscription } from '../../shared/core/polling/websub.ts'
import { enqueueEntries } from '../enqueueEntries.ts'

/** What a hub sent. */
interface Pushed {
  readonly body: Uint8Array
  readonly contentType: string | null
}

/** Puts the entries a hub sent to work, as a poll would have; the result is a metric label. */
export async function receivePush(
  context: Context,
  subscription: Subscription,
  { body, contentType }: Pushed,
): Promise<'ok' | 'not_followed' | 'not_a_feed'> {
  const { feedId, feedUrl, topic } = subscription
  const [feed] = await context.feeds.followed([feedId])
  if (!feed || feed.dueMs === null) return 'not_followed'
  const parsed = context.step('feed', () => parseFeed(body, { url: topic, contentType }))
  if (!parsed.ok) return 'not_a_feed'
  await enqueueEntries(context, feedUrl, parsed.feed)
  await context.subscriptions.save({ ...subscription, lastPushMs: context.now() })
  return 'ok'
}
