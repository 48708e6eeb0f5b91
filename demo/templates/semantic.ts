import { type Markup, markup } from '../markup.ts'
import { headFacts, labelItems, linkItems, metaLine, paragraphsWith } from './parts.ts'
import type { ArticlePage } from './types.ts'

function styles(accent: string): Markup {
  return markup`<style>
body{margin:0;font:18px/1.6 Georgia,serif;color:#222}
header,footer{background:${accent};color:#fff;padding:1rem 2rem;font-family:sans-serif}
header a,footer a{color:#fff;text-decoration:none}nav ul,.share ul,footer ul{display:flex;gap:1.2rem;list-style:none;padding:0;font-size:15px}
main{display:grid;grid-template-columns:minmax(0,44rem) 18rem;gap:3rem;max-width:66rem;margin:2rem auto;padding:0 1rem}
h1{line-height:1.15}figure{margin:1.5rem 0}figure img{width:100%}figcaption,.meta,aside{font:15px/1.5 sans-serif;color:#555}
.dek{font-size:1.2em;color:#444}aside section{border-top:3px solid ${accent};margin-bottom:2rem}
</style>`
}

function masthead({ outlet, phrases, homeUrl }: ArticlePage): Markup {
  return markup`<header>
<a href="${homeUrl}"><strong>${outlet.name}</strong></a>
<nav aria-label="main"><ul>${labelItems(phrases.menu)}</ul></nav>
<form role="search" action="/search"><input type="search" name="q" placeholder="${phrases.search}"></form>
</header>`
}

function sidebar({ phrases, mostRead }: ArticlePage): Markup {
  const { title, text, button } = phrases.newsletter
  return markup`<aside>
<section><h2>${phrases.mostRead}</h2><ol>${linkItems(mostRead)}</ol></section>
<section class="newsletter"><h2>${title}</h2><p>${text}</p><form><input type="email" name="email"><button>${button}</button></form></section>
</aside>`
}

function footer({ outlet, phrases }: ArticlePage): Markup {
  return markup`<footer><ul>${labelItems(phrases.footer)}</ul>
<p>© ${outlet.name}, ${outlet.town}. ${phrases.rights}</p></footer>`
}

/** HTML5 by the book: header, nav, main, article, aside, footer. */
export function renderSemantic(page: ArticlePage): Markup {
  const { outlet, phrases } = page
  const related = markup`<aside class="inline-related"><h3>${phrases.related}</h3><ul>${linkItems(page.related)}</ul></aside>`
  return markup`<!DOCTYPE html>
<html lang="${outlet.lang}">
<head>
<meta charset="${outlet.page.charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${headFacts(page)}
${styles(outlet.accent)}
</head>
<body>
${masthead(page)}
<main>
<article>
<header style="all:unset"><h1>${page.headline}</h1>
${page.dek !== null && markup`<p class="dek">${page.dek}</p>`}
<p class="meta">${metaLine(page)}</p></header>
<figure><img src="${page.imageUrl}" alt=""><figcaption>${phrases.photo}</figcaption></figure>
${paragraphsWith(page.paragraphs, 3, related)}
${page.agencyNote !== null && markup`<p class="credit"><em>${page.agencyNote}</em></p>`}
<div class="share"><ul>${labelItems(phrases.share)}</ul></div>
</article>
${sidebar(page)}
</main>
${footer(page)}
</body>
</html>`
}
