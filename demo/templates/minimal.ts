import { type Markup, markup } from '../markup.ts'
import { headFacts, labelItems, linkItems, metaLine, paragraphsWith } from './parts.ts'
import type { ArticlePage } from './types.ts'

/** A bare mobile page in the manner of AMP: custom elements, one column, hardly any furniture. */
export function renderMinimal(page: ArticlePage): Markup {
  const { outlet, phrases } = page
  const slot = markup`<amp-ad width="300" height="250" type="sample"><div placeholder>${phrases.advertisement}</div></amp-ad>\n`
  return markup`<!doctype html>
<html amp lang="${outlet.lang}">
<head>
<meta charset="${outlet.page.charset}">
<meta name="viewport" content="width=device-width,minimum-scale=1">
${headFacts(page)}
<style amp-custom>
body{max-width:40rem;margin:auto;padding:0 1rem;font:19px/1.6 system-ui,sans-serif}header a{color:${outlet.accent};font-weight:800;text-decoration:none;font-size:1.4em}
amp-img{display:block;height:14rem;background:${outlet.accent} linear-gradient(160deg,#ffffff66,transparent)}amp-ad{display:block;text-align:center;color:#aaa;font-size:12px;padding:2rem;background:#f4f4f4}
.info,footer,amp-list{color:#666;font-size:.8em}footer ul{padding:0;list-style:none}
</style>
</head>
<body>
<header><a href="${page.homeUrl}">${outlet.name}</a></header>
<main>
<h1>${page.headline}</h1>
${page.dek !== null && markup`<h2>${page.dek}</h2>`}
<div class="info">${metaLine(page)}</div>
<amp-img src="${page.imageUrl}" width="1200" height="675" layout="responsive"></amp-img>
${paragraphsWith(page.paragraphs, 2, slot)}
${page.agencyNote !== null && markup`<p class="source">${page.agencyNote}</p>`}
<amp-social-share type="system"></amp-social-share>
</main>
<amp-list layout="fixed-height"><h3>${phrases.related}</h3><ul>${linkItems(page.related)}</ul></amp-list>
<footer><ul>${labelItems(phrases.footer)}</ul><p>© ${outlet.name}. ${phrases.rights}</p></footer>
</body>
</html>`
}
