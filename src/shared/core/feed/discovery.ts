import { Parser } from 'htmlparser2'
import { cleanUrl } from './feedUrl.ts'

/** Types under which web pages announce feeds (RSS autodiscovery). */
const FEED_TYPES: ReadonlySet<string> = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
])

/** Feeds are announced in the head: this many characters, elements this deep, this many feeds. */
const HEAD_LIMIT = 200_000
const DEPTH_LIMIT = 64
const LINK_LIMIT = 20

type Attributes = Readonly<Record<string, string | undefined>>

function announcesFeed({ rel = '', type = '' }: Attributes): boolean {
  const relations = rel.toLowerCase().split(/\s+/)
  return relations.includes('alternate') && FEED_TYPES.has(type.trim().toLowerCase())
}

/** Absolute URLs of the feeds a web page announces in its head, in document order. */
export function findFeedLinks(html: string, pageUrl: string | null): string[] {
  const urls = new Set<string>()
  let depth = 0
  const parser = new Parser({
    onopentag(name, attributes: Attributes) {
      depth += 1
      const url = name === 'link' && announcesFeed(attributes) ? attributes['href'] : undefined
      const clean = url === undefined ? null : cleanUrl(url, pageUrl)
      if (clean !== null) urls.add(clean)
      if (name === 'body' || depth > DEPTH_LIMIT || urls.size === LINK_LIMIT) parser.pause()
    },
    onclosetag() {
      depth -= 1
    },
  })
  parser.write(html.slice(0, HEAD_LIMIT))
  return [...urls]
}
