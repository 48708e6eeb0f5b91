import { createRoute } from '@hono/zod-openapi'
import type { Context } from '../../shared/context.ts'
import { followedHealthOf, worseFirst } from '../../shared/core/polling/health.ts'
import { stageNames } from '../../shared/stages.ts'
import { isBalanced } from '../../shared/store/entries.ts'
import { json, openApp } from './openApp.ts'
import { FeedList, Status } from './replies.ts'

const statusRoute = createRoute({
  method: 'get',
  path: '/status',
  summary: 'What became of every entry, and what waits',
  responses: { 200: json(Status, 'the ledger and the queues') },
})

const feedsRoute = createRoute({
  method: 'get',
  path: '/feeds',
  summary: 'Followed feeds with their health; those that are not well come first',
  responses: { 200: json(FeedList, 'at most 1,000 feeds') },
})

const mostFeeds = 1_000

/** `/status` and `/feeds`. */
export function statusRoutes({ entries, queues, feeds }: Context) {
  return openApp()
    .openapi(statusRoute, async (c) => {
      const ledger = await entries.ledger()
      const depths = stageNames.map(async (stage) => ({ stage, ...(await queues.depth(stage)) }))
      const { seen, inFlight, outcomes } = ledger
      const balanced = isBalanced(ledger)
      const facts = { seen, inFlight, balanced, outcomes: Object.fromEntries(outcomes) }
      return c.json({ ...facts, queues: await Promise.all(depths) }, 200)
    })
    .openapi(feedsRoute, async (c) => {
      const all = (await feeds.followed()).map(({ state, title, dueMs }) => ({
        url: state.url,
        title,
        ...followedHealthOf({ state, dueMs }),
        lastSuccessAt: isoOf(state.lastSuccessMs),
        nextPollAt: isoOf(dueMs),
        intervalSeconds: Math.round(state.intervalSeconds),
      }))
      return c.json({ feeds: all.sort(worseFirst).slice(0, mostFeeds), total: all.length }, 200)
    })
}

function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
