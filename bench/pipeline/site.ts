import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { WebPage } from './webPages.ts'

/** A loopback web of many hosts that serves the pages and the feeds that list them. */
export interface BenchSite {
  /** One feed URL a line. */
  readonly feedList: string
  /** `host:port` of every host. */
  readonly hosts: readonly string[]
  /** Time of the first request for a page, ms; null before. */
  readonly firstPageMs: () => number | null
  close(): Promise<void>
}

const entriesPerFeed = 100

/** Every host, a port of its own, serves its pages and feeds of them at `/feed/<number>`. */
export async function startBenchSite(pages: readonly WebPage[]): Promise<BenchSite> {
  let firstPageMs: number | null = null
  const byHost = Map.groupBy(pages, ({ host }) => host)
  const started = [...byHost.values()].map((own) =>
    startHost(own, () => {
      firstPageMs ??= Date.now()
    }),
  )
  const hosts = await Promise.all(started)
  return {
    feedList: `${hosts.flatMap(({ feeds }) => feeds).join('\n')}\n`,
    hosts: hosts.map(({ host }) => host),
    firstPageMs: () => firstPageMs,
    async close() {
      await Promise.all(hosts.map(({ server }) => end(server)))
    },
  }
}

async function startHost(pages: readonly WebPage[], pageAsked: () => void) {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const serve: RequestListener = (request, response) => {
    const path = request.url ?? '/'
    const page = byPath.get(path)
    if (page) {
      pageAsked()
      response.writeHead(200, { 'content-type': page.contentType, 'content-encoding': 'gzip' })
      return response.end(page.gzip)
    }
    const feed = /^\/feed\/(\d+)$/.exec(path)?.[1]
    if (feed === undefined) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' })
    return response.end(renderFeed(pages, Number(feed), `http://${host}`))
  }
  const server = createServer(serve).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const feeds = Array.from(
    { length: Math.ceil(pages.length / entriesPerFeed) },
    (_, at) => `http://${host}/feed/${at}`,
  )
  return { server, host, feeds }
}

async function end(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}

function renderFeed(pages: readonly WebPage[], number: number, origin: string): string {
  const items = pages
    .slice(number * entriesPerFeed, (number + 1) * entriesPerFeed)
    .map(
      ({ path }) =>
        `<item><title>Entry</title><link>${origin}${path}</link><guid>${origin}${path}</guid></item>`,
    )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Bench</title>${items.join('')}</channel></rss>`
}
