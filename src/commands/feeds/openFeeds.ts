import type { Config } from '../../shared/config.ts'
import type { Context } from '../../shared/context.ts'
import { cleanUrl } from '../../shared/core/feed/feedUrl.ts'
import { UsageError } from '../../shared/errors.ts'
import { type FollowedFeed, feedIdOf } from '../../shared/store/followedFeeds.ts'
import { withLiveStore } from '../openStore.ts'
import { note } from '../terminal.ts'

/** Runs a command that looks at the followed feeds or changes them: of the wirefold that runs, else of its live data. */
export async function withFeeds<T>(
  config: Config,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  return withLiveStore(config, async (context) => {
    const isSample = (await context.redis.exists(context.keys.demo)) === 1
    if (isSample)
      note('this is the sample news web: what you change here is gone at its next start')
    return work(context)
  })
}

/** The URL of a feed as it is stored. @throws UsageError that says what is wrong with it. */
export function feedUrlOf(written: string): string {
  const url = cleanUrl(written, null)
  if (url !== null) return new URL(url).href
  if (URL.canParse(`https://${written}`) && !written.includes('://')) {
    throw new UsageError(
      `"${written}" is no URL. Did you mean https://${written}? \`wirefold feeds check ${written}\` finds the feeds of a site.`,
    )
  }
  throw new UsageError(
    `"${written}" cannot be polled: give an http or https URL without user name and password`,
  )
}

/** The followed feed of a URL. @throws UsageError when it is not followed. */
export async function followedFeedOf({ feeds }: Context, written: string): Promise<FollowedFeed> {
  const url = feedUrlOf(written)
  const [feed] = await feeds.followed([feedIdOf(url)])
  if (feed) return feed
  throw new UsageError(`${url} is not followed: see \`wirefold feeds list\``)
}
