import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detourOf } from '../../../../src/shared/core/polling/detour.ts'

const page = 'https://www.paper.example/news/1'
const detour = (html: string, url = page) => detourOf(Buffer.from(html), url)
const refresh = (content: string) =>
  detour(`<html><head><meta http-equiv="Refresh" content="${content}"></head>`)
const canonical = (href: string) => `<link rel="canonical" href="${href}">`

test.each([
  ['0;url=/news/2', 'https://www.paper.example/news/2'],
  ['0; URL=https://other.example/x', 'https://other.example/x'],
  ["1;url='/news/2'", 'https://www.paper.example/news/2'],
  ['0, /news/2', 'https://www.paper.example/news/2'],
  ['0.5;url=2?a=1', 'https://www.paper.example/news/2?a=1'],
])('follows the refresh %j', (content, url) => {
  expect(refresh(content)).toEqual({ reason: 'refresh', url })
})

test.each(['300', '300;url=/news/2', '0;url=/news/1#top', '0;url=javascript:go()', '', 'soon'])(
  'does not follow the refresh %j',
  (content) => {
    expect(refresh(content)).toBeNull()
  },
)

test('does not follow what only browsers without scripts follow', () => {
  const html = '<head><noscript><meta http-equiv=refresh content="0;url=/nojs"></noscript></head>'
  expect(detour(html)).toBeNull()
})

test.each([
  ['<html amp>', `${page}/amp`, page, 'amp'],
  ['<html ⚡ lang=en>', `${page}?amp=1`, page, 'amp'],
  [
    '<html amp>',
    'https://www-paper-example.cdn.ampproject.org/c/s/www.paper.example/news/1/amp',
    page,
    'amp',
  ],
  ['<html>', `${page}?print=1`, page, 'print'],
  ['<html>', 'https://www.paper.example/print/news/1', page, 'print'],
  ['<html>', `${page}?view=print`, '/news/1', 'print'],
])('reads %s %s at its canonical address', (start, url, href, reason) => {
  expect(detour(`${start}<head>${canonical(href)}`, url)).toEqual({ reason, url: page })
})

test.each([
  ['a page that is its own canonical', `<html amp><head>${canonical(page)}`, page],
  ['a common page with another canonical', `<html><head>${canonical('/news/2')}`, page],
  [
    'an AMP page that names another publisher',
    `<html amp><head>${canonical('https://b.example/')}`,
    page,
  ],
  [
    'an article on printers',
    `<html><head>${canonical('/news/2')}`,
    'https://www.paper.example/print-shops-close',
  ],
  ['a canonical in the body', `<html amp><body>${canonical('/news/2')}`, page],
])('stays at %s', (_, html, url) => {
  expect(detour(html, url)).toBeNull()
})

test('takes any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => void detourOf(bytes, page)))
})

test('addresses in UTF-8 and with character references are read as written', () => {
  const html =
    '<html amp><head><link rel="canonical" href="/stra&szlig;e/žluť?a=1&amp;b=2"></head><body>'
  const detour = detourOf(Buffer.from(html), 'https://www.paper.example/amp/1')
  expect(detour?.url).toBe(new URL('https://www.paper.example/straße/žluť?a=1&b=2').href)
})
