import type { Context } from '../shared/context.ts'
import { newFeedState } from '../shared/core/polling/schedule.ts'
import { feedIdOf } from '../shared/store/feeds.ts'
import { readFeedList } from './feedList.ts'

/** Time over which the first polls of many feeds are spread: 20 a second. */
const firstPollGapMs = 50

/** Makes the store poll exactly the feeds of FEEDS, or the given ones. Returns their number. */
export async function followFeeds(
  context: Context,
  urls: readonly string[] | null,
): Promise<number> {
  const { feeds, config, now } = context
  const wanted = urls ?? (await readFeedList(config.FEEDS, context)).map((feed) => feed.url)
  const nowMs = now()
  await feeds.add(wanted.map((url, at) => newFeedState(url, nowMs + at * firstPollGapMs)))
  const ids = new Set(wanted.map(feedIdOf))
  await feeds.remove((await feeds.ids()).filter((id) => !ids.has(id)))
  return wanted.length
}
