import { COMMON_FEED_PATHS, sitemapsOfRobots } from '../../shared/core/feed/feedPlaces.ts'
import { cleanUrl, hasScheme } from '../../shared/core/feed/feedUrl.ts'
import { UsageError } from '../../shared/errors.ts'
import type { Probe, Prober } from './probe.ts'

/** How a feed was found. */
export type FoundBy = 'asked' | 'announced' | 'common path' | 'sitemap'

/** A feed that can be read, and how it was found. */
export interface FoundFeed {
  readonly by: FoundBy
  readonly probe: Probe
}

/** What a search brought. */
export interface Search {
  /** Every address asked, in order. */
  readonly tried: readonly Probe[]
  readonly feeds: readonly FoundFeed[]
}

/** Feeds that are read of those a page announces. */
const mostAnnounced = 5
const mostSitemaps = 3

/** The addresses an operator can mean; a bare domain is tried with https first. @throws UsageError */
export function addressesOf(written: string): readonly string[] {
  const candidates = hasWebScheme(written) ? [written] : [`https://${written}`, `http://${written}`]
  const urls = candidates.flatMap((candidate) => cleanUrl(candidate, null) ?? [])
  if (urls.length > 0 && !/\s/.test(written)) return urls.map((url) => new URL(url).href)
  throw new UsageError(
    `"${written}" is no address: give a domain, a home page or a feed, with http or https and without user name and password`,
  )
}

// `example.org:8080` is a host with a port and no scheme
function hasWebScheme(written: string): boolean {
  return hasScheme(written) && !/^[^/]+:\d+(\/|$)/.test(written)
}

/** Looks for feeds: the address itself, what its page announces, common paths, and last the sitemaps of robots.txt. */
export async function findFeeds(written: string, probe: Prober): Promise<Search> {
  const tried: Probe[] = []
  const ask = async (url: string) => {
    const answer = await probe(url)
    tried.push(answer)
    return answer
  }
  const start = await firstAnswer(addressesOf(written), ask)
  if (!start?.response) return { tried, feeds: [] }
  if (start.feed) return { tried, feeds: [{ by: 'asked', probe: start }] }
  for (const [by, urls, most] of placesOf(start, ask)) {
    const feeds: FoundFeed[] = []
    for (const url of await urls()) {
      const answer = await ask(url)
      if (answer.feed) feeds.push({ by, probe: answer })
      if (feeds.length >= most) break
    }
    if (feeds.length > 0) return { tried, feeds }
  }
  return { tried, feeds: [] }
}

type Ask = (url: string) => Promise<Probe>
type Place = readonly [by: FoundBy, urls: () => Promise<readonly string[]>, most: number]

function placesOf(start: Probe, ask: Ask): readonly Place[] {
  const { origin } = new URL(start.response?.url ?? start.url)
  return [
    ['announced', async () => start.announced.slice(0, mostAnnounced), mostAnnounced],
    ['sitemap', async () => start.sitemaps.slice(0, mostSitemaps), 1],
    ['common path', async () => COMMON_FEED_PATHS.map((path) => origin + path), 1],
    ['sitemap', () => sitemapsOf(`${origin}/robots.txt`, ask), 1],
  ]
}

async function firstAnswer(urls: readonly string[], ask: Ask): Promise<Probe | null> {
  let last: Probe | null = null
  for (const url of urls) {
    last = await ask(url)
    if (last.response) return last
  }
  return last
}

/** Sitemaps named in robots.txt; of an index its first children. */
async function sitemapsOf(robotsUrl: string, ask: Ask): Promise<readonly string[]> {
  const { response } = await ask(robotsUrl)
  const text = response ? Buffer.from(response.body).toString() : ''
  const [first, ...others] = sitemapsOfRobots(text, robotsUrl)
  if (first === undefined) return []
  const { sitemaps, feed } = await ask(first)
  return [...(feed ? [first] : sitemaps), ...others].slice(0, mostSitemaps)
}
