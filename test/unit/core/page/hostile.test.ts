import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../../../src/shared/core/page/cleanPage.ts'
import { decodePage, writtenMarkup } from '../../../../src/shared/core/page/decode.ts'
import { clean, noHints, pageOf, prose } from './pages.ts'

const outcome = (html: string) => {
  const result = clean(html)
  return result.ok ? 'article' : result.reason
}

describe('pages built to hurt end as an article or with a reason', () => {
  test.each([
    ['2,000 nested elements', '<div>'.repeat(2_000), 'page_too_deep'],
    ['100,000 nested elements', '<div>'.repeat(100_000), 'page_too_deep'],
    ['10,000 links around paragraphs', '<a><p>'.repeat(10_000), 'page_too_deep'],
    ['nesting inside what is skipped', `<svg>${'<g>'.repeat(100_000)}`, 'page_too_deep'],
    ['200,000 elements', '<i></i>'.repeat(200_000), 'page_too_many_nodes'],
    [
      '50,000 attributes',
      `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}=1`).join(' ')}>${prose(3)}`,
      'article',
    ],
    ['200,000 unclosed titles', '<title '.repeat(200_000), 'page_no_article'],
    ['a million open angles', '<'.repeat(1_000_000), 'page_no_article'],
    ['only scripts', '<script>let a = 1</script>'.repeat(1_000), 'page_no_article'],
    [
      'nested arrays as structured data',
      `<script type="application/ld+json">${'['.repeat(200_000)}</script>`,
      'page_no_article',
    ],
    [
      '45,000 different class names',
      Array.from({ length: 45_000 }, (_, at) => `<b class="related-${at}">x</b>`).join(''),
      'article',
    ],
  ])('%s', (_, html, expected) => {
    expect(outcome(html)).toBe(expected)
  })

  test('12 MB of text are cut', () => {
    const result = clean(`<p>${'lorem ipsum dolor '.repeat(700_000)}</p>`)
    expect(result.ok && result.article.paragraphs.join('').length).toBeLessThan(5_000_000)
  })

  test('an article 500 levels deep is read', () => {
    expect(outcome(`${'<div>'.repeat(500)}${prose(5)}`)).toBe('article')
  })
})

const tag = fc.constantFrom(
  'div',
  'p',
  'a',
  'article',
  'h1',
  'h2',
  'ul',
  'li',
  'table',
  'td',
  'span',
  'script',
  'svg',
  'title',
  'br',
  'img',
  'time',
  'form',
  'nav',
  'body',
)
const attribute = fc.constantFrom(
  '',
  ' class="article-body"',
  ' class="related"',
  ' id="x"',
  ' hidden',
  ' datetime="2024-02-30"',
  ' itemprop=author',
  ' href="',
  " style='display:none",
)
const piece = fc.oneof(
  fc.tuple(tag, attribute).map(([name, extra]) => `<${name}${extra}>`),
  tag.map((name) => `</${name}>`),
  fc.constantFrom(
    'The council met on Tuesday and heard the whole report. ',
    '&lt;b&gt;',
    '&amp;',
    '<!--',
    '-->',
    '<![CDATA[',
    '<meta name=author content="By ',
    '<script type="application/ld+json">{"@type":"NewsArticle",',
    '\u0000',
    '\ud800',
    '<',
    '>',
  ),
  fc.string({ maxLength: 20 }),
)

describe('any input', () => {
  test('random markup never throws, and no tag, no empty and no unfolded paragraph comes out', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), fc.webUrl(), (pieces, url) => {
        const result = cleanPage(pageOf(pieces.join('')), { url }, noHints)
        if (!result.ok) return
        for (const paragraph of result.article.paragraphs) {
          expect(paragraph).not.toMatch(/<\/?(?:div|p|a|script|span|b|li)[\s>]/i)
          expect(paragraph).toBe(paragraph.trim())
          expect(paragraph).not.toMatch(/^$|\s{2}|\n/)
        }
        expect(result.article.confidence).toBeGreaterThanOrEqual(0)
        expect(result.article.confidence).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })

  test('random markup reads the same in bytes of UTF-8 and as text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const html = pieces.join('').toWellFormed()
        const visit = { url: 'https://news.example/a' }
        const asText = cleanPage(writtenMarkup(html), visit, noHints)
        expect(cleanPage(pageOf(html), visit, noHints)).toEqual(asText)
      }),
      { numRuns: 300 },
    )
  })

  test('random bytes and labels never throw', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.option(fc.string()),
        (bytes, contentType) => {
          const page = decodePage({ bytes, contentType, url: 'https://news.example/a' })
          expect(typeof cleanPage(page, { url: 'not a url' }, noHints).ok).toBe('boolean')
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a page cut anywhere never throws', () => {
    const page = `<title>Report</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Report"}</script><h1>Report</h1>${prose(6)}`
    fc.assert(
      fc.property(fc.nat({ max: page.length }), (end) => {
        expect(typeof clean(page.slice(0, end)).ok).toBe('boolean')
      }),
    )
  })

  test('the same page gives the same article', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(clean(pieces.join(''))).toEqual(clean(pieces.join('')))
      }),
      { numRuns: 50 },
    )
  })
})
