import type { Backpressure } from '../shared/backpressure.ts'
import type { Context } from '../shared/context.ts'
import { messageOf } from '../shared/errors.ts'
import { pause, type Running, repeat } from '../shared/lifecycle.ts'
import type { StoredFeed } from '../shared/store/feeds.ts'
import { pollFeed } from './pollFeed.ts'

const tickMs = 250
/** Longer than any poll takes: the HTTP client ends a request after 20 s, and waits 40 s at most on a redirect's way. */
const leaseMs = 120_000

/** Polls feeds as they become due, until closed; not while the pipeline is behind. */
export function startPolling(
  context: Context,
  pressure: Pick<Backpressure, 'mayPoll' | 'took'>,
): Running {
  const running = new Set<Promise<unknown>>()
  const launch = (feed: StoredFeed) => {
    const poll = pollSafely(context, feed, pressure).finally(() => running.delete(poll))
    running.add(poll)
  }
  let isClosing = false
  // a place that becomes free is filled at once as long as feeds are due
  const tick = async () => {
    while (!isClosing && pressure.mayPoll()) {
      const limit = context.config.POLL_CONCURRENCY - running.size
      const due = await context.feeds.claim({ nowMs: context.now(), leaseMs, limit })
      for (const feed of due) launch(feed)
      if (due.length < limit) return
      await Promise.race(running)
    }
  }
  const ticks = repeat(tickMs, tick, (error) =>
    context.log.debug(`claiming feeds: ${messageOf(error)}`),
  )
  return {
    async close() {
      isClosing = true
      await ticks.close()
      await Promise.all(running)
    },
  }
}

/** Polls every feed once, due or not; `finished` is called when all are done. */
export function pollOnce(
  context: Context,
  pressure: Pick<Backpressure, 'untilPollable' | 'took'>,
  finished: () => void,
): Running {
  const stop = new AbortController()
  const work = async () => {
    const feeds = [...(await context.feeds.all())]
    const worker = async () => {
      for (let feed = feeds.shift(); feed && !stop.signal.aborted; feed = feeds.shift()) {
        await pressure.untilPollable(stop.signal)
        const waitMs = await pollSafely(context, feed, pressure)
        if (waitMs > 0) feeds.push(feed)
        if (waitMs > 0) await pause(Math.min(waitMs, tickMs), stop.signal)
      }
    }
    await Promise.all(Array.from({ length: context.config.POLL_CONCURRENCY }, worker))
    finished()
  }
  const ended = work()
  return {
    async close() {
      stop.abort()
      await ended
    },
  }
}

// One feed's trouble must not stop the others; its lease brings it back.
async function pollSafely(
  context: Context,
  feed: StoredFeed,
  pressure: Pick<Backpressure, 'took'>,
): Promise<number> {
  try {
    const polled = await pollFeed(context, feed)
    if (polled.result === 'postponed') return polled.waitMs
    if (polled.result === 'ok') pressure.took(polled.newEntries)
    return 0
  } catch (error) {
    context.log.error(
      { feed: feed.state.url },
      `poll of ${feed.state.url} broke off: ${messageOf(error)}`,
    )
    return 0
  }
}
