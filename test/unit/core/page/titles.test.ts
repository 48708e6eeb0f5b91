import { expect, test } from 'vitest'
import { clean, prose } from './pages.ts'

function titleOf(head: string, body = ''): string | null {
  const result = clean(`<head>${head}</head><body>${body}${prose(3)}</body>`)
  return result.ok ? result.article.title : null
}

test('the heading that a claim repeats is the title', () => {
  expect(
    titleOf(
      '<title>Bridge reopens - Courier</title>',
      '<h1>The Courier</h1><h2>Bridge reopens</h2>',
    ),
  ).toBe('Bridge reopens')
})

test('the site name is cut when og:site_name confirms it', () => {
  const head =
    '<title>Bridge reopens | The Courier</title><meta property="og:site_name" content="The Courier">'
  expect(titleOf(head)).toBe('Bridge reopens')
})

test('nothing confirms the cut, so nothing is cut', () => {
  expect(titleOf('<title>Bridge reopens - what we know</title>')).toBe(
    'Bridge reopens - what we know',
  )
})

test('a hyphen inside a word separates nothing', () => {
  const head =
    '<title>Ex-mayor returns</title><meta property="og:site_name" content="mayor returns">'
  expect(titleOf(head)).toBe('Ex-mayor returns')
})

test('a kicker inside the heading is left out when a claim ends the heading', () => {
  const head = '<meta property="og:title" content="Bridge reopens after nine days">'
  expect(titleOf(head, '<h1>Harbour | Bridge reopens after nine days</h1>')).toBe(
    'Bridge reopens after nine days',
  )
})

test('a kicker in an element of its own is left out when a claim names the rest', () => {
  const head = '<meta property="og:title" content="Harbour: Bridge reopens after nine days">'
  const heading = '<h1><span>Harbour</span> Bridge reopens after nine days</h1>'
  expect(titleOf(head, heading)).toBe('Bridge reopens after nine days')
})

test('a kicker that runs into the title is left out when a claim is the title', () => {
  const head =
    '<meta property="og:title" content="Harbour news | Bridge reopens at last"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge reopens at last"}</script>'
  expect(titleOf(head, '<h1>Harbour news Bridge reopens at last</h1>')).toBe(
    'Bridge reopens at last',
  )
})

test('the name of a section in the only h1 is not the title', () => {
  expect(
    titleOf('<meta property="og:title" content="Bridge reopens at last">', '<h1>Region</h1>'),
  ).toBe('Bridge reopens at last')
})

test('the title of the feed is used when the page has none', () => {
  const result = clean(prose(3), { title: 'From the feed' })
  expect(result.ok && result.article.title).toBe('From the feed')
})

test('the feed confirms the cut of a name or a kicker', () => {
  const title = (documentTitle: string, hint: string) => {
    const result = clean(`<title>${documentTitle}</title>${prose(4)}`, { title: hint })
    return result.ok && result.article.title
  }
  expect(title('Bridge reopens at last - Courier', 'Bridge reopens at last')).toBe(
    'Bridge reopens at last',
  )
  expect(title('Мост открыт снова :: Вестник', 'Мост открыт снова')).toBe('Мост открыт снова')
  expect(title('World news: Bridge reopens at last', 'Bridge reopens at last')).toBe(
    'Bridge reopens at last',
  )
  expect(title('Bridge reopens at last - Courier', 'Another headline altogether')).toBe(
    'Bridge reopens at last - Courier',
  )
})
