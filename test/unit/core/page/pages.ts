import { cleanPage } from '../../../../src/shared/core/page/cleanPage.ts'
import { decodePage } from '../../../../src/shared/core/page/decode.ts'
import { readStructuredArticle } from '../../../../src/shared/core/page/jsonLd.ts'
import type { PageOutline } from '../../../../src/shared/core/page/outline.ts'
import { parsePage } from '../../../../src/shared/core/page/parse.ts'
import type { EntryHints, Markup, PageResult } from '../../../../src/shared/core/page/types.ts'

/** A feed that said nothing of the page. */
export const noHints: EntryHints = {
  title: null,
  summary: null,
  contentHtml: null,
  publishedAt: null,
  updatedAt: null,
  author: null,
  language: null,
}

/** A paragraph that reads like news, `count` times, each with a number of its own from `first` on. */
export function prose(count: number, first = 0): string {
  return Array.from({ length: count }, (_, at) => {
    return `<p>The council heard report number ${first + at} on Tuesday and asked the harbour office for a second opinion within a month.</p>`
  }).join('\n')
}

/** Markup as a page in UTF-8 brings it. */
export function pageOf(html: string): Markup {
  return decodePage({ bytes: Buffer.from(html), contentType: null, url: 'https://news.example/a' })
}

/** The outline of markup. */
export function outlineOf(html: string): PageOutline {
  const parsed = parsePage(pageOf(html))
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.outline
}

/** The structured article of an outline. */
export function structuredOf(page: PageOutline) {
  return readStructuredArticle(page.head.jsonLd)
}

/** Cleans markup as a page of `https://news.example/a`. */
export function clean(html: string, hints: Partial<EntryHints> = {}): PageResult {
  return cleanPage(pageOf(html), { url: 'https://news.example/a' }, { ...noHints, ...hints })
}

/** The paragraphs of a page, or the reason it was dropped. */
export function textOf(html: string, hints: Partial<EntryHints> = {}): string {
  const result = clean(html, hints)
  return result.ok ? result.article.paragraphs.join('\n') : result.reason
}
