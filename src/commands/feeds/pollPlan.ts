import type { Config } from '../../shared/config.ts'
import { publishedMsOf } from '../../shared/core/feed/dates.ts'
import type { Feed } from '../../shared/core/feed/types.ts'
import { maxAgeSeconds } from '../../shared/core/polling/response.ts'
import { newFeedState, nextPoll } from '../../shared/core/polling/schedule.ts'
import type { HttpResponse } from '../../shared/http/client.ts'

/** What the scheduler would do after this answer, and why. */
export interface PollPlan {
  readonly intervalSeconds: number
  readonly why: string
}

interface Answer {
  readonly feed: Feed
  readonly response: HttpResponse
  readonly nowMs: number
}

/** The next poll as the producers would plan it, without the jitter. */
export function planOf({ feed, response, nowMs }: Answer, config: Config): PollPlan {
  const hintSeconds = Math.max(maxAgeSeconds(response.headers), (feed.ttlMinutes ?? 0) * 60)
  const { POLL_MIN_SECONDS: minSeconds, POLL_MAX_SECONDS: maxSeconds } = config
  const state = nextPoll(
    newFeedState(response.url, nowMs),
    {
      result: 'ok',
      etag: null,
      lastModified: null,
      bodyHash: '',
      publishedMs: feed.entries.flatMap((entry) => publishedMsOf(entry) ?? []),
      entries: feed.entries.length,
      newEntries: 0,
      minSeconds: hintSeconds,
    },
    { nowMs, random: 0.5, minSeconds, maxSeconds },
  )
  const { intervalSeconds, entryTimesMs } = state
  const why =
    entryTimesMs.length < 2
      ? 'its rhythm is not known yet'
      : intervalSeconds === hintSeconds
        ? 'the publisher asks for it'
        : `the mean gap of its last ${entryTimesMs.length} entries`
  return { intervalSeconds, why }
}
