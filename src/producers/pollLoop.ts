import type { Context } from '../shared/context.ts'
import { messageOf } from '../shared/errors.ts'
import { type Running, repeat } from '../shared/lifecycle.ts'
import type { StoredFeed } from '../shared/store/feeds.ts'
import { pollFeed } from './pollFeed.ts'

const tickMs = 250
/** Longer than any poll takes: the HTTP client ends a request after 20 s. */
const leaseMs = 60_000

/** Polls feeds as they become due, until closed. */
export function startPolling(context: Context): Running {
  const running = new Set<Promise<void>>()
  const launch = (feed: StoredFeed) => {
    const poll = pollSafely(context, feed).finally(() => running.delete(poll))
    running.add(poll)
  }
  const tick = async () => {
    const limit = context.config.POLL_CONCURRENCY - running.size
    if (limit <= 0) return
    const due = await context.feeds.claim({ nowMs: context.now(), leaseMs, limit })
    for (const feed of due) launch(feed)
  }
  const ticks = repeat(tickMs, tick, (error) =>
    context.log.debug(`claiming feeds: ${messageOf(error)}`),
  )
  return {
    async close() {
      await ticks.close()
      await Promise.all(running)
    },
  }
}

/** Polls every feed once, due or not; `finished` is called when all are done. */
export function pollOnce(context: Context, finished: () => void): Running {
  let closed = false
  const work = async () => {
    const feeds = [...(await context.feeds.all())]
    const worker = async () => {
      for (let feed = feeds.shift(); feed && !closed; feed = feeds.shift())
        await pollSafely(context, feed)
    }
    await Promise.all(Array.from({ length: context.config.POLL_CONCURRENCY }, worker))
    finished()
  }
  const ended = work()
  return {
    async close() {
      closed = true
      await ended
    },
  }
}

// One feed's trouble must not stop the others; its lease brings it back.
async function pollSafely(context: Context, feed: StoredFeed): Promise<void> {
  try {
    await pollFeed(context, feed)
  } catch (error) {
    context.log.error(
      { feed: feed.state.url },
      `poll of ${feed.state.url} broke off: ${messageOf(error)}`,
    )
  }
}
