import type { Context } from '../shared/context.ts'
import { detourOf } from '../shared/core/polling/detour.ts'
import { classifyResponse } from '../shared/core/polling/response.ts'
import { allowAll } from '../shared/core/polling/robots.ts'
import { PipelineError } from '../shared/errors.ts'
import type { HttpResponse, HttpResult, TakeTurn } from '../shared/http/client.ts'
import type { HttpRefusal } from '../shared/http/refusals.ts'
import { type DropReason, drop, type Outcome } from '../shared/outcomes.ts'
import type { Entry } from '../shared/schemas.ts'

/** Largest page, decompressed (the largest of 1,171 real pages has 1.6 MB). */
const maxPageBytes = 5_000_000
const accept = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1'

/** What asking for a page comes to, if it does not fail: the page, nothing new, or a drop. */
export type PageAnswer =
  | { readonly kind: 'page'; readonly response: HttpResponse }
  | { readonly kind: 'unchanged' }
  | Dropped

type Dropped = Extract<Outcome<never>, { kind: 'drop' }>

/** One address to ask for an entry's page. */
interface Question {
  readonly entry: Entry
  readonly url: string
  /** Asked for by the page before: it does not queue up again. */
  readonly isDetour: boolean
}

const dropOf: Readonly<Record<HttpRefusal, DropReason>> = {
  private_address: 'fetch_private_address',
  too_large: 'fetch_too_large',
  redirect_loop: 'fetch_redirect_loop',
  bad_encoding: 'fetch_bad_encoding',
  robots: 'robots',
}

/**
 * The page of an entry: robots.txt, the site's turn, GET; once more where the page says that its article is to be read
 * elsewhere. @throws PipelineError
 */
export async function askForPage(context: Context, entry: Entry): Promise<PageAnswer> {
  const answer = await ask(context, { entry, url: entry.url, isDetour: false })
  if (answer.kind !== 'page') return answer
  const detour = detourOf(answer.response.body, answer.response.url)
  if (!detour) return answer
  try {
    const better = await ask(context, { entry, url: detour.url, isDetour: true })
    return better.kind === 'page' ? better : answer
  } catch (error) {
    // a page to come back to is better than none
    if (error instanceof PipelineError && detour.reason !== 'refresh') return answer
    throw error
  }
}

async function ask(context: Context, question: Question): Promise<PageAnswer> {
  const result = await getTimed(context, question)
  if (!result.ok) return drop(dropOf[result.refusal], result.message)
  return judge(context, result.response)
}

// A short wait is not worth a way through the queue.
const patienceHereMs = 250

/** Longest wait for where a redirect leads: above the longest gap, or a slow site's redirects would never be followed. */
const patienceOnTheWayMs = 40_000

/** Before each request for an entry's page: robots.txt, then the site's turn. */
function turnsFor({ hosts, robots, config }: Context, { entry, isDetour }: Question): TakeTurn {
  return async (url, hop) => {
    const isQueued = hop === 0 && !isDetour
    const rules = config.ROBOTS === 'none' ? allowAll : await robots.check(url)
    return hosts.enter(url, {
      visitor: entry.entryId,
      lane: isQueued ? 'queued' : 'urgent',
      patienceMs: isQueued ? patienceHereMs : patienceOnTheWayMs,
      crawlDelaySeconds: rules.crawlDelaySeconds,
    })
  }
}

async function getTimed(context: Context, question: Question): Promise<HttpResult> {
  const stopTimer = context.metrics.fetchDuration.startTimer({ kind: 'page' })
  const count = (status: string) => context.metrics.fetches.inc({ kind: 'page', status })
  try {
    const result = await context.http.get({
      url: question.url,
      maxBytes: maxPageBytes,
      headers: { accept, ...conditionsOf(question) },
      takeTurn: turnsFor(context, question),
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

/** Validators of the page when it is looked at again; they are of the entry's own address. */
function conditionsOf({ entry: { check }, isDetour }: Question): Readonly<Record<string, string>> {
  if (!check || isDetour) return {}
  const { etag, lastModified } = check
  return {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  }
}

/** What a response means for its entry. @throws PipelineError */
function judge(context: Context, response: HttpResponse): PageAnswer {
  const verdict = classifyResponse(response, context.now())
  const code = `HTTP ${response.status}`
  switch (verdict.kind) {
    case 'usable':
      return isHtml(response)
        ? { kind: 'page', response }
        : drop('fetch_not_html', `content type ${response.headers.get('content-type')}`)
    case 'not_modified':
      return { kind: 'unchanged' }
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
