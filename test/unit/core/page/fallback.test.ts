import { expect, test } from 'vitest'
import { clean, prose } from './pages.ts'

const text = 'The council heard the report on Tuesday and asked for a second opinion. '.repeat(10)
const structured = (body: string) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Report', articleBody: body })}</script>`

const method = (html: string, hints = {}) => {
  const result = clean(html, hints)
  return result.ok ? [result.article.method, result.article.stub] : result.reason
}

test('the page itself comes first', () => {
  expect(method(`${structured('Short.')}<h1>Report</h1>${prose(6)}`)).toEqual(['dom', false])
})

test('a structured body twice as long wins', () => {
  expect(
    method(`${structured(text)}<p>A first sentence of the report that is all there is to see.</p>`),
  ).toEqual(['jsonld', false])
})

test('a short structured body does not', () => {
  expect(
    method(
      `${structured('Short.')}<p>The council heard the report on Tuesday, and then it asked for a second opinion.</p>`,
    ),
  ).toEqual(['dom', false])
})

test('the content of the feed stands in for an empty page', () => {
  expect(method('<div id="app"></div>', { contentHtml: prose(6) })).toEqual(['feed', false])
})

test('the summary of the feed stands in for it as a stub', () => {
  const summary =
    'The council heard the report on Tuesday and asked the harbour office for a second opinion.'
  expect(method('<div id="app"></div>', { summary })).toEqual(['feed', true])
})

test('confidence falls with the method', () => {
  const sure = clean(`<title>Report on bridges</title><h1>Report on bridges</h1>${prose(6)}`)
  const unsure = clean(`<div class="sidebar"><h1>Report</h1>${prose(6)}</div>`)
  expect(sure.ok && unsure.ok && sure.article.confidence > unsure.article.confidence).toBe(true)
})
