import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { WebPage } from '../pipeline/webPages.ts'

/** A loopback web whose pages are made as they are published, and forgotten some time after they were fetched. */
export interface LoadWeb {
  readonly hosts: readonly string[]
  /** Puts a page on its host. Returns its URL. */
  publish(page: WebPage): string
  close(): Promise<void>
}

/** A page that was fetched is asked for again when its fetcher died or was too slow. */
const keptFetched = 5_000

/** Starts so many hosts, a port each; every one has an empty feed at `/feed`. */
export async function startLoadWeb(count: number): Promise<LoadWeb> {
  const pages = new Map<string, WebPage>()
  const fetched = new Set<string>()
  const noteFetched = (url: string) => {
    fetched.add(url)
    const [oldest] = fetched
    if (oldest === undefined || fetched.size <= keptFetched) return
    fetched.delete(oldest)
    pages.delete(oldest)
  }
  const serve: RequestListener = (request, response) => {
    const url = `http://${request.headers.host}${request.url}`
    const page = pages.get(url)
    if (page) {
      noteFetched(url)
      response.writeHead(200, { 'content-type': page.contentType, 'content-encoding': 'gzip' })
      response.end(page.gzip)
    } else if (request.url === '/feed') {
      response.writeHead(200, { 'content-type': 'application/rss+xml' })
      response.end('<rss version="2.0"><channel><title>Load</title></channel></rss>')
    } else response.writeHead(404).end()
  }
  const servers = await Promise.all(Array.from({ length: count }, () => listen(serve)))
  const hosts = servers.map(hostOf)
  return {
    hosts,
    publish(page) {
      const url = `http://${hosts[page.host]}${page.path}`
      pages.set(url, page)
      return url
    },
    close: () => stopAll(servers),
  }
}

/** Ends servers and what is connected to them. */
export async function stopAll(servers: readonly Server[]): Promise<void> {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
}

/** A server on a free loopback port. */
export async function listen(serve: RequestListener): Promise<Server> {
  const server = createServer(serve).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** `host:port` of a listening server. */
export function hostOf(server: Server): string {
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}
