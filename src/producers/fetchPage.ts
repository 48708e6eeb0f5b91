import type { Context } from '../shared/context.ts'
import { classifyResponse } from '../shared/core/polling/response.ts'
import { allowAll } from '../shared/core/polling/robots.ts'
import { PipelineError } from '../shared/errors.ts'
import type { HttpResponse, HttpResult, TakeTurn } from '../shared/http/client.ts'
import type { HttpRefusal } from '../shared/http/refusals.ts'
import { type DropReason, done, drop, next, type Outcome } from '../shared/outcomes.ts'
import type { Entry, PageRef } from '../shared/schemas.ts'
import type { Handler } from '../shared/stages.ts'

/** Largest page, decompressed (the largest of 1,171 real pages has 1.6 MB). */
const maxPageBytes = 5_000_000
const accept = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1'

/** Handler of `fetch`: wait for the host's turn → GET → keep the raw page → pass its reference on. */
export function createPageFetcher(context: Context): Handler<'fetch'> {
  return async (entry) => {
    const isFirst = entry.version === null
    if (isFirst && (await context.entries.isSettled(entry.entryId))) return done
    const result = await getTimed(context, entry)
    if (!result.ok) return drop(dropOf[result.refusal], result.message)
    const refused = judge(context, result.response)
    if (refused) return refused
    await context.pages.putPage(entry.entryId, result.response.body)
    await archivePage(context, entry, result.response)
    return next(toReference(entry, result.response))
  }
}

/** Keeps the page outside Redis where that is wanted. */
async function archivePage(context: Context, entry: Entry, response: HttpResponse): Promise<void> {
  const { archive, entries, pages, metrics } = context
  if (!archive) return
  const contentHtml = entry.hasContent ? await pages.getContent(entry.entryId) : null
  const isKept = archive.add({ entry, response, contentHtml })
  metrics.archivedPages.inc({ result: isKept ? 'kept' : 'failed' })
  await entries.noteRead(entry)
}

const dropOf: Readonly<Record<HttpRefusal, DropReason>> = {
  private_address: 'fetch_private_address',
  too_large: 'fetch_too_large',
  redirect_loop: 'fetch_redirect_loop',
  bad_encoding: 'fetch_bad_encoding',
  robots: 'robots',
}

// A short wait is not worth a way through the queue.
const patienceHereMs = 250

/** Longest wait for where a redirect leads: above the longest gap, or a slow site's redirects would never be followed. */
const patienceOnTheWayMs = 40_000

/** Before each request for an entry's page: robots.txt, then the site's turn. */
function turnsFor({ hosts, robots, config }: Context, entry: Entry): TakeTurn {
  return async (url, hop) => {
    const rules = config.ROBOTS === 'none' ? allowAll : await robots.check(url)
    return hosts.enter(url, {
      visitor: entry.entryId,
      lane: hop === 0 ? 'queued' : 'urgent',
      patienceMs: hop === 0 ? patienceHereMs : patienceOnTheWayMs,
      crawlDelaySeconds: rules.crawlDelaySeconds,
    })
  }
}

async function getTimed(context: Context, entry: Entry): Promise<HttpResult> {
  const stopTimer = context.metrics.fetchDuration.startTimer({ kind: 'page' })
  const count = (status: string) => context.metrics.fetches.inc({ kind: 'page', status })
  try {
    const result = await context.http.get({
      url: entry.url,
      maxBytes: maxPageBytes,
      headers: { accept },
      takeTurn: turnsFor(context, entry),
    })
    if (result.ok) context.metrics.fetchBytes.inc({ kind: 'page' }, result.response.body.length)
    count(result.ok ? `${Math.floor(result.response.status / 100)}xx` : result.refusal)
    return result
  } catch (error) {
    count(error instanceof PipelineError ? error.code : 'unexpected')
    throw error
  } finally {
    stopTimer()
  }
}

/** The drop a response leads to; null when its body can be read. @throws PipelineError */
function judge(context: Context, response: HttpResponse): Outcome<PageRef> | null {
  const verdict = classifyResponse('page', response, context.now())
  const code = `HTTP ${response.status}`
  switch (verdict.kind) {
    case 'usable':
      return isHtml(response)
        ? null
        : drop('fetch_not_html', `content type ${response.headers.get('content-type')}`)
    case 'gone':
      return drop('fetch_gone', code)
    case 'forbidden':
      return drop('fetch_forbidden', code)
    case 'rate_limited':
      throw new PipelineError('http_rate_limited', code, { retryAfterMs: verdict.retryAfterMs })
    case 'server_error':
      throw new PipelineError('http_server_error', code)
    default:
      throw new PipelineError('http_client_error', code)
  }
}

// A missing type is let through: the reader finds out.
function isHtml({ headers }: HttpResponse): boolean {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  return (
    !type ||
    type === 'text/html' ||
    type === 'application/xhtml+xml' ||
    type === 'application/xml' ||
    type === 'text/xml'
  )
}

function toReference(entry: Entry, response: HttpResponse): PageRef {
  return {
    entryId: entry.entryId,
    entry,
    url: response.url,
    contentType: response.headers.get('content-type') ?? null,
  }
}
