import fc from 'fast-check'
import { parseFeed as parseByFeedsmith } from 'feedsmith'
import { expect, test } from 'vitest'
import { parseFeed } from '../../../../src/shared/core/feed/parseFeed.ts'

/** What both parsers are asked of an entry. */
interface Facts {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly publishedMs: number
}

interface Format {
  /** The entries in this format. */
  readonly write: (entries: readonly Facts[]) => string
  /** The entries as feedsmith finds them, in its words for this format. */
  readonly read: (feed: Found) => readonly Readonly<Record<keyof Facts, string | undefined>>[]
}

interface FoundEntry {
  readonly id?: string
  readonly guid?: { readonly value?: string }
  readonly rdf?: { readonly about?: string }
  readonly link?: string
  readonly links?: readonly { readonly href?: string }[]
  readonly url?: string
  readonly title?: string | { readonly value?: string }
  readonly pubDate?: string
  readonly published?: string
  readonly date_published?: string
  readonly dc?: { readonly date?: string; readonly dates?: readonly string[] }
}

interface Found {
  readonly items?: readonly FoundEntry[]
  readonly entries?: readonly FoundEntry[]
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z')
const titleOf = ({ title }: FoundEntry) => (typeof title === 'object' ? title.value : title)
const each = (entries: readonly Facts[], write: (entry: Facts) => string) =>
  entries.map(write).join('\n  ')

const formats: Readonly<Record<string, Format>> = {
  rss: {
    write: (entries) =>
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>${each(
        entries,
        ({ id, url, title, publishedMs }) =>
          `<item><title><![CDATA[${title}]]></title><link>${escaped(url)}</link><guid isPermaLink="false">${id}</guid><pubDate>${new Date(publishedMs).toUTCString()}</pubDate></item>`,
      )}</channel></rss>`,
    read: ({ items = [] }) =>
      items.map((item) => ({
        id: item.guid?.value,
        url: item.link,
        title: titleOf(item),
        publishedMs: item.pubDate,
      })),
  },
  atom: {
    write: (entries) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><id>tag:paper</id>${each(
        entries,
        ({ id, url, title, publishedMs }) =>
          `<entry><title>${escaped(title)}</title><link rel="alternate" href="${escaped(url)}"/><id>${id}</id><published>${iso(publishedMs)}</published></entry>`,
      )}</feed>`,
    read: ({ entries = [] }) =>
      entries.map((entry) => ({
        id: entry.id,
        url: entry.links?.[0]?.href,
        title: titleOf(entry),
        publishedMs: entry.published,
      })),
  },
  rdf: {
    write: (entries) =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Paper</title></channel>${each(
        entries,
        ({ id, url, title, publishedMs }) =>
          `<item rdf:about="${id}"><title>${escaped(title)}</title><link>${escaped(url)}</link><dc:date>${iso(publishedMs)}</dc:date></item>`,
      )}</rdf:RDF>`,
    read: ({ items = [] }) =>
      items.map((item) => ({
        id: item.rdf?.about,
        url: item.link,
        title: titleOf(item),
        publishedMs: item.dc?.date ?? item.dc?.dates?.[0],
      })),
  },
  json: {
    write: (entries) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Paper',
        items: entries.map(({ id, url, title, publishedMs }) => ({
          id,
          url,
          title,
          date_published: iso(publishedMs),
        })),
      }),
    read: ({ items = [] }) =>
      items.map((item) => ({
        id: item.id,
        url: item.url,
        title: titleOf(item),
        publishedMs: item.date_published,
      })),
  },
}

const words = fc.constantFrom(
  ...'Council votes ferry “harbour” café Škoda 市場 новости R&D 5 % —'.split(' '),
)
const entry = fc.record({
  id: fc.uuid(),
  url: fc
    .tuple(fc.webPath(), fc.constantFrom('', '?a=1&b=2', '?q=caf%C3%A9'))
    .map(([path, query]) => `https://paper.example/news${path}${query}`),
  title: fc.array(words, { minLength: 1, maxLength: 8 }).map((all) => all.join(' ')),
  publishedMs: fc.integer({ min: 946_684_800, max: 1_893_456_000 }).map((s) => s * 1_000),
})

test.each(Object.keys(formats))('feedsmith reads the same entries in %s', (name) => {
  const format = formats[name]
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), (entries) => {
      const written = format?.write(entries) ?? ''
      const theirs = format?.read(parseByFeedsmith(written).feed as Found).map((found) => ({
        ...found,
        publishedMs: Date.parse(found.publishedMs ?? ''),
      }))
      const result = parseFeed(Buffer.from(written), {
        url: 'https://paper.example/feed',
        contentType: name === 'json' ? 'application/feed+json' : 'application/xml',
      })
      const ours =
        result.ok &&
        result.feed.entries.map(({ guid, url, title, publishedAt }) => ({
          id: guid,
          url,
          title,
          publishedMs: Date.parse(publishedAt ?? ''),
        }))
      expect(ours).toEqual(theirs)
      expect(ours).toEqual(entries)
    }),
  )
})
