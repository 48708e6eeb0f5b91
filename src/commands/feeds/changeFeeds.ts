import type { Config } from '../../shared/config.ts'
import type { Context } from '../../shared/context.ts'
import { feedIdOf } from '../../shared/store/followedFeeds.ts'
import { addFeeds } from '../followFeeds.ts'
import type { JsonFlag } from '../run.ts'
import { count, say } from '../terminal.ts'
import { feedUrlOf, followedFeedOf, withFeeds } from './openFeeds.ts'

/** What a change did to one feed. */
interface Changed {
  readonly url: string
  /** False when it was so before. */
  readonly changed: boolean
  /** For the user. */
  readonly message: string
}

type Change = (context: Context, written: string) => Promise<Changed>

/** The changes by the name of their command. */
const feedChanges = {
  add: async (context, written) => {
    const url = feedUrlOf(written)
    const [known] = await context.feeds.followed([feedIdOf(url)])
    await addFeeds(context, [{ url, title: null }], { byHand: true })
    const message = known ? `${url} was followed already` : `${url} is followed from now on`
    return { url, changed: !known, message }
  },
  pause: async (context, written) => {
    const { id, state, dueMs } = await followedFeedOf(context, written)
    const { url } = state
    await context.feeds.pause(id)
    const message = dueMs === null ? `${url} was paused already` : `${url} is paused`
    return { url, changed: dueMs !== null, message }
  },
  resume: async (context, written) => {
    const { id, state, dueMs } = await followedFeedOf(context, written)
    const { url } = state
    if (dueMs !== null) return { url, changed: false, message: `${url} was not paused` }
    await context.feeds.resume(id, context.now())
    return { url, changed: true, message: `${url} is polled again` }
  },
  remove: async (context, written) => {
    const { id, state, byHand } = await followedFeedOf(context, written)
    const { url } = state
    await context.feeds.remove([id], context.now())
    const after = byHand ? '' : '; it comes back at the next start if FEEDS still names it'
    return { url, changed: true, message: `${url} is not followed any more${after}` }
  },
} as const satisfies Record<string, Change>

export type FeedChange = keyof typeof feedChanges

/** Which feeds are changed, and how. */
interface Wish extends JsonFlag {
  readonly change: FeedChange
  readonly urls: readonly string[]
}

/** `wirefold feeds add|pause|resume|remove URL…`: changes feeds, of a running wirefold too. */
export async function changeFeedsCommand(
  config: Config,
  { change, urls, json }: Wish,
): Promise<number> {
  return withFeeds(config, async (context) => {
    for (const written of urls) {
      const { message, ...facts } = await feedChanges[change](context, written)
      say(json ? JSON.stringify({ change, ...facts }) : message)
    }
    if (urls.length > 1 && !json) say(count((await context.feeds.ids()).length, 'feed'))
    return 0
  })
}
