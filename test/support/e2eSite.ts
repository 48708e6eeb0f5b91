import { once } from 'node:events'
import { createServer } from 'node:http'
import { broadsheet, type Chrome, encoded, type Published } from './e2ePages.ts'

/** What a path answers; nothing said = 200, HTML in UTF-8. */
export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

interface Dress {
  readonly chrome?: Chrome
  readonly charset?: string
}

/** A publisher on a loopback port of its own. */
export interface Site {
  /** `http://127.0.0.1:port`. */
  readonly origin: string
  /** As in ALLOW_PRIVATE_HOSTS. */
  readonly host: string
  /** Requests for a path so far. */
  hits(path: string): number
  /** Answers a path from now on; a function is asked each time. Returns the URL. */
  reply(path: string, answer: Reply | (() => Reply)): string
  /** Puts an article at a path. Returns the URL. */
  publish(path: string, article: Published, dress?: Dress): string
  /** Puts a feed at a path, the body made anew for every request. Returns the URL. */
  feed(path: string, body: () => string): string
  close(): Promise<void>
}

const contentTypes = { page: 'text/html', feed: 'application/rss+xml; charset=utf-8' }

/** Opens a site; everything not put there answers 404. */
export async function openSite(): Promise<Site> {
  const replies = new Map<string, () => Reply>()
  const hits = new Map<string, number>()
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    hits.set(path, (hits.get(path) ?? 0) + 1)
    const { status = 200, headers = {}, body = '' } = replies.get(path)?.() ?? { status: 404 }
    response.writeHead(status, {
      'content-type': `${contentTypes.page}; charset=utf-8`,
      ...headers,
    })
    response.end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const origin = `http://${host}`
  const reply: Site['reply'] = (path, answer) => {
    replies.set(path, typeof answer === 'function' ? answer : () => answer)
    return `${origin}${path}`
  }
  return {
    origin,
    host,
    reply,
    hits: (path) => hits.get(path) ?? 0,
    publish(path, article, { chrome = broadsheet, charset = 'utf-8' } = {}) {
      return reply(path, {
        headers: { 'content-type': `${contentTypes.page}; charset=${charset}` },
        body: encoded(chrome(article), charset),
      })
    },
    feed: (path, body) =>
      reply(path, () => ({ headers: { 'content-type': contentTypes.feed }, body: body() })),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** `host:port` of a loopback port where nobody listens. */
export async function deadHost(): Promise<string> {
  const site = await openSite()
  await site.close()
  return site.host
}
