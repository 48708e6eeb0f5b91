import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { onTestFinished } from 'vitest'

interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Uint8Array
}

/** What a path answers: a body, a whole reply, or a function that writes it. */
export type Route = string | Reply | ((request: IncomingMessage, response: ServerResponse) => void)

/** A publisher on the loopback interface. */
export interface NewsSite {
  /** `host:port`, as ALLOW_PRIVATE_HOSTS takes it. */
  readonly host: string
  url(path: string): string
  /** Adds a route or puts another in its place. */
  answer(path: string, route: Route): void
  /** Headers of every request for a path, in order. */
  requests(path: string): readonly IncomingHttpHeaders[]
  /** The server goes away: the address refuses connections from now on. */
  close(): Promise<void>
}

/** Serves the routes on a free port until the test ends; any other path is a 404. */
export async function openNewsSite(
  routes: Readonly<Record<string, Route>> = {},
): Promise<NewsSite> {
  const known = new Map(Object.entries(routes))
  const seen = new Map<string, IncomingHttpHeaders[]>()
  const server = createServer({ keepAlive: false }, (request, response) => {
    const path = request.url ?? '/'
    seen.set(path, [...(seen.get(path) ?? []), request.headers])
    const route = known.get(path) ?? { status: 404, body: 'no such page' }
    if (typeof route === 'function') route(request, response)
    else reply(route, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const close = async () => {
    if (!server.listening) return
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  onTestFinished(close)
  return {
    host,
    url: (path) => `http://${host}${path}`,
    answer: (path, route) => void known.set(path, route),
    requests: (path) => seen.get(path) ?? [],
    close,
  }
}

function reply(route: string | Reply, response: ServerResponse): void {
  const {
    status = 200,
    headers = {},
    body = '',
  } = typeof route === 'string' ? { body: route } : route
  const isText = typeof body === 'string'
  const type = isText && body.startsWith('<?xml') ? 'application/xml' : 'text/html; charset=utf-8'
  for (const [name, value] of Object.entries({ 'content-type': type, ...headers })) {
    response.setHeader(name, value)
  }
  response.writeHead(status).end(body)
}
