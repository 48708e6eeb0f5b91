import { createRoute, z } from '@hono/zod-openapi'
import type { SourceCounts } from '../sourceCounts.ts'
import { json, openApp, problem } from './openApp.ts'
import { SourceList } from './replies.ts'

const sourcesRoute = createRoute({
  method: 'get',
  path: '/sources',
  summary: 'Publishers: what they bring, how much of it is copied, how late it is seen',
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(1_000).default(200) }) },
  responses: { 200: json(SourceList, 'publishers'), 400: problem('wrong parameters') },
})

/** `/sources`. */
export function sourceRoutes(sources: SourceCounts) {
  return openApp().openapi(sourcesRoute, (c) =>
    c.json(sources.list(c.req.valid('query').limit), 200),
  )
}
