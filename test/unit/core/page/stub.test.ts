import { expect, test } from 'vitest'
import { clean, prose, textOf } from './pages.ts'

const metered = '<meta property="article:content_tier" content="metered">'

test('metered and stub are separate facts', () => {
  const whole = clean(`${metered}<h1>Report</h1>${prose(10)}`)
  expect(whole.ok && [whole.article.metered, whole.article.stub]).toEqual([true, false])
  const teaser = clean(`${metered}<h1>Report</h1>${prose(2)}`)
  expect(teaser.ok && [teaser.article.metered, teaser.article.stub]).toEqual([true, true])
})

test.each([
  'Subscribe to continue reading.',
  'Weiterlesen mit dem Probeabo',
  'Cet article est réservé aux abonnés',
  'Contenido exclusivo para socios',
  'この記事は有料会員限定です',
])('"%s" makes a teaser and is not part of it', (offer) => {
  const result = clean(`<article><h1>Report</h1>${prose(2)}<p>${offer}</p></article>`)
  expect(result.ok && result.article.stub).toBe(true)
  expect(textOf(`<article><h1>Report</h1>${prose(2)}<p>${offer}</p></article>`)).not.toContain(
    offer,
  )
})

test('a long text is no stub, whatever it ends with', () => {
  const result = clean(`<h1>Report</h1>${prose(10)}<p>Subscribe to continue reading.</p>`)
  expect(result.ok && result.article.stub).toBe(false)
})

test.each([
  ['', 'page_empty'],
  ['%PDF-1.7 and so on', 'page_not_html'],
  ['{"articles":[]}', 'page_not_html'],
  ['<script>var a = 1</script>', 'page_no_article'],
  ['<p>Too little.</p>', 'page_too_short'],
  [
    '<title>404</title><p>Sorry, we could not find what you asked for, and nobody else could either.</p>',
    'page_not_found',
  ],
  [
    '<p>Please log in to read this story, it will only take a moment of your time today.</p>',
    'page_login_wall',
  ],
  [
    '<p>We use cookies and value your trust.</p><p>Accept all or choose one purpose after the other.</p>',
    'page_consent_wall',
  ],
])('%s is dropped as %s', (html, reason) => {
  expect(textOf(html)).toBe(reason)
})

test('a story about something not found is a story', () => {
  expect(
    clean(`<title>Missing boat not found</title><h1>Missing boat not found</h1>${prose(5)}`).ok,
  ).toBe(true)
})

test('a story about cookies is a story', () => {
  expect(
    clean(
      `<h1>Cookie policy under review</h1><p>We use cookies, the office said, as everybody does; users may accept all of them.</p>${prose(12)}`,
    ).ok,
  ).toBe(true)
})
