import type { Context } from '../../shared/context.ts'
import type { Feed } from '../../shared/core/feed/types.ts'
import { hasMissed, hubOf, isTrusted } from '../../shared/core/polling/websub.ts'
import { messageOf } from '../../shared/errors.ts'
import type { HttpResponse } from '../../shared/http/client.ts'
import type { Running } from '../../shared/lifecycle.ts'
import { feedIdOf } from '../../shared/store/followedFeeds.ts'
import { startCallbackServer } from './callbackServer.ts'
import { startSubscribing } from './subscribe.ts'

/** Subscribes at the hubs of feeds and receives what they send, where the operator gave an address for it. */
export async function startWebSub(context: Context): Promise<Running> {
  const { config, log } = context
  if (!config.WEBSUB_PUBLIC_URL) return { close: async () => {} }
  try {
    const server = await startCallbackServer(context)
    const subscribing = startSubscribing(context)
    return {
      async close() {
        await subscribing.close()
        await server.close()
      },
    }
  } catch (error) {
    log.error(
      `no WebSub: port ${config.WEBSUB_PORT} (WEBSUB_PORT) cannot be used: ${messageOf(error)}`,
    )
    return { close: async () => {} }
  }
}

/** A whole feed as a poll read it. */
interface Read {
  readonly feedUrl: string
  readonly feed: Feed
  readonly response: HttpResponse
  readonly newEntries: number
}

/** Remembers a feed's hub, and whether the hub has failed to send what the poll found. */
export async function watchHub(context: Context, read: Read): Promise<void> {
  const { subscriptions, config, now } = context
  if (!config.WEBSUB_PUBLIC_URL) return
  const { feedUrl, feed, response, newEntries } = read
  const place = hubOf(feed, response.headers, response.url)
  if (!place) return
  const feedId = feedIdOf(feedUrl)
  await subscriptions.note({ feedId, feedUrl }, place, now())
  const known = await subscriptions.get(feedId)
  if (known && newEntries > 0 && hasMissed(known, now())) {
    await subscriptions.save({ ...known, missedMs: now() })
  }
}

/** Does the hub of a feed do its work, so that polls can be rare? */
export async function isPushed({ subscriptions, config, now }: Context, feedId: string) {
  return Boolean(config.WEBSUB_PUBLIC_URL) && isTrusted(await subscriptions.get(feedId), now())
}
