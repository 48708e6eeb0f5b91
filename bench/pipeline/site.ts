import { once } from 'node:events'
import { createServer } from 'node:http'
import type { SamplePage } from '../../demo/pages.ts'

/** A loopback web of one address that serves the pages and the feeds that list them. */
export interface BenchSite {
  /** One feed URL a line. */
  readonly feedList: string
  readonly host: string
  /** Time of the first request for a page, ms; null before. */
  readonly firstPageMs: () => number | null
  close(): Promise<void>
}

const entriesPerFeed = 100

/** Serves pages at `/<number>/…` and feeds at `/feed/<number>`. */
export async function startBenchSite(pages: readonly SamplePage[]): Promise<BenchSite> {
  let firstPageMs: number | null = null
  const paths = pages.map(({ url }, number) => `/${number}${new URL(url).pathname}`)
  const byPath = new Map(paths.map((path, number) => [path, pages[number]]))
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const page = byPath.get(path)
    if (page) firstPageMs ??= Date.now()
    const feed = /^\/feed\/(\d+)$/.exec(path)?.[1]
    const body =
      page?.html ?? (feed === undefined ? null : renderFeed(paths, Number(feed), `http://${host}`))
    const type = page?.contentType ?? 'application/rss+xml; charset=utf-8'
    response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body ?? '')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const feeds = Array.from(
    { length: Math.ceil(pages.length / entriesPerFeed) },
    (_, at) => `http://${host}/feed/${at}`,
  )
  return {
    feedList: `${feeds.join('\n')}\n`,
    host,
    firstPageMs: () => firstPageMs,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function renderFeed(paths: readonly string[], number: number, origin: string): string {
  const items = paths
    .slice(number * entriesPerFeed, (number + 1) * entriesPerFeed)
    .map(
      (path) =>
        `<item><title>Entry</title><link>${origin}${path}</link><guid>${origin}${path}</guid></item>`,
    )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Bench</title>${items.join('')}</channel></rss>`
}
