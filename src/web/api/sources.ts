import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from '../../shared/context.ts'
import {
  type FollowedHealth,
  followedHealthOf,
  worseFirst,
} from '../../shared/core/polling/health.ts'
import { feedIdOf } from '../../shared/store/followedFeeds.ts'
import type { CountedSource, SourceCounts } from '../sourceCounts.ts'
import { json, openApp, problem } from './openApp.ts'
import { SourceList } from './replies.ts'

const sourcesRoute = createRoute({
  method: 'get',
  path: '/sources',
  summary:
    'Publishers: what they bring, how much of it is copied, how late it is seen, how their feeds do',
  request: {
    query: z.object({
      limit: z.coerce.number({ error: 'must be a number' }).int().min(1).max(1_000).default(200),
    }),
  },
  responses: { 200: json(SourceList, 'publishers'), 400: problem('wrong parameters') },
})

/** `/sources`. */
export function sourceRoutes(context: Context, counts: SourceCounts) {
  return openApp().openapi(sourcesRoute, async (c) => {
    const { sources, events } = counts.list(c.req.valid('query').limit)
    const [healths, names] = await Promise.all([
      loadHealths(context, sources),
      loadNames(context, sources),
    ])
    const listed = sources.map(({ feeds, newest: _, ...source }, at) => ({
      ...source,
      name: names[at] ?? null,
      ...worstOf(feeds.flatMap((url) => healths.get(feedIdOf(url)) ?? [])),
    }))
    return c.json({ sources: listed, events }, 200)
  })
}

/** How the feeds do that are followed, by id. */
async function loadHealths({ feeds }: Context, sources: readonly CountedSource[]) {
  const wanted = sources.flatMap((source) => source.feeds.map(feedIdOf))
  const followed = await feeds.followed(wanted)
  return new Map(followed.map((feed) => [feed.id, followedHealthOf(feed)]))
}

/** What the newest article of each calls its publisher. */
async function loadNames({ redis, keys }: Context, sources: readonly CountedSource[]) {
  const pipeline = redis.pipeline()
  for (const { newest } of sources) pipeline.hget(keys.article(newest), 'siteName')
  const answers = (await pipeline.exec()) ?? []
  return answers.map(([, name]) => name as string | null)
}

function worstOf(healths: readonly FollowedHealth[]) {
  const [worst] = healths.toSorted(worseFirst)
  return { health: worst?.status ?? null, why: worst?.why ?? null }
}
