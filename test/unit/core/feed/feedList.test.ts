import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFeedList } from '../../../../src/shared/core/feed/opml.ts'

test('reads one address a line, comments and empty lines left out', () => {
  const list = parseFeedList(
    '# my feeds\r\n\r\nhttps://a.example/rss  # the first\nhttp://b.example/\n',
  )
  expect(list).toEqual({
    feeds: [
      { url: 'https://a.example/rss', title: null },
      { url: 'http://b.example/', title: null },
    ],
    problems: [],
  })
})

test('keeps a fragment that is not a comment', () => {
  expect(parseFeedList('https://a.example/#top').feeds[0]?.url).toBe('https://a.example/#top')
})

test('folds repeats', () => {
  expect(parseFeedList('https://A.example\nhttps://a.example/').feeds).toHaveLength(1)
})

test('names the line of each problem and says what to do', () => {
  const text =
    'a.example/rss\nftp://a.example/\nhttps://me:secret@a.example/\nhttps://a b/\nhttps://'
  expect(parseFeedList(text).problems).toEqual([
    'line 1: "a.example/rss" is no URL: did you mean https://a.example/rss?',
    'line 2: "ftp://a.example/" cannot be polled: only http and https can',
    'line 3: an address with a user name or password: take the credentials out',
    'line 4: "https://a b/" holds white space: write one URL a line, comments after #',
    'line 5: "https://" is no valid URL: check its host name and length',
  ])
})

test('reads nested outlines of OPML with titles and lines', () => {
  const opml = `<?xml version="1.0"?>
<opml version="2.0"><body>
  <outline text="Regions">
    <outline text="Coast &amp; sea" xmlUrl="https://coast.example/?a=1&amp;b=2"/>
    <outline title="City" text="x" XMLURL="https://city.example/rss"></outline>
    <outline text="Broken" xmlUrl="city"/>
  </outline>
</body></opml>`
  expect(parseFeedList(opml)).toEqual({
    feeds: [
      { url: 'https://coast.example/?a=1&b=2', title: 'Coast & sea' },
      { url: 'https://city.example/rss', title: 'City' },
    ],
    problems: ['line 6: "city" is no URL: did you mean https://city?'],
  })
})

test('says when XML is no OPML, and when OPML has no feeds', () => {
  expect(parseFeedList('<html></html>').problems[0]).toContain('neither OPML nor')
  expect(parseFeedList('<opml><body/></opml>').problems[0]).toContain('names no feed')
})

test('never throws and gives each address once', () => {
  const word = fc.constantFrom(
    'http://a.example/',
    'https://b.example',
    '<outline xmlUrl="http://a.example/">',
    '#',
    'x',
  )
  const line = fc.oneof(word, fc.string())
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const urls = parseFeedList(lines.join('\n')).feeds.map((feed) => feed.url)
      expect(new Set(urls).size).toBe(urls.length)
    }),
  )
})
