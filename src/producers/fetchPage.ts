import { createHash } from 'node:crypto'
import type { Context } from '../shared/context.ts'
import { cleanValidators } from '../shared/core/polling/response.ts'
import { failureClasses, PipelineError } from '../shared/errors.ts'
import type { HttpResponse } from '../shared/http/client.ts'
import { done, next, type Outcome } from '../shared/outcomes.ts'
import type { Entry, PageCheck, PageRef } from '../shared/schemas.ts'
import type { Handler } from '../shared/stages.ts'
import { askForPage, type PageAnswer } from './askPage.ts'
import { planFirstCheck } from './checkPages.ts'

/** Handler of `fetch`: wait for the site's turn → GET → keep the raw page → pass its reference on. */
export function createPageFetcher(context: Context): Handler<'fetch'> {
  return async (entry) => {
    if (entry.check) return fetchAgain(context, entry, entry.check)
    const isFirst = entry.version === null
    if (isFirst && (await context.entries.isSettled(entry.entryId))) return done
    const answer = await askForPage(context, entry)
    if (answer.kind === 'drop') return answer
    if (answer.kind === 'unchanged') {
      throw new PipelineError('http_client_error', 'HTTP 304, though no condition was given')
    }
    const outcome = await passOn(context, entry, answer.response)
    if (isFirst) await planFirstCheck(context, entry, factsOf(answer.response))
    return outcome
  }
}

/** A page that was read before: passed on only when it is another now, and never a dead letter. */
async function fetchAgain(
  context: Context,
  entry: Entry,
  check: PageCheck,
): Promise<Outcome<PageRef>> {
  const answer = await askAgain(context, entry)
  if (answer.kind !== 'page') return done
  const facts = factsOf(answer.response)
  await context.pageChecks.note(entry.entryId, facts)
  return facts.bodyHash === check.bodyHash ? done : passOn(context, entry, answer.response)
}

async function askAgain(context: Context, entry: Entry): Promise<PageAnswer> {
  try {
    return await askForPage(context, entry)
  } catch (error) {
    const failure = error instanceof PipelineError ? failureClasses[error.code] : null
    if (failure === 'throttled' || failure === null) throw error
    return { kind: 'unchanged' }
  }
}

async function passOn(
  context: Context,
  entry: Entry,
  response: HttpResponse,
): Promise<Outcome<PageRef>> {
  await context.pages.putPage(entry, response)
  await archivePage(context, entry, response)
  return next(toReference(entry, response))
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

function factsOf({ headers, body }: HttpResponse): Omit<PageCheck, 'number'> {
  const bodyHash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
  return { ...cleanValidators(headers), bodyHash }
}

function toReference(entry: Entry, response: HttpResponse): PageRef {
  return {
    entryId: entry.entryId,
    entry,
    url: response.url,
    contentType: response.headers.get('content-type') ?? null,
  }
}
