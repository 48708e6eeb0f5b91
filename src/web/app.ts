import { OpenAPIHono } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import type { Context } from '../shared/context.ts'
import { messageOf } from '../shared/errors.ts'
import { type Bindings, limitRate, tokenNeeded } from './access.ts'
import { articleRoutes } from './api/articles.ts'
import { eventRoutes } from './api/events.ts'
import { sourceRoutes } from './api/sources.ts'
import { statusRoutes } from './api/status.ts'
import { storyRoutes } from './api/stories.ts'
import { storiesAsAtom } from './atom.ts'
import { loadPageFiles, type PageFiles } from './pageFiles.ts'
import { queueBoard, queueBoardPath } from './queueBoard.ts'
import type { ReadModel } from './readModel.ts'
import { createStoryFacts } from './storyFacts.ts'

const atomStories = 100
const apiFacts = {
  openapi: '3.1.0',
  info: {
    title: 'wirefold',
    version: '1',
    description:
      'Stories folded from news feeds. Read-only. Within version 1 fields are only added.',
  },
}

/** The web role as one function from request to answer. */
export function createApp(context: Context, model: ReadModel): OpenAPIHono<Bindings> {
  const { config, log, now } = context
  const app = new OpenAPIHono<Bindings>()
  app.onError((error, c) => {
    log.warn(`web: ${messageOf(error)}`)
    return c.json({ error: 'this went wrong here, not there: see the log' }, 500)
  })
  app.notFound((c) => c.json({ error: `nothing at ${c.req.path}` }, 404))
  app.get('/healthz', (c) => {
    const isHealthy = context.redis.status === 'ready'
    return c.text(isHealthy ? 'ok\n' : 'Redis is away\n', isHealthy ? 200 : 503)
  })
  const page = loadPageFiles()
  app.use(secureHeaders({ contentSecurityPolicy: policyOf(page) }))
  if (config.HTTP_CORS_ORIGINS.length > 0)
    app.use('/api/*', cors({ origin: [...config.HTTP_CORS_ORIGINS], allowMethods: ['GET'] }))
  if (config.HTTP_TOKEN) app.use(tokenNeeded(config.HTTP_TOKEN))
  app.use('/api/*', limitRate(config.HTTP_REQUESTS_PER_MINUTE, now))
  app.use('/page/*', compress())
  app.use('/api/stories/*', compress())
  const facts = createStoryFacts(context)
  app.route('/api', storyRoutes({ context, model, facts }))
  app.route('/api', articleRoutes(context))
  app.route('/api', sourceRoutes(context, model.sources))
  app.route('/api', statusRoutes(context))
  app.route('/api', eventRoutes(context, model.place))
  app.doc31('/api/openapi.json', apiFacts)
  // it can change things: never without a token
  if (config.HTTP_TOKEN) app.route(queueBoardPath, queueBoard(context))
  app.get('/feeds/stories.atom', (c) => {
    const { stories } = model.stories.list({}, null, atomStories)
    const body = storiesAsAtom(stories, new URL(c.req.url).origin)
    return c.body(body, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
  })
  app.get('/', (c) => c.html(page.document))
  app.get('/page/*', (c) => {
    const file = page.files.get(c.req.path)
    if (!file) return c.notFound()
    return c.body(file.body, 200, { 'content-type': file.contentType, 'cache-control': 'no-cache' })
  })
  return app
}

/** Nothing but what this server sends: no text of a page can run, and no request leaves the host. */
function policyOf({ scriptSources }: PageFiles) {
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", ...scriptSources],
    imgSrc: ["'self'", 'data:'],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  }
}
