import type { RequestListener } from 'node:http'
import { demoEvents } from './events/index.ts'
import { type OpenDoor, openDoors } from './listening.ts'
import { outlets } from './outlets.ts'
import type { Outlet } from './outletTypes.ts'
import { planPublications } from './plan.ts'
import type { Publication, PublishedAddress } from './planTypes.ts'
import { type Reply, sendReply } from './replies.ts'
import { type Site, siteReply } from './site.ts'

/** How to run the sample web. */
export interface DemoWebOptions {
  /** The same port on every address; 0 = any port that is free on all of them. */
  readonly port: number
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Length of the news day in real time; 120 if left out. */
  readonly durationSeconds?: number
  readonly seed?: number
  /** `released` (default): texts come out one by one; `all`: the news day has just ended, everything is there. */
  readonly clock?: 'released' | 'all'
}

/** The running sample web. */
export interface DemoWeb {
  /** Plain text, one feed URL a line. */
  readonly feedListUrl: string
  readonly feeds: readonly string[]
  /** Addresses the web lives on, as CIDR. */
  readonly hosts: string
  /** When the news day started, milliseconds since 1970. */
  readonly startMs: number
  /** Everything there will ever be, in order of release. */
  readonly publications: readonly PublishedAddress[]
  /** What is out at a time in milliseconds since 1970. */
  readonly releasedBy: (ms: number) => readonly PublishedAddress[]
  /** Stops listening and cuts every connection. */
  readonly close: () => Promise<void>
}

const usualSeconds = 120
const usualSeed = 7
const feedListPath = '/feeds.txt'

/** State of the web that requests read: filled once the port is known. */
interface Newsroom {
  readonly origins: Map<string, string>
  readonly startMs: number
  readonly releasedNow: () => readonly Publication[]
}

function siteOf(outlet: Outlet, newsroom: Newsroom): Site {
  const originOf = (outletId: string): string => newsroom.origins.get(outletId) ?? ''
  const { startMs } = newsroom
  return { outlet, context: { originOf, startMs, released: newsroom.releasedNow() } }
}

function feedUrls(newsroom: Newsroom): readonly string[] {
  return outlets.map(({ id, feed }) => `${newsroom.origins.get(id) ?? ''}${feed.path}`)
}

function feedListReply(newsroom: Newsroom): Reply {
  const lines = ['# Feeds of the wirefold sample news web', ...feedUrls(newsroom), '']
  const body = Buffer.from(lines.join('\n'))
  const contentType = 'text/plain; charset=utf-8'
  return { status: 200, contentType, body, modifiedMs: null, cacheSeconds: 60 }
}

function handlerOf(outlet: Outlet, newsroom: Newsroom): RequestListener {
  return (request, response) => {
    const path = request.url ?? '/'
    const reply =
      path === feedListPath ? feedListReply(newsroom) : siteReply(siteOf(outlet, newsroom), path)
    sendReply({ request, response }, reply, outlet)
  }
}

function releaseFilter(
  publications: readonly Publication[],
  startMs: number,
): (ms: number) => readonly Publication[] {
  return (ms) => publications.filter(({ releaseSecond }) => startMs + 1000 * releaseSecond <= ms)
}

function rememberOrigins(newsroom: Newsroom, doors: readonly OpenDoor[]): void {
  outlets.forEach(({ id }, index) => {
    const door = doors[index]
    if (door !== undefined) newsroom.origins.set(id, `http://${door.host}:${door.port}`)
  })
}

function hostsOf(doors: readonly OpenDoor[]): string {
  return doors.every(({ host }) => host === '127.0.0.1') ? '127.0.0.1/32' : '127.0.1.0/24'
}

/** Starts the sample web on loopback addresses; rejects with EADDRINUSE where a given port is taken. */
export async function startDemoWeb(options: DemoWebOptions): Promise<DemoWeb> {
  const durationSeconds = options.durationSeconds ?? usualSeconds
  const startMs = options.now() - (options.clock === 'all' ? 1000 * durationSeconds : 0)
  const seed = options.seed ?? usualSeed
  const publications = planPublications(demoEvents, { seed, startMs, durationSeconds })
  const releasedBy = releaseFilter(publications, startMs)
  const origins = new Map<string, string>()
  const newsroom: Newsroom = { origins, startMs, releasedNow: () => releasedBy(options.now()) }
  const doors = await openDoors(
    outlets.map((outlet) => ({ host: outlet.host, handler: handlerOf(outlet, newsroom) })),
    options.port,
  )
  rememberOrigins(newsroom, doors)
  const withUrl = (publication: Publication): PublishedAddress => ({
    ...publication,
    url: (origins.get(publication.outletId) ?? '') + publication.path,
  })
  return {
    feedListUrl: (origins.get(outlets[0]?.id ?? '') ?? '') + feedListPath,
    feeds: feedUrls(newsroom),
    hosts: hostsOf(doors),
    startMs,
    publications: publications.map(withUrl),
    releasedBy: (ms) => releasedBy(ms).map(withUrl),
    close: async () => {
      await Promise.all(doors.map((door) => door.close()))
    },
  }
}
