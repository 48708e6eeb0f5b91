import { revisionHoursOf } from '../shared/config.ts'
import type { Context } from '../shared/context.ts'
import { siteOf } from '../shared/core/polling/politeness.ts'
import { messageOf } from '../shared/errors.ts'
import { type Running, repeat } from '../shared/lifecycle.ts'
import { type Entry, jobIdOf } from '../shared/schemas.ts'
import type { PlannedCheck } from '../shared/store/pageChecks.ts'

const tickMs = 2_000
const hourMs = 3_600_000
/** A look that was not planned on by then is planned again. */
const leaseMs = 600_000
const mostAtOnce = 50

/** Looks at young pages again, as REVISION_CHECKS says, until closed; not while the pipeline is behind. */
export function startPageChecks(context: Context, pressure: { mayPoll(): boolean }): Running {
  const tick = async () => {
    if (!pressure.mayPoll()) return
    const claim = { nowMs: context.now(), leaseMs, limit: mostAtOnce }
    for (const planned of await context.pageChecks.claim(claim)) await lookAgain(context, planned)
  }
  return repeat(tickMs, tick, (error) =>
    context.log.debug(`looking at pages again: ${messageOf(error)}`),
  )
}

/** Plans the first look at a page just fetched. */
export async function planFirstCheck(
  context: Context,
  entry: Entry,
  facts: Omit<PlannedCheck['check'], 'number'>,
): Promise<void> {
  await planCheck(context, { entry, check: { ...facts, number: 1 } })
}

/** First the job, then the next look: a crash in between repeats a job that is dropped as known. */
async function lookAgain(context: Context, { entry, check }: PlannedCheck): Promise<void> {
  const { pageChecks, queues, now, config } = context
  if (!(await context.entries.isArticle(entry.entryId))) return pageChecks.end(entry.entryId)
  const hour = Math.floor(now() / hourMs)
  const most = config.REVISION_CHECKS_PER_HOUR
  if (await pageChecks.mayAsk(siteOf(new URL(entry.url)), { hour, most })) {
    const payload: Entry = { ...entry, version: `check${check.number}`, check }
    await queues.enqueue('fetch', [{ id: jobIdOf(payload), payload }])
  }
  await planCheck(context, { entry, check: { ...check, number: check.number + 1 } })
}

/** Plans a look as long after the first sight as its number says; none when there are no more. */
async function planCheck({ pageChecks, config }: Context, planned: PlannedCheck): Promise<void> {
  const { entry, check } = planned
  const hours = revisionHoursOf(config)[check.number - 1]
  if (hours === undefined) return pageChecks.end(entry.entryId)
  await pageChecks.plan(planned, entry.firstSeenMs + hours * hourMs)
}
