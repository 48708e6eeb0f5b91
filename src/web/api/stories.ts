import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from '../../shared/context.ts'
import { loadLineage, type StoryLineage } from '../../shared/store/lineage.ts'
import type { ReadModel } from '../readModel.ts'
import type { StoryFacts } from '../storyFacts.ts'
import type { ListPosition } from '../storyIndex.ts'
import { json, openApp, problem } from './openApp.ts'
import { type StoryArticle, StoryDetail, StoryList, storyId } from './replies.ts'

/** What the routes of stories work with. */
export interface StoryParts {
  readonly context: Context
  readonly model: ReadModel
  readonly facts: StoryFacts
}

const cursorPattern = /^(\d{1,15})\.(s[0-9a-f]{20})$/

const ListQuery = z.object({
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en')
    .optional(),
  source: z
    .string()
    .regex(/^[\w.:-]{1,253}$/, 'must be a host')
    .optional(),
  since: z.iso
    .datetime({ offset: true, error: 'must be an ISO time such as 2026-01-31T12:00:00Z' })
    .optional(),
  minSize: z.coerce.number({ error: 'must be a number' }).int().min(1).max(1e6).optional(),
  text: z.string().min(1).max(200).optional(),
  state: z.enum(['open', 'closed']).optional(),
  limit: z.coerce.number({ error: 'must be a number' }).int().min(1).max(200).default(50),
  cursor: z.string().regex(cursorPattern, 'must be the `next` of an earlier answer').optional(),
})

const listRoute = createRoute({
  method: 'get',
  path: '/stories',
  summary: 'Stories, newest change first',
  request: { query: ListQuery },
  responses: { 200: json(StoryList, 'a page of stories'), 400: problem('wrong parameters') },
})

const storyRoute = createRoute({
  method: 'get',
  path: '/stories/{id}',
  summary: 'One story with its articles and who copied from whom',
  request: { params: z.object({ id: storyId }) },
  responses: {
    200: json(StoryDetail, 'the story'),
    308: { description: 'it went into another story: see Location' },
    404: problem('no such story'),
  },
})

/** `/stories` and `/stories/{id}`. */
export function storyRoutes({ context, model, facts }: StoryParts) {
  return openApp()
    .openapi(listRoute, async (c) => {
      const { limit, cursor, since, ...filter } = c.req.valid('query')
      const sinceMs = since === undefined ? undefined : Date.parse(since)
      const page = model.stories.list({ ...filter, sinceMs }, positionOf(cursor), limit)
      const stories = [...(await facts.summarize(page.stories))]
      const next = page.next && `${page.next.updatedMs}.${page.next.id}`
      const { size: total } = model.stories
      return c.json({ stories, next, total, languages: [...model.stories.languages()] }, 200)
    })
    .openapi(storyRoute, async (c) => {
      const { id } = c.req.valid('param')
      const resolved = await context.stories.resolve(id)
      if (resolved !== id) return c.redirect(c.req.path.replace(id, resolved), 308)
      const listed = model.stories.get(id)
      if (!listed) return c.json({ error: `no story ${id}` }, 404)
      const [story] = await facts.summarize([listed])
      if (!story) return c.json({ error: `no story ${id}` }, 404)
      const traced = await loadLineage(context, id)
      return c.json(
        { story, articles: articlesOf(traced), first: traced.lineage.first.overall },
        200,
      )
    })
}

function positionOf(cursor: string | undefined): ListPosition | null {
  const match = cursorPattern.exec(cursor ?? '')
  return match?.[2] ? { updatedMs: Number(match[1]), id: match[2] } : null
}

function articlesOf({ articles, lineage }: StoryLineage): StoryArticle[] {
  const nodes = new Map(lineage.nodes.map((node) => [node.id, node]))
  return [...articles.values()].map((article) => {
    const { id, url, title, source, siteName, lang, revision, lead, stub, credit } = article
    const { relation, relatedTo, jaccard, containment } = article
    const node = nodes.get(id)
    return {
      ...{ id, url, title, source, siteName, lang, revision, lead, stub, credit },
      ...{ relation, relatedTo, jaccard, containment },
      publishedAt: article.claimedMs === null ? null : new Date(article.claimedMs).toISOString(),
      firstSeenAt: new Date(article.seenMs).toISOString(),
      parent: node?.parent ?? null,
      share: node?.share ?? 0,
      confidence: node?.confidence ?? 0,
      evidence: [...(node?.evidence ?? [])],
      origin: node?.origin ?? null,
      isOrigin: node?.isOrigin ?? false,
    }
  })
}
