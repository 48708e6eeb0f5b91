import { DomUtils, parseDocument } from 'htmlparser2'
import { expect, test } from 'vitest'
import { outlets } from '../../../demo/outlets.ts'
import type { Outlet, TemplateName } from '../../../demo/outletTypes.ts'
import { phrasesOf } from '../../../demo/phrases/index.ts'
import { renderConsent } from '../../../demo/templates/consent.ts'
import { renderArticle, templates } from '../../../demo/templates/index.ts'
import type { ArticlePage } from '../../../demo/templates/types.ts'

const hostile = '</title></script><script>alert("1")</script>&lt;\''

function pageIn(outlet: Outlet): ArticlePage {
  const url = 'http://127.0.1.1/story?a=1&b=2'
  const links = [{ title: hostile, url }]
  return {
    outlet: { ...outlet, titleSuffix: hostile },
    phrases: phrasesOf(outlet.lang),
    url,
    canonicalUrl: url,
    homeUrl: 'http://127.0.1.1/',
    feedUrl: 'http://127.0.1.1/feed',
    imageUrl: 'http://127.0.1.1/media/1.svg',
    headline: hostile,
    dek: hostile,
    byline: hostile,
    publishedAt: '2026-11-22T12:00:00Z',
    publishedShown: hostile,
    paragraphs: [hostile, `${hostile} again`],
    walled: true,
    agencyNote: hostile,
    related: links,
    mostRead: links,
    serial: 12,
  }
}

function outletWith(template: TemplateName): Outlet {
  const found = outlets.find((outlet) => outlet.template === template)
  if (found === undefined) throw new Error(`no outlet uses ${template}`)
  return found
}

const templateNames = Object.keys(templates) as readonly TemplateName[]

test('has at least six templates, each used by an outlet', () => {
  expect(templateNames.length).toBeGreaterThanOrEqual(6)
  expect(new Set(outlets.map(({ template }) => template))).toEqual(new Set(templateNames))
})

test.each(templateNames)('escapes every text in the %s template', (template) => {
  const html = renderArticle(pageIn(outletWith(template)))
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('&lt;&#39;')
  expect(html).toMatch(/<\/html>\s*$/i)
})

test.each(templateNames)('prints the words of every paragraph in the %s template', (template) => {
  const html = renderArticle(pageIn(outletWith(template)))
  const text = DomUtils.textContent(parseDocument(html))
  expect(text).toContain(template === 'app' ? 'alert(\\"1\\")' : `${hostile} again`)
})

test('prints no word of the article on a consent wall', () => {
  const page = { ...pageIn(outletWith('tabloid')), headline: 'Festival', paragraphs: ['Pictures'] }
  const html = renderConsent(page).markup
  expect(html).not.toMatch(/Festival|Pictures/)
  expect(html).toContain(page.phrases.cookies.title)
})

test('has site furniture of its own for every language of the outlets', () => {
  const menus = new Map(outlets.map(({ lang }) => [lang, phrasesOf(lang).menu.join()]))
  expect(new Set(menus.values()).size).toBe(menus.size)
})
