import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFeed } from '../../../../src/shared/core/feed/parseFeed.ts'
import type { FeedResult } from '../../../../src/shared/core/feed/types.ts'

const context = { url: 'https://paper.example/feed', contentType: 'application/xml' }

function parse(text: string): FeedResult {
  return parseFeed(Buffer.from(text), context)
}

function firstTitle(result: FeedResult): string | null | undefined {
  return result.ok ? result.feed.entries[0]?.title : undefined
}

function withTitle(doctype: string, title: string): string {
  const item = `<item><link>https://paper.example/1</link><title>${title}</title></item>`
  return `${doctype}<rss><channel>${item}</channel></rss>`
}

test('refuses elements nested 200,000 deep', () => {
  const deep = `<rss><channel>${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`
  expect(parse(deep)).toMatchObject({ ok: false, code: 'feed_too_deep' })
})

test('does not expand entities inside entities', () => {
  const doctype =
    '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
  expect(firstTitle(parse(withTitle(doctype, '&c;')))).toBe('&b;&b;&b;&b;')
})

test('bounds what entities add up to', () => {
  const doctype = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(256)}">]>`
  const item = `<item><link>https://paper.example/1</link><content>${'&a;'.repeat(60_000)}</content></item>`
  const result = parse(`${doctype}<rss><channel>${item.repeat(2)}</channel></rss>`)
  const sizes = result.ok ? result.feed.entries.map((entry) => entry.contentHtml?.length) : []
  expect(sizes).toHaveLength(2)
  expect(sizes[1]).toBe('&a;'.length * 60_000)
})

test('never reads external entities', () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
  expect(firstTitle(parse(withTitle(doctype, 'x &a; y')))).toBe('x &a; y')
})

test('stops at a tag with a flood of attributes and keeps what came before', () => {
  const flood = Array.from({ length: 5_000 }, (_, index) => `a${index}=""`).join(' ')
  const item = '<item><link>https://paper.example/1</link></item>'
  const result = parse(`<rss><channel>${item}<item ${flood}/>${item}</channel></rss>`)
  expect(result.ok && result.feed.entries.length).toBe(1)
})

test('is not confused by labels that are names of object members', () => {
  const xml =
    '<?xml version="1.0" encoding="constructor"?><rss><channel><item><link>https://paper.example/1</link>' +
    '<title type="__proto__">é</title><toString:title>x</toString:title></item></channel></rss>'
  expect(firstTitle(parse(xml))).toBe('é')
})

const piece = fc.constantFrom(
  ...'<rss> <channel> <item> <feed> <entry> <title> </title> <link> </link> <link href="http://h.example/"/>'.split(
    ' ',
  ),
  ...'</item> </entry> <![CDATA[ ]]> <!-- --> & &amp; &lt; < > " \' <a b= xmlns:x="y" http://h.example/1'.split(
    ' ',
  ),
  ...['<!DOCTYPE x [', '<!ENTITY a "b">', ']>', '\u0000', '\ud800', ' ', '{"items":[', ']}'],
)

const noise = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => Buffer.from(pieces.join(''))),
  fc
    .array(piece, { maxLength: 60 })
    .map((pieces) => Buffer.from(`<rss><channel><item>${pieces.join('')}`)),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
)

test('never throws, and gives only absolute http addresses and plain bounded text', () => {
  fc.assert(
    fc.property(noise, (bytes) => {
      const result = parseFeed(bytes, context)
      if (!result.ok) return
      for (const entry of result.feed.entries) {
        expect(entry.url).toMatch(/^https?:\/\//i)
        expect(entry.title ?? 'x').toMatch(/^\S(?:.*\S)?$/su)
        expect(entry.title?.isWellFormed() ?? true).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
