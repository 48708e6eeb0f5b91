import type { Context } from '../shared/context.ts'
import { followEvents, lastId, type StreamEvent, showingPauseMs } from '../shared/eventStream.ts'
import { pause, type Running } from '../shared/lifecycle.ts'

/** Calls `see` with every event from now on. Closing it first catches up with what is in the stream. */
export async function watchEvents(
  { redis, keys }: Pick<Context, 'redis' | 'keys'>,
  see: (event: StreamEvent) => void,
): Promise<Running & { catchUp(): Promise<void> }> {
  const stop = new AbortController()
  let seen = await lastId(redis, keys.events)
  const follow = async () => {
    const events = followEvents(redis, keys.events, {
      afterId: seen,
      signal: stop.signal,
      pauseMs: showingPauseMs,
    })
    for await (const event of events) {
      seen = event.streamId
      see(event)
    }
  }
  const following = follow()
    .catch(() => {})
    .finally(() => stop.abort())
  return {
    async catchUp() {
      const last = await lastId(redis, keys.events)
      while (seen !== last && !stop.signal.aborted) await pause(20, stop.signal)
    },
    async close() {
      stop.abort()
      await following
    },
  }
}
