import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFeedLinks } from '../../../../src/shared/core/feed/discovery.ts'
import { cleanUrl } from '../../../../src/shared/core/feed/feedUrl.ts'
import { cut, plainFromHtml } from '../../../../src/shared/core/feed/plainText.ts'

test.each([
  ['<p>One</p><p>two</p>', 'One two'],
  ['a <b>bo</b>ld word', 'a bold word'],
  ['line<br/>break', 'line break'],
  ['3 < 5 and 7 > 6', '3 < 5 and 7 > 6'],
  ['<script>alert(1)</script>text<style>a{}</style>', 'text'],
  ['before<!-- <b>hidden</b> -->after', 'beforeafter'],
  ['cut <a href="x', 'cut <a href="x'],
  ['&eacute;&nbsp;&#8211; &amp;lt;', 'é – &lt;'],
  ['co\u00adop', 'coop'],
])('turns %s into %s', (html, text) => {
  expect(plainFromHtml(html, 100)).toBe(text)
})

test('gives null when no text is left', () => {
  expect(plainFromHtml('<p> <img src="x"> </p>', 100)).toBeNull()
})

test('never cuts a character in half', () => {
  expect(cut('a😀', 2)).toBe('a')
  expect(cut('a😀', 3)).toBe('a😀')
})

const anyText = fc
  .uint8Array({ maxLength: 200 })
  .map((bytes) => Buffer.from(bytes).toString('utf16le'))

test('gives well-formed text within the maximum', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 20 }), (html, maximum) => {
      const text = plainFromHtml(html, maximum) ?? ''
      expect(text.length).toBeLessThanOrEqual(maximum)
      expect(text.isWellFormed()).toBe(true)
    }),
  )
})

test.each([
  ['https://a.example/x', 'https://a.example/x'],
  [' http://a.example ', 'http://a.example'],
  ['../y', 'https://base.example/y'],
  ['//c.example/z', 'https://c.example/z'],
  ['https://a.example/with space', 'https://a.example/with%20space'],
  ['javascript:alert(1)', null],
  ['mailto:a@a.example', null],
  ['https://me:secret@a.example/', null],
  ['https://me@a.example/', null],
  ['', null],
  [`https://a.example/${'x'.repeat(2_048)}`, null],
])('resolves %j to %j', (written, url) => {
  expect(cleanUrl(written, 'https://base.example/feeds/')).toBe(url)
})

test('finds the feeds a page announces in its head', () => {
  const page =
    '<html><head><link rel="stylesheet" href="a.css"><link rel="alternate" hreflang="de" href="/de">' +
    '<LINK REL="feed alternate" TYPE="application/atom+xml" HREF="atom.xml"></head>' +
    '<body><link rel="alternate" type="application/rss+xml" href="/late"></body></html>'
  expect(findFeedLinks(page, 'https://a.example/news/')).toEqual([
    'https://a.example/news/atom.xml',
  ])
})
