import type { Context } from '../shared/context.ts'
import type { FeedState } from '../shared/core/polling/feedState.ts'
import { addressOf } from '../shared/core/polling/feedState.ts'
import { reportOf } from '../shared/core/polling/health.ts'
import type { PollOutcome } from '../shared/core/polling/pollOutcome.ts'
import { allowAll } from '../shared/core/polling/robots.ts'
import { nextPoll } from '../shared/core/polling/schedule.ts'
import { conditionsFor } from '../shared/core/polling/validators.ts'
import { PipelineError } from '../shared/errors.ts'
import type { HttpResult, TakeTurn } from '../shared/http/client.ts'
import type { StoredFeed } from '../shared/store/feeds.ts'
import { type Asked, failed, readAnswer } from './readFeed.ts'
import { isPushed } from './websub/websub.ts'

const maxFeedBytes = 10_000_000
const accept =
  'application/rss+xml,application/atom+xml,application/rdf+xml,application/feed+json;q=0.9,application/xml;q=0.8,*/*;q=0.5'

/** The feed's site is busy: the poll comes later, and nothing else has changed. */
export interface PostponedPoll {
  readonly result: 'postponed'
  readonly waitMs: number
}

/** One poll: conditional GET → entries → the unseen ones into the queue `fetch` → next due time. */
export async function pollFeed(
  context: Context,
  feed: StoredFeed,
): Promise<PollOutcome | PostponedPoll> {
  const startedMs = context.now()
  const outcome = await tryPoll(context, feed)
  if (outcome.result === 'postponed') {
    await context.feeds.postpone(feed.id, startedMs + outcome.waitMs)
    return outcome
  }
  context.metrics.feedPollLag.observe(Math.max(0, startedMs - feed.dueMs) / 1_000)
  context.metrics.feedPolls.inc({ result: outcome.result })
  const after = nextPoll(feed.state, outcome, {
    nowMs: context.now(),
    minSeconds: context.config.POLL_MIN_SECONDS,
    maxSeconds: context.config.POLL_MAX_SECONDS,
    random: context.random(),
    pushed: await isPushed(context, feed.id),
  })
  const { state, report } = reportOf(feed.state, after)
  if (report) context.log[report.level](report.message)
  // validators are stored only now, when everything new is in the queue: a crash before repeats the poll
  await context.feeds.save(feed.id, state)
  return outcome
}

async function tryPoll(
  context: Context,
  { id, state }: StoredFeed,
): Promise<PollOutcome | PostponedPoll> {
  const asked = askedOf(context, state)
  const count = (status: string) => context.metrics.fetches.inc({ kind: 'feed', status })
  const stopTimer = context.metrics.fetchDuration.startTimer({ kind: 'feed' })
  try {
    const result = await context.http.get({
      url: addressOf(state),
      maxBytes: maxFeedBytes,
      headers: { accept, ...asked.headers },
      takeTurn: turnsFor(context, id),
    })
    count(statusLabel(result))
    if (result.ok) context.metrics.fetchBytes.inc({ kind: 'feed' }, result.response.body.length)
    if (result.ok) return await readAnswer(context, state, { ...asked, response: result.response })
    return failed(result.refusal === 'robots' ? 'robots' : 'refused', result.message)
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error
    if (error.code === 'host_busy') return { result: 'postponed', waitMs: error.retryAfterMs }
    count(error.code)
    return { ...failed('unreachable', error.message), retryAfterMs: error.retryAfterMs }
  } finally {
    stopTimer()
  }
}

/** The validators to ask with, as headers. */
function askedOf({ now, random, entries }: Context, state: FeedState): Asked {
  const rereadMs = (entries.ttlSeconds * 1_000) / 4
  const moment = { nowMs: now(), random: random(), rereadMs }
  const { etag, lastModified } = conditionsFor(state, moment)
  const headers = {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  }
  return { headers, conditional: Object.keys(headers).length > 0, rereadMs }
}

/** A short wait is not worth another claim; on the way of a redirect the longest gap is waited for. */
const patienceMs = (hop: number) => (hop === 0 ? 250 : 40_000)

function turnsFor({ hosts, robots, config }: Context, id: string): TakeTurn {
  return async (url, hop) => {
    const { crawlDelaySeconds } = config.ROBOTS === 'all' ? await robots.check(url) : allowAll
    const visit = { visitor: id, lane: 'urgent', crawlDelaySeconds } as const
    return hosts.enter(url, { ...visit, patienceMs: patienceMs(hop) })
  }
}

function statusLabel(result: HttpResult): string {
  return result.ok ? `${Math.floor(result.response.status / 100)}xx` : result.refusal
}
