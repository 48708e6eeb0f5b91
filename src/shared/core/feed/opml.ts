import { Parser } from 'htmlparser2'
import { dropDoctype, referenceDecoder } from './doctype.ts'
import { cleanUrl, hasScheme } from './feedUrl.ts'
import { cut, foldSpace } from './plainText.ts'

/** Feeds to follow, and what was wrong with the list; each problem names its line and says what to do. */
export interface FeedList {
  readonly feeds: readonly { readonly url: string; readonly title: string | null }[]
  readonly problems: readonly string[]
}

/** A line of a list, or an outline of OPML, that should name a feed. */
interface Listing {
  readonly line: number
  readonly written: string
  readonly title: string | null
}

/** Nesting of outlines beyond this is no list of feeds. */
const DEPTH_LIMIT = 64

const FEEDS_LIMIT = 200_000

const TITLE_LIMIT = 200

function readLines(text: string): Listing[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const written = line.replace(/(?:^|\s)#.*$/, '').trim()
    return written === '' ? [] : [{ line: index + 1, written, title: null }]
  })
}

/** Counts lines as the parser moves on, so that the whole text is read once. */
function createLineCounter(text: string): (index: number) => number {
  let line = 1
  let counted = 0
  return (index) => {
    for (; counted < index; counted += 1) if (text.charCodeAt(counted) === 0x0a) line += 1
    return line
  }
}

/** Outlines with an address, `xmlUrl` in any spelling (OPML 2.0, "Subscription lists"). */
function readOutlines(xml: string): Listing[] {
  const { text, entities } = dropDoctype(xml)
  const decode = referenceDecoder(entities)
  const lineAt = createLineCounter(text)
  const listings: Listing[] = []
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, { xmlurl, title, text: label }) {
        depth += 1
        if (depth > DEPTH_LIMIT || listings.length >= FEEDS_LIMIT) parser.pause()
        if (name !== 'outline' || xmlurl === undefined) return
        listings.push({
          line: lineAt(parser.startIndex),
          written: decode(xmlurl).trim(),
          title: foldSpace(decode(title || label || ''), TITLE_LIMIT),
        })
      },
      onclosetag() {
        depth -= 1
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(text)
  parser.end()
  return listings
}

function hasCredentials(written: string): boolean {
  const url = URL.parse(written)
  return url !== null && (url.username !== '' || url.password !== '')
}

function problemOf({ line, written }: Listing): string {
  const shown = `line ${line}: "${cut(written, 100)}"`
  if (/\s/.test(written))
    return `${shown} holds white space: write one URL a line, comments after #`
  if (!hasScheme(written)) return `${shown} is no URL: did you mean https://${cut(written, 100)}?`
  if (!/^https?:/i.test(written)) return `${shown} cannot be polled: only http and https can`
  // Not shown: problems end up in logs.
  if (hasCredentials(written)) {
    return `line ${line}: an address with a user name or password: take the credentials out`
  }
  return `${shown} is no valid URL: check its host name and length`
}

function collect(listings: readonly Listing[]): FeedList {
  const feeds = new Map<string, FeedList['feeds'][number]>()
  const problems: string[] = []
  for (const listing of listings.slice(0, FEEDS_LIMIT)) {
    const url = /\s/.test(listing.written) ? null : cleanUrl(listing.written, null)
    if (url === null) {
      problems.push(problemOf(listing))
      continue
    }
    const { href } = new URL(url)
    if (!feeds.has(href)) feeds.set(href, { url: href, title: listing.title })
  }
  return { feeds: [...feeds.values()], problems }
}

function problemsOfXml(text: string): string[] {
  return /<opml[\s>]/i.test(text.slice(0, 10_000))
    ? ['the OPML file names no feed: its outlines need an xmlUrl attribute']
    : [
        'this is neither OPML nor a list of URLs: give an OPML file, or a text file with one URL a line',
      ]
}

/** Reads a list of feeds: OPML, however nested, or text with one URL a line and `#` comments. Repeats are folded. */
export function parseFeedList(text: string): FeedList {
  const start = text.replace(/^\ufeff/, '').trimStart()
  if (!start.startsWith('<')) return collect(readLines(text.replace(/^\ufeff/, '')))
  const listings = readOutlines(text)
  return listings.length === 0 ? { feeds: [], problems: problemsOfXml(start) } : collect(listings)
}
