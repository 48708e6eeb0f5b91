import { createHash } from 'node:crypto'
import type { Context } from '../shared/context.ts'
import { publishedMsOf } from '../shared/core/feed/dates.ts'
import { parseFeed } from '../shared/core/feed/parseFeed.ts'
import {
  classifyResponse,
  cleanValidators,
  maxAgeSeconds,
} from '../shared/core/polling/response.ts'
import { type FeedState, nextPoll, type PollOutcome } from '../shared/core/polling/schedule.ts'
import { PipelineError } from '../shared/errors.ts'
import type { HttpResponse, HttpResult } from '../shared/http/client.ts'
import type { StoredFeed } from '../shared/store/feeds.ts'
import { enqueueEntries } from './enqueueEntries.ts'

const maxFeedBytes = 10_000_000
const accept =
  'application/rss+xml,application/atom+xml,application/rdf+xml,application/feed+json;q=0.9,application/xml;q=0.8,*/*;q=0.5'

/** One poll: conditional GET → entries → the unseen ones into the queue `fetch` → next due time. */
export async function pollFeed(context: Context, feed: StoredFeed): Promise<PollOutcome> {
  const startedMs = context.now()
  context.metrics.feedPollLag.observe(Math.max(0, startedMs - feed.dueMs) / 1_000)
  const outcome = await tryPoll(context, feed)
  context.metrics.feedPolls.inc({ result: outcome.result })
  const state = nextPoll(feed.state, outcome, {
    nowMs: context.now(),
    minSeconds: context.config.POLL_MIN_SECONDS,
    maxSeconds: context.config.POLL_MAX_SECONDS,
    random: Math.random(),
  })
  reportChange(context, feed.state, state)
  // validators are stored only now, when everything new is in the queue: a crash before repeats the poll
  await context.feeds.save(feed.id, state)
  return outcome
}

async function tryPoll(context: Context, feed: StoredFeed): Promise<PollOutcome> {
  const { state } = feed
  const stopTimer = context.metrics.fetchDuration.startTimer({ kind: 'feed' })
  try {
    const result = await context.http.get({
      url: state.url,
      maxBytes: maxFeedBytes,
      headers: conditions(state),
    })
    context.metrics.fetches.inc({ kind: 'feed', status: statusLabel(result) })
    if (result.ok) context.metrics.fetchBytes.inc({ kind: 'feed' }, result.response.body.length)
    return result.ok
      ? await readResponse(context, state, result.response)
      : failed('refused', result.message)
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error
    context.metrics.fetches.inc({ kind: 'feed', status: error.code })
    return failed('unreachable', error.message)
  } finally {
    stopTimer()
  }
}

async function readResponse(
  context: Context,
  state: FeedState,
  response: HttpResponse,
): Promise<PollOutcome> {
  const verdict = classifyResponse('feed', response, context.now())
  const code = `answered HTTP ${response.status}`
  switch (verdict.kind) {
    case 'usable':
      return readBody(context, state, response)
    case 'not_modified':
      return { result: 'not_modified', minSeconds: maxAgeSeconds(response.headers) }
    case 'gone':
      return failed('gone', code)
    case 'rate_limited':
      return { ...failed('rate_limited', code), retryAfterMs: verdict.retryAfterMs }
    default:
      return failed('http_error', code)
  }
}

async function readBody(
  context: Context,
  state: FeedState,
  response: HttpResponse,
): Promise<PollOutcome> {
  const bodyHash = createHash('sha256').update(response.body).digest('hex').slice(0, 32)
  if (bodyHash === state.bodyHash)
    return { result: 'not_modified', minSeconds: maxAgeSeconds(response.headers) }
  const contentType = response.headers.get('content-type') ?? null
  const parsed = context.step('feed', () =>
    parseFeed(response.body, { url: response.url, contentType }),
  )
  if (!parsed.ok) return failed('not_a_feed', parsed.message)
  const newEntries = await enqueueEntries(context, state.url, parsed.feed)
  return {
    result: 'ok',
    ...cleanValidators(response.headers),
    bodyHash,
    publishedMs: parsed.feed.entries.flatMap((entry) => publishedMsOf(entry) ?? []),
    entries: parsed.feed.entries.length,
    newEntries,
    minSeconds: Math.max(maxAgeSeconds(response.headers), (parsed.feed.ttlMinutes ?? 0) * 60),
  }
}

function conditions(state: FeedState): Record<string, string> {
  return {
    accept,
    ...(state.etag ? { 'if-none-match': state.etag } : {}),
    ...(state.lastModified ? { 'if-modified-since': state.lastModified } : {}),
  }
}

function statusLabel(result: HttpResult): string {
  return result.ok ? `${Math.floor(result.response.status / 100)}xx` : result.refusal
}

function failed(result: Exclude<PollOutcome['result'], 'ok' | 'not_modified'>, message: string) {
  return { result, message, retryAfterMs: 0 } as const
}

/** One line per feed and change of state, never one per poll. */
function reportChange({ log }: Context, before: FeedState, after: FeedState): void {
  if (after.lastError && after.lastError !== before.lastError) {
    log.warn(`feed ${after.url}: ${after.lastError}; tried again later`)
  }
  if (!after.lastError && before.lastError) log.info(`feed ${after.url} works again`)
}
