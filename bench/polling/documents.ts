import { encodeMarkup } from '../../demo/charsets.ts'
import { isoDate } from '../../demo/dates.ts'
import { type FeedDocument, type FeedItem, renderFeed } from '../../demo/feeds.ts'
import { markup } from '../../demo/markup.ts'
import { type SimulatedFeed, shownAt } from './simulatedFeed.ts'
import type { Format, Guids } from './traits.ts'

/** Types servers give to the formats. */
const contentTypes: Readonly<Record<Format, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  rdf: 'application/rdf+xml',
  json: 'application/feed+json',
  sitemap: 'application/xml',
}

/** Address of an entry on its site. */
export function entryPath({ number }: SimulatedFeed, entry: number): string {
  return `/${number}/report-${entry}`
}

/** The body of a feed at a moment, and its type. */
export function documentAt(
  feed: SimulatedFeed,
  { nowMs, origin }: { nowMs: number; origin: string },
): { readonly body: Buffer; readonly contentType: string } {
  const { format, charset, mislabelled, broken } = feed.traits
  const { oldest, next } = shownAt(feed, nowMs)
  const items: FeedItem[] = []
  for (let entry = next - 1; entry >= oldest; entry -= 1) items.push(itemOf(feed, entry, origin))
  const text =
    format === 'sitemap' ? renderSitemap(items) : renderFeed(inFormat(feed, items, origin))
  const body = encodeMarkup(broken ? breakOff(text) : text, charset)
  const named = mislabelled ? 'iso-8859-15' : charset
  return { body, contentType: `${contentTypes[format]}; charset=${named}` }
}

const guidOf: Readonly<Record<Guids, (feed: SimulatedFeed, entry: number) => string>> = {
  own: ({ number }, entry) => `${number}-${entry}`,
  one: ({ number }) => `section-${number}`,
  reused: ({ number }, entry) => `${number}-${entry % 40}`,
}

function itemOf(feed: SimulatedFeed, entry: number, origin: string): FeedItem {
  const { guids, tracking } = feed.traits
  return {
    url: `${origin}${entryPath(feed, entry)}${tracking ? `?utm_source=feed&utm_campaign=${entry}` : ''}`,
    guid: guidOf[guids](feed, entry),
    title: `Report ${entry} from the harbour — «Отчёт» à côté`,
    summary: `What happened at ${entry} o’clock, told again for section ${feed.number}.`,
    paragraphs: [],
    author: null,
    publishedMs: feed.times[entry] ?? 0,
  }
}

function inFormat(
  { number, traits }: SimulatedFeed,
  items: readonly FeedItem[],
  origin: string,
): FeedDocument {
  const format = traits.format === 'sitemap' ? 'rss' : traits.format
  return {
    outlet: {
      id: `section-${number}`,
      name: `Section ${number}`,
      town: 'Harbour',
      lang: 'en',
      utcOffsetMinutes: 0,
      feed: { format, charset: traits.charset },
    },
    homeUrl: `${origin}/`,
    feedUrl: `${origin}/feed/${number}`,
    updatedMs: items[0]?.publishedMs ?? 0,
    ttlMinutes: traits.ttlMinutes,
    items,
  }
}

function renderSitemap(items: readonly FeedItem[]): string {
  const urls = items.map(
    ({
      url,
      title,
      publishedMs,
    }) => markup`<url><loc>${url}</loc><news:news><news:publication><news:name>Harbour</news:name><news:language>en</news:language></news:publication><news:publication_date>${isoDate(publishedMs, 0)}</news:publication_date><news:title>${title}</news:title></news:news></url>
`,
  )
  return markup`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${urls}</urlset>
`.markup
}

/** Bare ampersands, and no end. */
function breakOff(text: string): string {
  return text.replaceAll('Report ', 'Q&A ').replace(/<\/channel>\s*<\/rss>\s*$|<\/feed>\s*$/, '')
}
