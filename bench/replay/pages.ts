import { makePages } from '../../demo/pages.ts'
import { readArticles } from '../storyData.ts'

/** One page as a producer would have fetched it. */
export interface ReplayPage {
  readonly url: string
  readonly html: Buffer
  readonly contentType: string
  readonly timeMs: number
}

const seed = 7
const startMs = Date.UTC(2026, 10, 22)
const minuteMs = 60_000
const sources = 40

/** Pages of the sample web's templates, or of the articles of a file in the order of their times. */
export function replayPages(data: string | null, most: number): readonly ReplayPage[] {
  return data === null ? samplePages(most) : articlePages(data, most)
}

function samplePages(most: number): readonly ReplayPage[] {
  return [...makePages(most, seed)].map(({ url, html, contentType }, at) => {
    const numbered = new URL(url)
    numbered.searchParams.set('n', String(at))
    return { url: numbered.href, html, contentType, timeMs: startMs + at * minuteMs }
  })
}

function articlePages(data: string, most: number): readonly ReplayPage[] {
  const articles = readArticles(data).toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time))
  return articles.slice(0, most).map(({ title, text, lang, time }, at) => {
    const url = `http://source-${at % sources}.example/${at}`
    const body = text.split('\n').map((line) => `<p>${escapeHtml(line)}</p>`)
    const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta property="article:published_time" content="${time}"><link rel="canonical" href="${url}"></head>
<body><article><h1>${escapeHtml(title)}</h1>${body.join('\n')}</article></body></html>`
    const timeMs = Date.parse(time)
    return { url, html: Buffer.from(html), contentType: 'text/html; charset=utf-8', timeMs }
  })
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
