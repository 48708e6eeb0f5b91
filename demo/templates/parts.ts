import { type Markup, markup, scriptJson } from '../markup.ts'
import type { ArticlePage, PageLink } from './types.ts'

/** The author line in the outlet's manner, or null. */
export function bylineText({ outlet, phrases, byline }: ArticlePage): string | null {
  if (byline === null) return null
  if (outlet.byline === 'bare') return byline
  const line = `${phrases.by} ${byline}`
  return outlet.byline === 'upper' ? line.toLocaleUpperCase(outlet.lang) : line
}

/** The time as shown, inside `<time>` where the outlet marks it up. */
export function publishedLine(page: ArticlePage): Markup {
  const { outlet, phrases, publishedAt, publishedShown } = page
  const shown = `${phrases.published} ${publishedShown}`
  return outlet.date === 'machine'
    ? markup`<time datetime="${publishedAt}">${shown}</time>`
    : markup`${shown}`
}

/** Author and time with a dot between, or the time alone. */
export function metaLine(page: ArticlePage): Markup {
  const byline = bylineText(page)
  return byline === null ? publishedLine(page) : markup`${byline} · ${publishedLine(page)}`
}

/** `<li>` elements of links. */
export function linkItems(links: readonly PageLink[]): Markup {
  return markup`${links.map((link) => markup`<li><a href="${link.url}">${link.title}</a></li>\n`)}`
}

/** `<li>` elements of dead-end links, for menus and footers. */
export function labelItems(labels: readonly string[]): Markup {
  return markup`${labels.map((label) => markup`<li><a href="#">${label}</a></li>`)}`
}

/** The paragraphs as `<p>`, with `between` after the one at index `after`. */
export function paragraphsWith(
  paragraphs: readonly string[],
  after: number,
  between: Markup,
): Markup {
  return markup`${paragraphs.map(
    (text, index) => markup`<p>${text}</p>\n${index === after ? between : null}`,
  )}`
}

/** The schema.org NewsArticle of a page (Google's article markup), in a script element. */
export function newsArticleJson(page: ArticlePage, withBody: boolean): Markup {
  const { outlet } = page
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: page.canonicalUrl,
    headline: page.headline,
    description: page.dek ?? undefined,
    image: [page.imageUrl],
    datePublished: page.publishedAt,
    author: page.byline === null ? undefined : [{ '@type': 'Person', name: page.byline }],
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name, url: page.homeUrl },
    inLanguage: outlet.lang,
    isAccessibleForFree: !outlet.paywall,
    articleBody: withBody ? page.paragraphs.join('\n\n') : undefined,
  }
  return markup`<script type="application/ld+json">${scriptJson(facts)}</script>`
}

function openGraph(page: ArticlePage): Markup {
  return markup`<meta property="og:type" content="article">
<meta property="og:site_name" content="${page.outlet.name}">
<meta property="og:title" content="${page.headline}">
<meta property="og:description" content="${page.dek ?? page.paragraphs[0] ?? ''}">
<meta property="og:url" content="${page.canonicalUrl}">
<meta property="og:image" content="${page.imageUrl}">
<meta property="article:published_time" content="${page.publishedAt}">
<meta name="twitter:card" content="summary_large_image">`
}

/** Title, canonical address, feed link and the machine-readable facts the outlet gives. */
export function headFacts(page: ArticlePage): Markup {
  const { metadata } = page.outlet.page
  return markup`<title>${page.headline}${page.outlet.titleSuffix}</title>
<link rel="canonical" href="${page.canonicalUrl}">
<link rel="alternate" type="${feedTypes[page.outlet.feed.format]}" href="${page.feedUrl}" title="${page.outlet.name}">
${metadata === 'open-graph' || metadata === 'both' ? openGraph(page) : null}
${metadata === 'json-ld' || metadata === 'both' ? newsArticleJson(page, false) : null}`
}

/** Media type of each feed format, as served and as named in `rel=alternate`. */
export const feedTypes = {
  rss: 'application/rss+xml',
  'rss-full': 'application/rss+xml',
  atom: 'application/atom+xml',
  rdf: 'application/rdf+xml',
  json: 'application/feed+json',
} as const
