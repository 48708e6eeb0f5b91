import type { RequestListener } from 'node:http'
import { type WebPage, webPages } from '../pipeline/webPages.ts'
import { hostOf, listen, stopAll } from './web.ts'

/** A loopback web whose feeds show something new at every poll. */
export interface Flood {
  readonly hosts: readonly string[]
  readonly feeds: readonly string[]
  /** Entries shown so far. */
  offered(): number
  /** From now on the feeds show nothing. */
  end(): void
  close(): Promise<void>
}

interface Wish {
  readonly perSecond: number
  readonly pageBytes: number
  readonly hosts: number
}

/** A feed is polled once a second and shows so many entries. */
const entriesAPoll = 50
/** Pages are asked for again only when a fetch is repeated. */
const keptPages = 2_000
const endless = Number.MAX_SAFE_INTEGER

/** Starts so many hosts with so many feeds together; a page is made when it is asked for. */
export async function startFlood({ perSecond, pageBytes, hosts: count }: Wish): Promise<Flood> {
  const making = webPages({ count: endless, seed: 29, medianBytes: pageBytes, hosts: count })
  const pages = new Map<string, WebPage>()
  let [offered, isOpen] = [0, true]
  const pageAt = (url: string): WebPage | undefined => {
    const page = pages.get(url) ?? making.next().value ?? undefined
    if (page) pages.set(url, page)
    const [oldest] = pages.keys()
    if (oldest && pages.size > keptPages) pages.delete(oldest)
    return page
  }
  const newItems = (host: string) => {
    const first = offered
    if (isOpen) offered += entriesAPoll
    return Array.from({ length: offered - first }, (_, at) => itemOf(host, first + at)).join('')
  }
  const serve: RequestListener = (request, response) => {
    const host = String(request.headers.host)
    const path = String(request.url)
    if (path.startsWith('/feed')) {
      response.writeHead(200, { 'content-type': 'application/rss+xml' })
      return response.end(feedOf(newItems(host)))
    }
    const page = path.startsWith('/report') ? pageAt(host + path) : undefined
    if (!page) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': page.contentType, 'content-encoding': 'gzip' })
    return response.end(page.gzip)
  }
  const servers = await Promise.all(Array.from({ length: count }, () => listen(serve)))
  const hosts = servers.map(hostOf)
  return {
    hosts,
    feeds: Array.from(
      { length: Math.ceil(perSecond / entriesAPoll) },
      (_, at) => `http://${hosts[at % count]}/feed/${at}`,
    ),
    offered: () => offered,
    end() {
      isOpen = false
    },
    close: () => stopAll(servers),
  }
}

const itemOf = (host: string, number: number): string => {
  const url = `http://${host}/report/${number}`
  return `<item><title>Report ${number}</title><link>${url}</link><guid>${url}</guid></item>`
}

const feedOf = (items: string): string =>
  `<rss version="2.0"><channel><title>Flood</title>${items}</channel></rss>`
