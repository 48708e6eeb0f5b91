import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleIdOf, canonicalizeUrl } from '../../../../src/shared/core/copies/canonicalUrl.ts'

const canonical = 'https://example.com/news/2024/caf%C3%A9-story?id=7&part=2'

test.each([
  ['http', 'http://example.com/news/2024/caf%C3%A9-story?id=7&part=2'],
  ['www', 'https://www.example.com/news/2024/caf%C3%A9-story?id=7&part=2'],
  ['a mobile host', 'https://m.example.com/news/2024/caf%C3%A9-story?id=7&part=2'],
  ['an AMP host', 'https://amp.example.com/news/2024/caf%C3%A9-story?id=7&part=2'],
  ['upper case in the host', 'HTTPS://Example.COM/news/2024/caf%C3%A9-story?id=7&part=2'],
  ['the default port', 'https://example.com:443/news/2024/caf%C3%A9-story?id=7&part=2'],
  ['a final dot in the host', 'https://example.com./news/2024/caf%C3%A9-story?id=7&part=2'],
  ['a user name', 'https://reader:secret@example.com/news/2024/caf%C3%A9-story?id=7&part=2'],
  ['a fragment', 'https://example.com/news/2024/caf%C3%A9-story?id=7&part=2#comments'],
  ['another order of the query', 'https://example.com/news/2024/caf%C3%A9-story?part=2&id=7'],
  ['campaign parameters', 'https://example.com/news/2024/caf%C3%A9-story?utm_source=x&id=7&part=2'],
  ['a click id', 'https://example.com/news/2024/caf%C3%A9-story?id=7&part=2&fbclid=IwAR0'],
  ['an ambiguous parameter', 'https://example.com/news/2024/caf%C3%A9-story?id=7&part=2&ref=front'],
  ['a final slash', 'https://example.com/news/2024/caf%C3%A9-story/?id=7&part=2'],
  ['double slashes', 'https://example.com//news//2024/caf%C3%A9-story?id=7&part=2'],
  ['an index file', 'https://example.com/news/2024/caf%C3%A9-story/index.html?id=7&part=2'],
  ['a final amp segment', 'https://example.com/news/2024/caf%C3%A9-story/amp/?id=7&part=2'],
  ['an .amp ending', 'https://example.com/news/2024/caf%C3%A9-story.amp?id=7&part=2'],
  ['an amp parameter', 'https://example.com/news/2024/caf%C3%A9-story?id=7&part=2&amp=1'],
  ['a decomposed accent', 'https://example.com/news/2024/cafe%CC%81-story?id=7&part=2'],
  ['an unescaped accent', 'https://example.com/news/2024/café-story?id=7&part=2'],
  ['a session id', 'https://example.com/news/2024/caf%C3%A9-story;jsessionid=A1?id=7&part=2'],
  [
    'a search redirect',
    'https://www.google.com/url?sa=t&q=https%3A%2F%2Fexample.com%2Fnews%2F2024%2Fcaf%25C3%25A9-story%3Fid%3D7%26part%3D2&usg=x',
  ],
  [
    'a search AMP viewer',
    'https://www.google.co.uk/amp/s/example.com/news/2024/caf%C3%A9-story/amp/?id=7&part=2',
  ],
  [
    'an AMP cache',
    'https://example-com.cdn.ampproject.org/c/s/example.com/news/2024/caf%C3%A9-story?id=7&part=2&amp_js_v=0.1',
  ],
  [
    'a social redirect',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fnews%2F2024%2Fcaf%25C3%25A9-story%3Fid%3D7%26part%3D2&h=AT0',
  ],
  [
    'an archived copy',
    'https://web.archive.org/web/20240102030405/https://example.com/news/2024/caf%C3%A9-story?id=7&part=2',
  ],
])('recognizes %s as the same page', (_, url) => {
  expect(canonicalizeUrl(url)).toBe(canonical)
})

test.each([
  ['https://example.com/a', 'https://example.com/b'],
  ['https://example.com/a?id=1', 'https://example.com/a?id=2'],
  ['https://example.com/?p=1', 'https://example.com/?p=2'],
  ['https://example.com/article?source=20240101', 'https://example.com/article?source=20240102'],
  ['https://sport.example.com/a', 'https://news.example.com/a'],
  ['https://m.co.uk/a', 'https://co.uk/a'],
  ['https://example.com/A', 'https://example.com/a'],
  ['https://example.com/a.html', 'https://example.com/a'],
  ['https://example.com/gear/amp-review', 'https://example.com/gear/review'],
  ['https://example.com/amp', 'https://example.com/'],
  ['https://example.com:8443/a', 'https://example.com/a'],
  ['https://example.com/#!/a', 'https://example.com/#!/b'],
])('keeps %s apart from %s', (a, b) => {
  expect(canonicalizeUrl(a)).not.toBe(canonicalizeUrl(b))
})

test.each([
  '',
  'news',
  '/news/1',
  'ftp://example.com/a',
  'mailto:a@example.com',
  'https://',
  'http:///',
])('has no canonical form for %j', (url) => {
  expect(canonicalizeUrl(url)).toBeNull()
})

test('keeps http where a port is given, so that the address stays usable', () => {
  expect(canonicalizeUrl('http://127.0.0.1:8080/a/')).toBe('http://127.0.0.1:8080/a')
})

test('gives up on a URL longer than any article has', () => {
  expect(canonicalizeUrl(`https://example.com/${'a'.repeat(5000)}`)).toBeNull()
})

test('unpacks a redirect inside a redirect', () => {
  const inner = 'https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fa'
  const outer = `https://www.google.com/url?q=${encodeURIComponent(inner)}`
  expect(canonicalizeUrl(outer)).toBe('https://example.com/a')
})

test('leaves a redirect to nowhere as it is', () => {
  expect(canonicalizeUrl('https://www.google.com/url?q=weather')).toBe(
    'https://google.com/url?q=weather',
  )
})

test('is not led astray by parameter names of JavaScript', () => {
  expect(canonicalizeUrl('https://example.com/?__proto__=1&constructor=2')).toBe(
    'https://example.com/?__proto__=1&constructor=2',
  )
})

const hostPart = fc.constantFrom(
  'www',
  'm',
  'amp',
  'mobile',
  'example',
  'com',
  'co',
  'uk',
  'google',
)
const pathPart = fc.oneof(
  fc.constantFrom(
    'amp',
    'url',
    'a.amp',
    'b-amp.html',
    'index.php',
    'c',
    's',
    'https:',
    '',
    '%',
    '..',
  ),
  fc.string(),
)
const queryPart = fc.tuple(
  fc.constantFrom('q', 'url', 'amp', 'ref', 'utm_x', 'id', 'm', ''),
  fc.oneof(fc.string(), fc.constantFrom('https://m.example.com/amp/a/', '1', '12345')),
)

test('is settled after one application', () => {
  const urls = fc
    .tuple(
      fc.constantFrom('http', 'https'),
      fc.array(hostPart, { minLength: 1, maxLength: 5 }),
      fc.array(pathPart, { maxLength: 6 }),
      fc.array(queryPart, { maxLength: 4 }),
    )
    .map(
      ([scheme, host, path, query]) =>
        `${scheme}://${host.join('.')}/${path.join('/')}?${new URLSearchParams(query)}`,
    )
  fc.assert(
    fc.property(fc.oneof(urls, fc.webUrl({ withQueryParameters: true })), (url) => {
      const once = canonicalizeUrl(url)
      if (once !== null) expect(canonicalizeUrl(once)).toBe(once)
    }),
    { numRuns: 1000 },
  )
})

test('never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      canonicalizeUrl(text)
      canonicalizeUrl(`https://example.com/${text}`)
    }),
  )
})

test('gives the same article id with either scheme', () => {
  const id = articleIdOf('https://example.com/a')
  expect(id).toMatch(/^a[0-9a-f]{20}$/)
  expect(articleIdOf('http://example.com/a')).toBe(id)
  expect(articleIdOf('https://example.com/b')).not.toBe(id)
})
