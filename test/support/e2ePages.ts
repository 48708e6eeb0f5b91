import iconv from 'iconv-lite'
import type { ArticleText } from './e2eTexts.ts'

/** An article with the time its publisher gives it. */
export interface Published extends ArticleText {
  readonly publishedMs: number
}

/** One element of a feed. */
export interface FeedItem {
  readonly url: string
  readonly title: string
  readonly publishedMs: number
  readonly description?: string
}

/** A page in a frame of its own, as every publisher has one. */
export type Chrome = (article: Published) => string

/** Escapes text for HTML and XML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

const paragraphsOf = ({ paragraphs }: ArticleText) =>
  paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')
const clockTime = ({ publishedMs }: Published) =>
  `${new Date(publishedMs).toUTCString().slice(5, 22)} GMT`
const isoTime = ({ publishedMs }: Published) => new Date(publishedMs).toISOString()

/** A tidy page of a broadsheet: semantic elements, metadata in `meta` tags. */
export const broadsheet: Chrome = (article) => `<!doctype html>
<html lang="${article.lang}"><head>
<title>${escaped(article.title)}</title>
<meta property="og:type" content="article">
<meta property="og:title" content="${escaped(article.title)}">
<meta property="article:published_time" content="${isoTime(article)}">
<meta name="author" content="${escaped(article.byline)}">
</head><body>
<header><nav><a href="/">Front page</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav></header>
<main><article>
<h1>${escaped(article.title)}</h1>
<p class="byline">${escaped(article.byline)}</p>
<time datetime="${isoTime(article)}">${clockTime(article)}</time>
${paragraphsOf(article)}
</article></main>
<footer><p>All rights reserved. Imprint. Privacy.</p></footer>
</body></html>`

/** A page of a portal behind a meter: nested boxes, teasers around, an offer after the first paragraphs. */
export const portal: Chrome = (article) => `<!doctype html>
<html lang="${article.lang}"><head>
<meta charset="utf-8"><title>${escaped(article.title)} | Portal</title>
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: article.title,
  datePublished: isoTime(article),
  isAccessibleForFree: false,
})}</script>
</head><body>
<div class="top-bar"><ul><li><a href="/">Home</a></li><li><a href="/money">Money</a></li><li><a href="/abo">Subscribe</a></li></ul></div>
<div class="layout"><div class="column-main">
<h1 class="headline">${escaped(article.title)}</h1>
<div class="story-body">
${paragraphsOf(article)}
<div class="paywall"><h3>Subscribe to continue reading</h3><p>Already a subscriber? Log in. Read everything for one month for 1 euro.</p></div>
</div></div>
<aside class="column-side"><h4>Most read</h4><ul>
<li><a href="/a">Ten things to do with a pumpkin</a></li>
<li><a href="/b">Why the trains are late again</a></li>
</ul></aside></div>
<div class="cookie-banner"><p>We and our partners use cookies.</p><button>Accept</button></div>
</body></html>`

/** An RSS 2.0 feed. */
export function rss(items: readonly FeedItem[], title = 'Latest news'): string {
  const entries = items.map(
    (item) => `<item>
<title>${escaped(item.title)}</title>
<link>${escaped(item.url)}</link>
<guid>${escaped(item.url)}</guid>
<pubDate>${new Date(item.publishedMs).toUTCString()}</pubDate>
<description>${escaped(item.description ?? '')}</description>
</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${escaped(title)}</title><link>http://example.org/</link>
<description>${escaped(title)}</description>
${entries.join('\n')}
</channel></rss>`
}

/** Bytes of a text in a charset. */
export function encoded(text: string, charset: string): Buffer {
  return iconv.encode(text, charset)
}
