import type { Config } from '../../shared/config.ts'
import type { Context } from '../../shared/context.ts'
import { feedIdOf } from '../../shared/store/followedFeeds.ts'
import { addFeeds } from '../followFeeds.ts'
import { count, say } from '../terminal.ts'
import { feedUrlOf, followedFeedOf, withFeeds } from './openFeeds.ts'

/** What a change did to one feed, for the user. */
type Change = (context: Context, url: string) => Promise<string>

/** The changes by the name of their command. */
export const feedChanges = {
  add: async (context, written) => {
    const url = feedUrlOf(written)
    const [known] = await context.feeds.followed([feedIdOf(url)])
    await addFeeds(context, [{ url, title: null }], { byHand: true })
    return known ? `${url} was followed already` : `${url} is followed from now on`
  },
  pause: async (context, written) => {
    const { id, state, dueMs } = await followedFeedOf(context, written)
    await context.feeds.pause(id)
    return dueMs === null ? `${state.url} was paused already` : `${state.url} is paused`
  },
  resume: async (context, written) => {
    const { id, state, dueMs } = await followedFeedOf(context, written)
    if (dueMs !== null) return `${state.url} was not paused`
    await context.feeds.resume(id, context.now())
    return `${state.url} is polled again`
  },
  remove: async (context, written) => {
    const { id, state, byHand } = await followedFeedOf(context, written)
    await context.feeds.remove([id], context.now())
    const after = byHand ? '' : '; it comes back at the next start if FEEDS still names it'
    return `${state.url} is not followed any more${after}`
  },
} as const satisfies Record<string, Change>

/** `wirefold feeds add|pause|resume|remove URL…`: changes feeds, of a running wirefold too. */
export async function changeFeedsCommand(
  config: Config,
  change: keyof typeof feedChanges,
  urls: readonly string[],
): Promise<number> {
  return withFeeds(config, async (context) => {
    for (const url of urls) say(await feedChanges[change](context, url))
    if (urls.length > 1) say(count((await context.feeds.ids()).length, 'feed'))
    return 0
  })
}
