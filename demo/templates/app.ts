import { type Markup, markup, scriptJson, verbatim } from '../markup.ts'
import { headFacts, newsArticleJson } from './parts.ts'
import type { ArticlePage } from './types.ts'

/** What the browser runs: builds the article from the state of the page. */
const application = verbatim(`<script>
const state = JSON.parse(document.getElementById('app-state').textContent)
const root = document.getElementById('root')
root.textContent = ''
const add = (parent, tag, text) => { const node = parent.appendChild(document.createElement(tag)); node.textContent = text; return node }
add(root, 'header', state.site)
const article = add(root, 'article', '')
add(article, 'h1', state.headline)
add(article, 'small', state.meta)
for (const text of state.paragraphs) add(article, 'p', text)
add(root, 'h3', state.relatedTitle)
for (const link of state.related) add(add(root, 'p', ''), 'a', link.title).href = link.url
</script>`)

function stateJson(page: ArticlePage): Markup {
  const state = {
    site: page.outlet.name,
    headline: page.headline,
    meta: [page.byline, page.publishedShown].filter((part) => part !== null).join(' · '),
    paragraphs: [page.dek, ...page.paragraphs, page.agencyNote].filter((text) => text !== null),
    relatedTitle: page.phrases.related,
    related: page.related,
  }
  return markup`<script id="app-state" type="application/json">${scriptJson(state)}</script>`
}

/** A single-page application: the served document has no text but the JSON-LD `articleBody` and the state. */
export function renderApp(page: ArticlePage): Markup {
  const { outlet, phrases } = page
  return markup`<!doctype html>
<html lang="${outlet.lang}">
<head>
<meta charset="${outlet.page.charset}">
<meta name="viewport" content="width=device-width">
${headFacts({ ...page, outlet: { ...outlet, page: { ...outlet.page, metadata: 'open-graph' } } })}
${newsArticleJson(page, true)}
<style>
body{margin:0;font:18px/1.6 Charter,Georgia,serif}#root{max-width:42rem;margin:auto;padding:1rem}
#root header{color:${outlet.accent};font:800 1.6rem sans-serif}.skeleton div{height:1rem;margin:.7rem 0;background:#eee}
</style>
</head>
<body>
<div id="root"><nav>${phrases.menu.map((label) => markup`<a href="#">${label}</a> `)}</nav>
<div class="skeleton"><div></div><div></div><div></div></div></div>
<noscript>JavaScript</noscript>
${stateJson(page)}
${application}
</body>
</html>`
}
