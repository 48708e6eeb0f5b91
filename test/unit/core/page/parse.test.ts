import { expect, test } from 'vitest'
import { outlineOf } from './pages.ts'

const texts = (html: string) => outlineOf(html).blocks.map((block) => block.text)

test('blocks end where block elements begin and end', () => {
  expect(texts('<div>one <b>bold</b> word<p>two</p>three</div>')).toEqual([
    'one bold word',
    'two',
    'three',
  ])
})

test('one line break is a space and two are a paragraph', () => {
  expect(texts('<p>a<br>b<br><br>c</p>')).toEqual(['a b', 'c'])
})

test('white space, soft hyphens and zero-width spaces fold away', () => {
  expect(texts('<p> Stra\u00adßen\u200bbahn\u00a0\n\n fährt </p>')).toEqual(['Straßenbahn fährt'])
})

test('tags that were escaped twice do not reach the text', () => {
  expect(texts('<p>before &lt;img src="x"&gt; after, and 3 &lt; 4</p>')).toEqual([
    'before after, and 3 < 4',
  ])
})

test('scripts, hidden elements and form fields have no text', () => {
  const html = `<script>a</script><style>b</style><div hidden>c</div><p style="display: none">d</p>
    <p aria-hidden="true">e</p><select><option>f</select><noscript>g</noscript><svg><text>h</text></svg><p>seen</p>`
  expect(texts(html)).toEqual(['seen'])
})

test('characters inside links are counted', () => {
  const [block] = outlineOf('<p>1234 <a href="/">56 <b>78</b></a> 90</p>').blocks
  expect(block).toMatchObject({ length: 10, linkLength: 4 })
})

test('head facts are taken from wherever they stand', () => {
  const { head } =
    outlineOf(`<html lang="sv"><body><title>Rubrik</title><meta property="OG:Title" content=" A  b ">
    <link rel="canonical" href="/x"><script type="application/ld+json">{"a":1}</script></body></html>`)
  expect(head.documentTitle).toBe('Rubrik')
  expect(head.meta.get('og:title')).toEqual(['A b'])
  expect(head.canonicalLinks).toEqual(['/x'])
  expect(head.htmlLanguage).toBe('sv')
  expect(head.jsonLd).toEqual(['{"a":1}'])
})

test('the title inside a drawing is not the title of the page', () => {
  expect(outlineOf('<svg><title>Icon</title></svg><title>Page</title>').head.documentTitle).toBe(
    'Page',
  )
})

test('marks keep the machine-readable value and where they stand', () => {
  const { marks } =
    outlineOf(`<p>one</p><time class="published" datetime="2024-01-02">2 January</time>
    <span class="byline">By A. Writer</span>`)
  expect(marks).toMatchObject([
    { kind: 'published', value: '2024-01-02', block: 1 },
    { kind: 'byline', value: 'By A. Writer' },
  ])
})
