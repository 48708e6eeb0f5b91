import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from '../../shared/context.ts'
import { UsageError } from '../../shared/errors.ts'
import { compareArticles, type Explained, findExplained } from '../../shared/store/explained.ts'
import { json, openApp, problem } from './openApp.ts'
import { Article, articleId, Explanation } from './replies.ts'

const articleRoute = createRoute({
  method: 'get',
  path: '/articles/{id}',
  summary: 'One article: text, metadata, and the receipt of its decision',
  request: { params: z.object({ id: articleId }) },
  responses: { 200: json(Article, 'the article'), 404: problem('no such article') },
})

const name = z.string().min(1).max(2_000)

const explainRoute = createRoute({
  method: 'get',
  path: '/explain',
  summary: 'Why an article went where it went; with two, what they share',
  request: { query: z.object({ a: name, b: name.optional() }) },
  responses: {
    200: json(Explanation, 'receipts, and with two articles their overlap'),
    404: problem('no such article'),
  },
})

/** `/articles/{id}` and `/explain`. */
export function articleRoutes(context: Context) {
  return openApp()
    .openapi(articleRoute, async (c) => {
      const { id } = c.req.valid('param')
      const hash = await context.redis.hgetall(context.keys.article(id))
      if (hash['text'] === undefined) return c.json({ error: `no article ${id}` }, 404)
      return c.json(articleOf(hash, await context.stories.resolve(hash['story'] ?? '')), 200)
    })
    .openapi(explainRoute, async (c) => {
      const { a, b } = c.req.valid('query')
      try {
        const found = await Promise.all(
          [a, ...(b ? [b] : [])].map((one) => findExplained(context, one)),
        )
        const [first, second] = found
        const overlap = first && second ? compareArticles(first, second) : null
        return c.json({ articles: found.map(withoutText), overlap }, 200)
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        return c.json({ error: error.message }, 404)
      }
    })
}

/** A record of our own as the loose object that the API promises. */
const jsonOf = (value: object) => value as Record<string, never>

function withoutText({ text: _, receipt, ...rest }: Explained) {
  return { ...rest, receipt: jsonOf(receipt) }
}

function articleOf(hash: Readonly<Record<string, string>>, story: string): Article {
  const text = (field: string) => hash[field] ?? ''
  const share = (field: string) => (hash[field] === undefined ? null : Number(hash[field]))
  return {
    id: text('id'),
    url: text('url'),
    canonicalUrl: text('canonicalUrl'),
    title: text('title'),
    byline: hash['byline'] ?? null,
    source: text('source'),
    lang: text('lang'),
    publishedAt: hash['publishedAt'] ?? null,
    firstSeenAt: text('firstSeenAt'),
    paragraphs: text('text').split('\n\n'),
    story,
    relation: text('relation'),
    relatedTo: hash['relatedTo'] ?? null,
    jaccard: share('jaccard'),
    containment: share('containment'),
    revision: Number(hash['revision'] ?? 1),
    receipt: JSON.parse(hash['receipt'] ?? '{}') as Record<string, unknown>,
  }
}
