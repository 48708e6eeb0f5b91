import { isoDate, mailDate } from './dates.ts'
import { type Markup, markup, verbatim } from './markup.ts'
import type { DemoFeedFormat, Outlet } from './outletTypes.ts'

/** One entry of a sample feed. */
export interface FeedItem {
  /** Absolute, with tracking parameters where the outlet adds them. */
  readonly url: string
  readonly guid: string
  readonly title: string
  readonly summary: string
  readonly paragraphs: readonly string[]
  readonly author: string | null
  readonly publishedMs: number
}

/** What a feed says of its publisher, and how it is written. */
export type FeedOutlet = Pick<Outlet, 'id' | 'name' | 'town' | 'lang' | 'utcOffsetMinutes'> & {
  readonly feed: Pick<Outlet['feed'], 'format' | 'charset'>
}

/** One sample feed at one moment, newest entry first. */
export interface FeedDocument {
  readonly outlet: FeedOutlet
  readonly homeUrl: string
  readonly feedUrl: string
  readonly updatedMs: number
  /** RSS only; said when it is above 0. */
  readonly ttlMinutes?: number
  readonly items: readonly FeedItem[]
}

function declaration({ outlet }: FeedDocument): Markup {
  return verbatim(`<?xml version="1.0" encoding="${outlet.feed.charset}"?>\n`)
}

function rssItem(item: FeedItem, outlet: FeedOutlet): Markup {
  const html = markup`${item.paragraphs.map((text) => markup`<p>${text}</p>`)}`.markup
  const content = verbatim(`<content:encoded><![CDATA[${html}]]></content:encoded>\n`)
  return markup`<item>
<title>${item.title}</title>
<link>${item.url}</link>
<guid isPermaLink="false">${item.guid}</guid>
<pubDate>${mailDate(item.publishedMs, outlet.utcOffsetMinutes)}</pubDate>
${item.author !== null && markup`<dc:creator>${item.author}</dc:creator>\n`}<description>${item.summary}</description>
${outlet.feed.format === 'rss-full' && content}</item>
`
}

function rssFeed(feed: FeedDocument): Markup {
  const { outlet } = feed
  return markup`${declaration(feed)}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${outlet.name}</title>
<link>${feed.homeUrl}</link>
<description>${outlet.name}, ${outlet.town}</description>
<language>${outlet.lang}</language>
<lastBuildDate>${mailDate(feed.updatedMs, outlet.utcOffsetMinutes)}</lastBuildDate>
${(feed.ttlMinutes ?? 0) > 0 && markup`<ttl>${feed.ttlMinutes ?? 0}</ttl>\n`}<atom:link href="${feed.feedUrl}" rel="self" type="application/rss+xml"/>
${feed.items.map((item) => rssItem(item, outlet))}</channel>
</rss>
`
}

function atomEntry(item: FeedItem, outlet: FeedOutlet): Markup {
  const published = isoDate(item.publishedMs, outlet.utcOffsetMinutes)
  return markup`<entry>
<id>tag:${outlet.id}.example,2026:${item.guid}</id>
<title>${item.title}</title>
<link rel="alternate" type="text/html" href="${item.url}"/>
<published>${published}</published>
<updated>${published}</updated>
${item.author !== null && markup`<author><name>${item.author}</name></author>\n`}<summary>${item.summary}</summary>
</entry>
`
}

function atomFeed(feed: FeedDocument): Markup {
  const { outlet } = feed
  return markup`${declaration(feed)}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.lang}">
<id>${feed.homeUrl}</id>
<title>${outlet.name}</title>
<link rel="self" href="${feed.feedUrl}"/>
<link rel="alternate" type="text/html" href="${feed.homeUrl}"/>
<updated>${isoDate(feed.updatedMs, outlet.utcOffsetMinutes)}</updated>
<author><name>${outlet.name}</name></author>
${feed.items.map((item) => atomEntry(item, outlet))}</feed>
`
}

function rdfItem(item: FeedItem, outlet: FeedOutlet): Markup {
  return markup`<item rdf:about="${item.url}">
<title>${item.title}</title>
<link>${item.url}</link>
<description>${item.summary}</description>
<dc:date>${isoDate(item.publishedMs, outlet.utcOffsetMinutes)}</dc:date>
${item.author !== null && markup`<dc:creator>${item.author}</dc:creator>\n`}</item>
`
}

function rdfFeed(feed: FeedDocument): Markup {
  const { outlet, items } = feed
  return markup`${declaration(feed)}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${feed.feedUrl}">
<title>${outlet.name}</title>
<link>${feed.homeUrl}</link>
<description>${outlet.name}, ${outlet.town}</description>
<dc:language>${outlet.lang}</dc:language>
<items><rdf:Seq>
${items.map((item) => markup`<rdf:li rdf:resource="${item.url}"/>\n`)}</rdf:Seq></items>
</channel>
${items.map((item) => rdfItem(item, outlet))}</rdf:RDF>
`
}

function jsonFeed(feed: FeedDocument): Markup {
  const { outlet } = feed
  const items = feed.items.map((item) => ({
    id: item.guid,
    url: item.url,
    title: item.title,
    summary: item.summary,
    content_text: item.paragraphs[0] ?? '',
    date_published: isoDate(item.publishedMs, outlet.utcOffsetMinutes),
    authors: item.author === null ? undefined : [{ name: item.author }],
  }))
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    home_page_url: feed.homeUrl,
    feed_url: feed.feedUrl,
    language: outlet.lang,
    items,
  }
  return verbatim(JSON.stringify(document, null, 1))
}

const formats: Readonly<Record<DemoFeedFormat, (feed: FeedDocument) => Markup>> = {
  rss: rssFeed,
  'rss-full': rssFeed,
  atom: atomFeed,
  rdf: rdfFeed,
  json: jsonFeed,
}

/** The feed in its outlet's format, as text: the charset is named in it, the caller encodes. */
export function renderFeed(feed: FeedDocument): string {
  return formats[feed.outlet.feed.format](feed).markup
}
