import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../../../src/shared/core/page/cleanPage.ts'
import type { CleanArticle, EntryHints } from '../../../../src/shared/core/page/types.ts'
import { noHints, pageOf, prose } from './pages.ts'

function article(
  html: string,
  url = 'https://news.example/a',
  hints: Partial<EntryHints> = {},
): CleanArticle {
  const result = cleanPage(pageOf(`${html}${prose(3)}`), { url }, { ...noHints, ...hints })
  if (!result.ok) throw new Error(result.reason)
  return result.article
}

const published = (html: string, url?: string, hints?: Partial<EntryHints>) =>
  article(html, url, hints).publishedAt

describe('publication', () => {
  test('keeps the offset as written', () => {
    expect(
      published('<meta property="article:published_time" content="2024-03-14T23:45:00+05:30">'),
    ).toBe('2024-03-14T23:45:00+05:30')
  })

  test('a claim that the address confirms wins over one that nothing confirms', () => {
    const html =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2024-05-02T10:00:00Z"}</script><meta name="date" content="2024-03-14T09:00:00+01:00">'
    expect(published(html, 'https://news.example/2024/03/14/bridge')).toBe(
      '2024-03-14T09:00:00+01:00',
    )
  })

  test('a date below the headline is found without any markup', () => {
    expect(published('<h1>Bridge reopens</h1><div>Von Hanna Brügge | 5. Oktober 2023</div>')).toBe(
      '2023-10-05',
    )
  })

  test('an update below the headline is not the publication', () => {
    expect(published('<h1>Bridge reopens</h1><p>Updated: 5 October 2023</p>')).toBeNull()
  })

  test('the feed is the last resort but for lone dates in the text', () => {
    expect(
      published('<h1>Bridge reopens</h1>', undefined, { publishedAt: '2024-03-14T07:00:00Z' }),
    ).toBe('2024-03-14T07:00:00Z')
  })
})

describe('byline', () => {
  test.each([
    [
      '<h1>Bridge</h1><p class="byline">By Mara Ellison and Jon Pike</p>',
      'Mara Ellison and Jon Pike',
    ],
    ['<h1>Bridge</h1><div>Von Hanna Brügge | 5. Oktober 2023</div>', 'Hanna Brügge'],
    ['<h1>Bridge</h1><a rel="author" href="/m">Mara Ellison</a>', 'Mara Ellison'],
    ['<meta name="author" content="Mara Ellison">', 'Mara Ellison'],
    ['<h1>Bridge</h1><p class="author">Posted on 21 September by Mara Ellison</p>', 'Mara Ellison'],
    ['<h1>Bridge</h1><p class="author">Über Mara Ellison</p>', 'Mara Ellison'],
    ['<h1>Bridge</h1><p class="author">Mara Ellison Search for this author</p>', 'Mara Ellison'],
    ['<h1>Bridge</h1><p class="author">, par Mara Ellison</p>', 'Mara Ellison'],
    ['<h1>Bridge</h1><p class="author">mellison mellison</p>', 'mellison'],
    ['<h1>Bridge</h1><p>Text & photos: Mara Ellison</p>', 'Mara Ellison'],
    ['<h1>Bridge</h1><p>---- by Mara Ellison</p>', 'Mara Ellison'],
    [
      '<h1>Bridge</h1><p class="author">Date: 5.10. Author: Mara Ellison Source: Wire</p>',
      'Mara Ellison',
    ],
    ['<h1>Bridge</h1><p class="author">Author:</p>', null],
    [
      '<h1>Bridge</h1><p class="byline">Opinion By <a rel="author">Mara Ellison</a></p>',
      'Mara Ellison',
    ],
    [
      '<h1>Bridge</h1><p class="byline"><b class="author">Mara Ellison</b> Courier Staff</p>',
      'Mara Ellison',
    ],
    [
      '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Mara Ellison">',
      'Mara Ellison',
    ],
    [
      '<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="3 minutes">',
      null,
    ],
    [
      '<h1>The harbour bridge reopens today</h1><p class="author">The harbour bridge reopens</p>',
      null,
    ],
    ['<h1>Bridge</h1><p class="author">https://news.example/staff/1</p>', null],
    ['<h1>Bridge</h1><div class="comments"><span class="author">Karl says:</span></div>', null],
  ])('%s gives %s', (html, name) => {
    expect(article(html).byline).toBe(name)
  })

  test('a person wins over the name of the site', () => {
    const html =
      '<meta property="og:site_name" content="The Courier"><meta name="author" content="The Courier"><h1>Bridge</h1><p class="byline">By Mara Ellison</p>'
    expect(article(html).byline).toBe('Mara Ellison')
  })

  test('all authors win over the first one', () => {
    const html =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":{"name":"Mara Ellison"}}</script><meta name="author" content="Mara Ellison, Jon Pike">'
    expect(article(html).byline).toBe('Mara Ellison, Jon Pike')
  })
})

describe('addresses', () => {
  const canonical = (href: string, url = 'https://m.news.example/a?x=1#top') => {
    const { canonicalUrl, syndicatedFrom } = article(`<link rel="canonical" href="${href}">`, url)
    return [canonicalUrl, syndicatedFrom]
  }

  test('a canonical address of the same site is the article’s', () => {
    expect(canonical('https://www.news.example/a')).toEqual(['https://www.news.example/a', null])
  })

  test('a relative one is made absolute', () => {
    expect(canonical('/b#c')).toEqual(['https://m.news.example/b', null])
  })

  test('one on another site names the original', () => {
    expect(canonical('https://wire.example/x')).toEqual([
      'https://m.news.example/a?x=1',
      'https://wire.example/x',
    ])
  })

  test('a source named apart is the original, but for the site’s own', () => {
    const from = (href: string) =>
      article(`<link rel="canonical" href="/a"><meta name="syndication-source" content="${href}">`)
        .syndicatedFrom
    expect(from('https://wire.example/x')).toBe('https://wire.example/x')
    expect(from('https://www.news.example/x')).toBeNull()
    expect(from('https://wire.example/')).toBeNull()
  })

  test('sites below a shared second level are different', () => {
    expect(canonical('https://a.co.uk/x', 'https://b.co.uk/x')).toEqual([
      'https://b.co.uk/x',
      'https://a.co.uk/x',
    ])
  })

  test.each(['https://www.news.example/', 'javascript:alert(1)', 'http://[', ''])(
    '%s is no address of an article',
    (href) => {
      expect(canonical(href)).toEqual(['https://m.news.example/a?x=1', null])
    },
  )
})

test('section, keywords, image, site and languages are read', () => {
  expect(
    article(
      `<html lang="pt-BR"><meta property="og:locale" content="pt_BR"><meta property="og:site_name" content="Folha">
      <meta property="article:section" content="Cidade"><meta name="keywords" content="praça, música, praça">
      <meta property="og:image" content="/a.jpg">`,
      undefined,
      { language: 'pt' },
    ),
  ).toMatchObject({
    siteName: 'Folha',
    section: 'Cidade',
    keywords: ['praça', 'música'],
    imageUrl: 'https://news.example/a.jpg',
    languageClaims: ['pt-BR', 'pt_BR', 'pt'],
  })
})
