import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../../../src/shared/core/page/cleanPage.ts'
import { noHints, pageOf } from './pages.ts'

const folder = path.join(import.meta.dirname, '../../../fixtures/page')
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -5))

function readFixture(name: string) {
  const html = readFileSync(path.join(folder, `${name}.html`), 'utf8')
  const { url, result } = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'))
  return { html, url, result }
}

describe('pages written for this test', () => {
  test.each(names)('%s is read as written down', (name) => {
    const { html, url, result } = readFixture(name)
    expect(cleanPage(pageOf(html), { url }, noHints)).toEqual(result)
  })
})

const articles = ['english-wire', 'german-div-soup', 'spanish-syndicated', 'russian-agency']

const disguises = [
  ['hashed class names', (html: string) => html.replace(/(class|id)="[^"]*"/g, '$1="a1b2c3d"')],
  [
    'div for every sectioning element',
    (html: string) =>
      html.replace(/<(\/?)(?:article|main|nav|aside|footer|header|section)(?=[\s>])/g, '<$1div'),
  ],
  ['white space stripped', (html: string) => html.replace(/>\s+</g, '> <')],
  [
    'five wrappers',
    (html: string) =>
      html
        .replace(/<body[^>]*>/, (tag) => tag + '<div>'.repeat(5))
        .replace('</body>', `${'</div>'.repeat(5)}</body>`),
  ],
] as const

describe('the same page with other markup', () => {
  for (const [disguise, apply] of disguises) {
    test.each(articles)(`%s keeps its prose with ${disguise}`, (name) => {
      const { html, url, result } = readFixture(name)
      const found = cleanPage(pageOf(apply(html)), { url }, noHints)
      const prose = result.article.paragraphs.filter((text: string) => text.length > 100)
      expect(found.ok && found.article.paragraphs.filter((text) => text.length > 100)).toEqual(
        prose,
      )
    })
  }
})
