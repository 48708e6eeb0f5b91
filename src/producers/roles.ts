import { watchPressure } from '../shared/backpressure.ts'
import type { RoleOptions } from '../shared/child.ts'
import type { Context } from '../shared/context.ts'
import type { Running } from '../shared/lifecycle.ts'
import { runStage } from '../shared/runStage.ts'
import { startPageChecks } from './checkPages.ts'
import { createPageFetcher } from './fetchPage.ts'
import { pollOnce, startPolling } from './pollLoop.ts'
import { startWebSub } from './websub/websub.ts'

/** Role `producers`: polls feeds and fetches pages. */
export async function startProducers(
  context: Context,
  { once, tell }: RoleOptions,
): Promise<Running> {
  const fetching = runStage('fetch', createPageFetcher(context), context)
  const pressure = watchPressure(context, fetching)
  const polling = once
    ? pollOnce(context, pressure, () => tell('polled'))
    : startPolling(context, pressure)
  // whoever polls once waits neither for edits nor for hubs
  const checking = once ? null : startPageChecks(context, pressure)
  const webSub = once ? null : await startWebSub(context)
  return {
    async close() {
      await webSub?.close()
      await checking?.close()
      await polling.close()
      await pressure.close()
      await fetching.close()
    },
  }
}
