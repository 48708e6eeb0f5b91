import { createHash } from 'node:crypto'
import type { Context } from '../shared/context.ts'
import { publishedMsOf } from '../shared/core/feed/dates.ts'
import { parseFeed } from '../shared/core/feed/parseFeed.ts'
import type { FeedState, PollFailure } from '../shared/core/polling/feedState.ts'
import { hintsOfFeed } from '../shared/core/polling/hints.ts'
import type { FailedPoll, PollOutcome } from '../shared/core/polling/pollOutcome.ts'
import { classifyResponse, cleanValidators, freshSeconds } from '../shared/core/polling/response.ts'
import { isRereadDue } from '../shared/core/polling/validators.ts'
import type { HttpResponse } from '../shared/http/client.ts'
import { enqueueEntries } from './enqueueEntries.ts'
import { watchHub } from './websub/websub.ts'

/** With what a feed was asked for. */
export interface Asked {
  readonly headers: Readonly<Record<string, string>>
  readonly conditional: boolean
  /** The whole feed is read at least this often. */
  readonly rereadMs: number
}

interface Answered extends Asked {
  readonly response: HttpResponse
}

/** What an answer means for the feed; its unseen entries go into the queue. */
export async function readAnswer(
  context: Context,
  state: FeedState,
  answered: Answered,
): Promise<PollOutcome> {
  const { response } = answered
  const verdict = classifyResponse(response, context.now())
  const code = `answered HTTP ${response.status}`
  switch (verdict.kind) {
    case 'usable':
      return readBody(context, state, answered)
    case 'not_modified':
      return { result: 'not_modified', full: false, read: false, ...factsOf(context, answered) }
    case 'gone':
      return failed(verdict.permanent ? 'gone' : 'http_error', code)
    case 'rate_limited':
      return { ...failed('rate_limited', code), retryAfterMs: verdict.retryAfterMs }
    default:
      return failed('http_error', code)
  }
}

/** A poll that brought nothing, with its message for operators. */
export function failed(result: PollFailure, message: string): FailedPoll {
  return { result, message, retryAfterMs: 0 }
}

async function readBody(
  context: Context,
  state: FeedState,
  answered: Answered,
): Promise<PollOutcome> {
  const { response, rereadMs } = answered
  const facts = factsOf(context, answered)
  const bodyHash = createHash('sha256').update(response.body).digest('base64url').slice(0, 8)
  const isReread = isRereadDue(state, { nowMs: context.now(), rereadMs })
  const isSame = bodyHash === state.bodyHash
  if (isSame && !isReread) {
    return { result: 'not_modified', full: true, read: false, ...facts }
  }
  const parsed = context.step('feed', () => parseFeed(response.body, feedContextOf(response)))
  if (!parsed.ok) return failed('not_a_feed', parsed.message)
  const { feed } = parsed
  const newEntries = await enqueueEntries(context, state.url, feed)
  await watchHub(context, { feedUrl: state.url, feed, response, newEntries })
  if (isSame) return { result: 'not_modified', full: true, read: true, ...facts }
  return {
    result: 'ok',
    ...facts,
    ...cleanValidators(response.headers),
    bodyHash,
    hints: hintsOfFeed(feed),
    publishedMs: feed.entries.flatMap((entry) => publishedMsOf(entry) ?? []),
    entries: feed.entries.length,
    newEntries,
  }
}

function feedContextOf({ url, headers }: HttpResponse) {
  return {
    url,
    contentType: headers.get('content-type') ?? null,
    contentLocation: headers.get('content-location') ?? null,
    contentLanguage: headers.get('content-language') ?? null,
  }
}

function factsOf({ now }: Context, { response, conditional }: Answered) {
  const { headers, permanentUrl } = response
  return { conditional, permanentUrl, freshSeconds: freshSeconds(headers, now()) }
}
