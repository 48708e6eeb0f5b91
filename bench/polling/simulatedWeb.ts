import type { RequestListener } from 'node:http'
import { openDoors } from '../../demo/listening.ts'
import { answer } from './answers.ts'
import { type SimulatedFeed, shownAt } from './simulatedFeed.ts'

/** One request for a feed, as its server saw it. */
export interface Visit {
  readonly feed: SimulatedFeed
  readonly site: number
  readonly atMs: number
  readonly status: number
  /** Bytes of the body as sent. */
  readonly bytes: number
  /** Nothing had changed since the last whole answer. */
  readonly unchanged: boolean
}

/** A web of loopback addresses that serves the feeds, each at the moment of the run's clock. */
export interface SimulatedWeb {
  urlOf(feed: SimulatedFeed): string
  readonly visits: readonly Visit[]
  close(): Promise<void>
}

/** Site 0 is 127.1.0.1, site 1 is 127.1.0.2 and so on. */
function hostOf(site: number): string {
  return `127.1.${Math.floor(site / 250)}.${(site % 250) + 1}`
}

/** Starts the web; `now` is the clock of the run. */
export async function startSimulatedWeb(
  feeds: readonly SimulatedFeed[],
  now: () => number,
): Promise<SimulatedWeb> {
  const sites = new Set(feeds.map(({ site }) => site)).size
  const visits: Visit[] = []
  const handler = createHandler(feeds, { now, visits })
  const hosts = Array.from({ length: sites }, (_, site) => hostOf(site))
  const doors = await openDoors(
    hosts.map((host) => ({ host, handler })),
    0,
  )
  const originOf = (site: number) => `http://${doors[site]?.host}:${doors[site]?.port}`
  return {
    urlOf: ({ number, site }) => `${originOf(site)}/feed/${number}`,
    visits,
    async close() {
      await Promise.all(doors.map((door) => door.close()))
    },
  }
}

interface Log {
  readonly now: () => number
  readonly visits: Visit[]
}

function createHandler(feeds: readonly SimulatedFeed[], { now, visits }: Log): RequestListener {
  /** What each feed showed when it was last sent whole. */
  const sent = new Map<number, number>()
  return (request, response) => {
    const [, place, number] = /^\/(feed|moved)\/(\d+)$/.exec(request.url ?? '') ?? []
    const feed = feeds[Number(number)]
    if (!feed) {
      response.writeHead(404).end()
      return
    }
    const atMs = now()
    const { next } = shownAt(feed, atMs)
    const unchanged = sent.get(feed.number) === next
    response.on('close', () => {
      if (response.statusCode === 200 && response.writableFinished) sent.set(feed.number, next)
      const bytes = Number(response.getHeader('content-length') ?? 0)
      visits.push({ feed, site: feed.site, atMs, status: response.statusCode, bytes, unchanged })
    })
    const origin = `http://${request.headers.host}`
    answer({ feed, request, response, nowMs: atMs, origin, atNewAddress: place === 'moved' })
  }
}
