import type { Config } from '../../shared/config.ts'
import { publishedMsOf } from '../../shared/core/feed/dates.ts'
import type { Feed } from '../../shared/core/feed/types.ts'
import { newFeedState } from '../../shared/core/polling/feedState.ts'
import { reasonInWords } from '../../shared/core/polling/health.ts'
import { hintsOfFeed } from '../../shared/core/polling/hints.ts'
import { freshSeconds } from '../../shared/core/polling/response.ts'
import { nextPoll } from '../../shared/core/polling/schedule.ts'
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
  const { POLL_MIN_SECONDS: minSeconds, POLL_MAX_SECONDS: maxSeconds } = config
  const { intervalSeconds, reason } = nextPoll(
    newFeedState(response.url, nowMs),
    {
      result: 'ok',
      etag: null,
      lastModified: null,
      bodyHash: '',
      hints: hintsOfFeed(feed),
      freshSeconds: freshSeconds(response.headers, nowMs),
      permanentUrl: null,
      conditional: false,
      publishedMs: feed.entries.flatMap((entry) => publishedMsOf(entry) ?? []),
      entries: feed.entries.length,
      newEntries: 0,
    },
    { nowMs, random: 0.5, minSeconds, maxSeconds },
  )
  return { intervalSeconds, why: reasonInWords(reason) }
}
