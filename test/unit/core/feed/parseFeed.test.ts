import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseFeed } from '../../../../src/shared/core/feed/parseFeed.ts'
import type { Feed, FeedContext, FeedEntry } from '../../../../src/shared/core/feed/types.ts'

const fixtures = new URL('../../../fixtures/feed/', import.meta.url)

const goldens = readdirSync(fixtures)
  .filter((file) => !file.endsWith('.golden.json') && /\.(?:xml|json)$/.test(file))
  .map((file) => ({ file, name: file.split('.')[0] ?? file }))

function contextOf(name: string): FeedContext {
  return { url: `https://${name}.example/feeds/main`, contentType: null }
}

function read(text: string, context: Partial<FeedContext> = {}): Feed {
  const result = parseFeed(Buffer.from(text), { ...contextOf('paper'), ...context })
  if (!result.ok) throw new Error(result.message)
  return result.feed
}

function readEntry(inner: string, context: Partial<FeedContext> = {}): FeedEntry {
  const link = inner.includes('<link') ? '' : '<link>https://paper.example/1</link>'
  const [entry] = read(
    `<rss><channel><item>${link}${inner}</item></channel></rss>`,
    context,
  ).entries
  if (entry === undefined) throw new Error('no entry')
  return entry
}

function refusal(text: string): { code: string; message: string } {
  const result = parseFeed(Buffer.from(text), contextOf('paper'))
  if (result.ok) throw new Error('was accepted')
  return result
}

test.each(goldens)('reads $file as written down', ({ file, name }) => {
  const golden = file.replace(/\.(?:xml|json)$/, '.golden.json')
  const expected: unknown = JSON.parse(readFileSync(new URL(golden, fixtures), 'utf8'))
  expect(parseFeed(readFileSync(new URL(file, fixtures)), contextOf(name))).toEqual(expected)
})

test('resolves links against xml:base, else Content-Location, else the address of the feed', () => {
  const item = '<item><link>a/1</link></item>'
  const based = `<rss xml:base="https://base.example/x/"><channel>${item}</channel></rss>`
  const plain = `<rss><channel>${item}</channel></rss>`
  const contentLocation = 'https://copy.example/y/'
  expect(read(based, { contentLocation }).entries[0]?.url).toBe('https://base.example/x/a/1')
  expect(read(plain, { contentLocation }).entries[0]?.url).toBe('https://copy.example/y/a/1')
  expect(read(plain).entries[0]?.url).toBe('https://paper.example/feeds/a/1')
})

test('knows namespaces by their URI, whatever the prefix', () => {
  const feed = read(
    '<x:rss xmlns:x="http://backend.userland.com/rss2" xmlns:d="http://purl.org/dc/elements/1.1/"><x:channel>' +
      '<x:item><x:link>https://paper.example/1</x:link><d:creator>Ada</d:creator></x:item></x:channel></x:rss>',
  )
  expect(feed.entries[0]?.author).toBe('Ada')
})

test('knows common prefixes nobody declared', () => {
  expect(readEntry('<dc:creator>Ada</dc:creator>').author).toBe('Ada')
  expect(readEntry('<atom:updated>2024-01-02T03:04:05Z</atom:updated>').updatedAt).toBe(
    '2024-01-02T03:04:05Z',
  )
})

test('does not take the title of a picture for the title of the entry', () => {
  expect(readEntry('<media:title>photo</media:title><title>story</title>').title).toBe('story')
})

test('decodes entities once in titles that are HTML and not again', () => {
  expect(readEntry('<title>Fish &amp;amp;amp; chips</title>').title).toBe('Fish &amp; chips')
  expect(readEntry('<title><![CDATA[&lt;b&gt; is a tag]]></title>').title).toBe('<b> is a tag')
})

test('keeps an ampersand in an address that looks like an entity', () => {
  expect(readEntry('<link>https://paper.example/?a=1&copy=2</link>').url).toBe(
    'https://paper.example/?a=1&copy=2',
  )
})

test.each([
  ['mail@paper.example (Ada Byron)', 'Ada Byron'],
  ['Ada Byron (mail@paper.example)', 'Ada Byron'],
  ['Ada Byron &lt;mail@paper.example&gt;', 'Ada Byron'],
  ['mail@paper.example', 'mail@paper.example'],
])('reads the author %s as %s', (line, name) => {
  expect(readEntry(`<author>${line}</author>`).author).toBe(name)
})

test('counts the entries it leaves out for want of an address', () => {
  const feed = read('<rss><channel><item><title>a</title></item></channel></rss>')
  expect(feed).toMatchObject({ entries: [], entriesWithoutUrl: 1 })
})

test('does not take a url inside an RSS item for another entry', () => {
  const feed = read(
    '<rss><channel><item><link>https://paper.example/1</link><url>https://paper.example/2</url></item></channel></rss>',
  )
  expect(feed.entries.map((entry) => entry.url)).toEqual(['https://paper.example/1'])
})

test('takes the Content-Language header for want of a better claim', () => {
  expect(read('<rss/>', { contentLanguage: 'pt_BR' }).language).toBe('pt-BR')
})

test('reads at most 2,000 entries', () => {
  const item = '<item><link>https://paper.example/1</link></item>'
  expect(read(`<rss><channel>${item.repeat(2_100)}</channel></rss>`).entries).toHaveLength(2_000)
})

test('cuts titles, summaries and contents', () => {
  const entry = readEntry(
    `<title>${'t'.repeat(5_000)}</title><description>${'s '.repeat(5_000)}</description>` +
      `<content:encoded>${'c'.repeat(300_000)}</content:encoded>`,
  )
  expect(entry.title).toHaveLength(1_000)
  expect(entry.summary?.length).toBeLessThanOrEqual(2_000)
  expect(entry.contentHtml).toHaveLength(200_000)
})

test('refuses an empty document', () => {
  expect(refusal(' \n ').code).toBe('feed_empty')
})

test('tells where the feed of a web page is', () => {
  const page =
    '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head></html>'
  expect(refusal(page)).toMatchObject({
    code: 'feed_not_recognised',
    message:
      'this is a web page, not a feed: it announces the feed https://paper.example/rss.xml, use that',
  })
})

test.each([
  ['<!DOCTYPE html><p>Hello', 'this is a web page'],
  ['<sitemapindex/>', 'this is an index of sitemaps'],
  ['<opml version="2.0"/>', 'this is a list of feeds'],
  ['Not found', 'this is neither RSS'],
  ['{"items": 3}', 'this is neither RSS'],
])('says what %s is', (text, start) => {
  expect(refusal(text).message.startsWith(start)).toBe(true)
})

test('reads JSON Feeds with raw control characters in their strings', () => {
  const feed = read('{"items":[{"url":"https://paper.example/1","title":"two\nlines"}]}')
  expect(feed.entries[0]?.title).toBe('two lines')
})

function readAtomEntry(inner: string): FeedEntry | undefined {
  const link = '<link href="https://paper.example/1"/>'
  return read(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${link}${inner}</entry></feed>`)
    .entries[0]
}

test('keeps angle brackets in Atom text, unless they close a tag nobody announced', () => {
  expect(readAtomEntry('<title>The &lt;blink&gt; tag</title>')?.title).toBe('The <blink> tag')
  expect(readAtomEntry('<title>&lt;b&gt;Bold&lt;/b&gt; move</title>')?.title).toBe('Bold move')
})

test('writes XHTML content as HTML', () => {
  const content =
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">1 &lt; 2<br/>so</div></content>'
  expect(readAtomEntry(content)?.contentHtml).toBe('<div>1 &lt; 2<br>so</div>')
})
