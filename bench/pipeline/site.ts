import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { WebPage } from './webPages.ts'

/** A loopback web of many hosts that serves the pages and the feeds that list them. */
export interface BenchSite {
  /** URLs of the feeds of a round, counted from 0. */
  readonly feeds: (round: number) => readonly string[]
  /** `host:port` of every host. */
  readonly hosts: readonly string[]
  /** Time of the first request for a page of a round, ms; null before. */
  readonly firstPageMs: (round: number) => number | null
  close(): Promise<void>
}

const entriesPerFeed = 100

/** Every host, a port of its own, serves its pages, and feeds of those of a round at `/feed/<round>/<number>`. */
export async function startBenchSite(rounds: readonly (readonly WebPage[])[]): Promise<BenchSite> {
  const firstPageMs = new Map<number, number>()
  const pages = rounds.flatMap((own, round) => own.map((page) => ({ ...page, round })))
  const byHost = Map.groupBy(pages, ({ host }) => host)
  const started = [...byHost.values()].map((own) =>
    startHost(own, ({ round }) => {
      if (!firstPageMs.has(round)) firstPageMs.set(round, Date.now())
    }),
  )
  const hosts = await Promise.all(started)
  return {
    feeds: (round) => hosts.flatMap(({ feeds }) => feeds(round)),
    hosts: hosts.map(({ host }) => host),
    firstPageMs: (round) => firstPageMs.get(round) ?? null,
    async close() {
      await Promise.all(hosts.map(({ server }) => end(server)))
    },
  }
}

interface RoundPage extends WebPage {
  readonly round: number
}

async function startHost(pages: readonly RoundPage[], pageAsked: (page: RoundPage) => void) {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const byRound = Map.groupBy(pages, ({ round }) => round)
  const serve: RequestListener = (request, response) => {
    const path = request.url ?? '/'
    const page = byPath.get(path)
    if (page) {
      pageAsked(page)
      response.writeHead(200, { 'content-type': page.contentType, 'content-encoding': 'gzip' })
      return response.end(page.gzip)
    }
    const [, round, feed] = /^\/feed\/(\d+)\/(\d+)$/.exec(path) ?? []
    const listed = byRound.get(Number(round))
    if (!listed) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' })
    return response.end(renderFeed(listed, Number(feed), `http://${host}`))
  }
  const server = createServer(serve).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const feeds = (round: number): readonly string[] =>
    Array.from(
      { length: Math.ceil((byRound.get(round)?.length ?? 0) / entriesPerFeed) },
      (_, at) => `http://${host}/feed/${round}/${at}`,
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
