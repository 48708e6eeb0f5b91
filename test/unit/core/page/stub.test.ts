import { expect, test } from 'vitest'
import { cleanPage } from '../../../../src/shared/core/page/cleanPage.ts'
import { decodePage } from '../../../../src/shared/core/page/decode.ts'
import { clean, noHints, prose, textOf } from './pages.ts'

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

test.each([
  'Dieser Artikel ist Abonnenten vorbehalten. Testen Sie einen Monat.',
  'Para seguir leyendo necesita una suscripción.',
  'Per continuare a leggere serve un abbonamento.',
  'Aby czytać dalej, wykup dostęp.',
  'Материал доступен по подписке.',
  'Okumaya devam etmek için abone olun.',
  'Vui lòng đăng ký để đọc tiếp bài viết.',
])('the wall "%s" is found although its box is named as what it is', (offer) => {
  const html = `<article><h1>Report</h1>${prose(2)}<div class="newsletter subscribe"><p>${offer}</p></div></article>`
  const result = clean(html)
  expect(result.ok && [result.article.stub, result.article.paragraphs.length]).toEqual([true, 2])
})

test('an offer at the end of a long text leaves', () => {
  const html = `<article><h1>Report</h1>${prose(10)}<p>Already a subscriber? Sign in.</p></article>`
  expect(textOf(html)).not.toContain('subscriber')
})

test('a text cut off where the feed’s summary is cut off is a stub', () => {
  const lead = 'The council heard the report on Tuesday and asked the harbour office for a second…'
  const html = `<article><h1>Report</h1><p>${lead}</p></article>`
  const stub = (summary: string | null) => {
    const result = clean(html, { summary })
    return result.ok && result.article.stub
  }
  expect([stub(lead), stub(null)]).toEqual([true, false])
})

test('a page that shows less than half of the feed’s summary is a stub of it', () => {
  const summary = 'The council heard the report on Tuesday. '.repeat(6)
  const result = clean(
    '<h1>Report</h1><p>The council heard something on Tuesday and we will tell you more in a while.</p>',
    { summary },
  )
  expect(result.ok && [result.article.method, result.article.stub]).toEqual(['feed', true])
})

const consent =
  'We and our 80 partners store cookies on your device to show personalised advertising. Change your choice in the privacy settings at any time.'

test('a request for consent in any wording is no article, unless the page says it is one', () => {
  expect(textOf(`<h1>The Courier</h1><p>${consent}</p>`)).toBe('page_consent_wall')
  expect(
    clean(`<meta property="og:type" content="article"><h1>Cookies</h1><p>${consent}</p>`).ok,
  ).toBe(true)
})

test('a missing page is known by its headings too', () => {
  const html =
    '<title>Sidan hittades inte - Kuriren</title><header><h1><a href="/">Kuriren</a></h1></header><main><h2>404: Sidan hittades inte</h2><p>Vi kan inte hitta sidan som du söker, försök gärna med vår sökruta i stället.</p></main>'
  expect(textOf(html)).toBe('page_not_found')
})

test.each([
  ['PDF after junk', 'junk\r\n%PDF-1.4 some text that goes on'],
  ['JPEG', '\xff\xd8\xff\xe0\x10JFIF'],
  ['gzip', '\x1f\x8b\bcompressed'],
  ['control characters', '\x01\x02\x03'.repeat(9)],
])('%s is no page', (_, written) => {
  const bytes = Buffer.from(written, 'latin1')
  const page = decodePage({ bytes, contentType: null, url: 'https://news.example/a' })
  expect(cleanPage(page, { url: 'https://news.example/a' }, noHints)).toMatchObject({
    reason: 'page_not_html',
  })
})

const challenges: readonly (readonly [title: string, body: string])[] = [
  [
    'Just a moment...',
    '<h2>Checking if the site connection is secure</h2><p>Enable JavaScript and cookies to continue</p>',
  ],
  [
    'Access Denied',
    `<h1>Access Denied</h1><p>You don't have permission to access this address on this server.</p><p>Reference 18.2d3f16</p>`,
  ],
  [
    'Are you a robot?',
    `<h1>Unusual activity</h1><p>To continue, please let us know you're not a robot.</p>${'<p>Why did this happen? Your browser must load all parts of the page.</p>'.repeat(6)}`,
  ],
  [
    'Wartungsarbeiten',
    '<h1>Wartungsarbeiten</h1><p>Unsere Seite wird gerade gewartet und ist in Kürze wieder erreichbar. Danke für Ihre Geduld.</p>',
  ],
  [
    'Доступ ограничен',
    '<p>Мы заметили подозрительную активность с вашего адреса. Подтвердите, что вы не робот, и читайте дальше.</p>',
  ],
  [
    '500',
    '<h1>Erreur interne</h1><p>Une erreur est survenue pendant le chargement. Merci de réessayer plus tard ou de revenir à la page principale.</p>',
  ],
]

test.each(challenges)('a page called %s came instead of the article', (title, body) => {
  expect(textOf(`<title>${title}</title>${body}`)).toBe('page_refused')
})

const brief =
  '<p>The harbour bridge is temporarily unavailable to lorries, the council said on Tuesday; the works take a month.</p>'

test('a brief about a closure is a brief', () => {
  expect(clean(brief).ok).toBe(true)
  expect(clean(brief, { title: 'Harbour bridge closed to lorries for a month' }).ok).toBe(true)
})

test('what the feed announced tells a report about such pages from one of them', () => {
  const text =
    '<title>Access denied</title><p>Thousands saw only the words “try again later” when the ticket office opened on Monday.</p>'
  expect(textOf(text)).toBe('page_refused')
  expect(clean(text, { title: 'Thousands denied access as ticket office opened' }).ok).toBe(true)
  expect(clean(`<meta property="og:type" content="article">${text}`).ok).toBe(true)
})

test('a post behind a password is no article', () => {
  const form =
    '<p>This content is password protected. To view it please enter your password below:</p>'
  expect(
    textOf(`<meta property="og:type" content="article"><h1>Protected: papers</h1>${form}`),
  ).toBe('page_login_wall')
})
