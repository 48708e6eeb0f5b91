import type { Context } from '../shared/context.ts'
import type { FeedList } from '../shared/core/feed/opml.ts'
import { newFeedState } from '../shared/core/polling/feedState.ts'
import { UsageError } from '../shared/errors.ts'
import { feedIdOf } from '../shared/store/followedFeeds.ts'
import { readFeedList } from './feedList.ts'

/** Time over which the first polls of many feeds are spread: 20 a second. */
const firstPollGapMs = 50

/**
 * Makes the store poll the given feeds, or those of FEEDS, and besides them only what was added by hand; without either it
 * follows what it followed before. Returns the number of feeds.
 * @throws UsageError when there is none.
 */
export async function followFeeds(
  context: Context,
  urls: readonly string[] | null,
): Promise<number> {
  const { feeds, config } = context
  if (urls)
    await followOnly(
      context,
      urls.map((url) => ({ url, title: null })),
    )
  else if (config.FEEDS) await followOnly(context, await readFeedList(config.FEEDS, context))
  const followed = (await feeds.ids()).length
  if (followed === 0) {
    throw new UsageError(
      'no feeds: give --feeds FILE or set FEEDS (OPML, or one feed URL a line), add some with `wirefold feeds add URL`, or run `npm start` for the sample news web',
    )
  }
  return followed
}

/** Follows feeds besides those there are, their first polls spread over time. */
export async function addFeeds(
  { feeds, now }: Context,
  list: FeedList['feeds'],
  options: { byHand: boolean; added?: (feeds: number) => void },
): Promise<void> {
  const nowMs = now()
  const states = list.map(({ url }, at) => newFeedState(url, nowMs + at * firstPollGapMs))
  const titles = new Map(list.flatMap(({ url, title }) => (title ? [[url, title] as const] : [])))
  await feeds.add(states, { ...options, titles })
}

async function followOnly(context: Context, list: FeedList['feeds']): Promise<void> {
  await addFeeds(context, list, { byHand: false })
  const { feeds, now } = context
  const kept = new Set([...list.map(({ url }) => feedIdOf(url)), ...(await feeds.byHand())])
  const gone = (await feeds.ids()).filter((id) => !kept.has(id))
  await feeds.remove(gone, now())
}
