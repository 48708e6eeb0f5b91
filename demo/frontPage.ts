import { type Markup, markup } from './markup.ts'
import type { Outlet } from './outletTypes.ts'
import { phrasesOf } from './phrases/index.ts'
import { feedTypes, labelItems } from './templates/parts.ts'
import type { PageLink } from './templates/types.ts'

/** One line of a front page. */
export interface FrontPageLink extends PageLink {
  readonly summary: string
}

function frame(outlet: Outlet, title: string, content: Markup): string {
  const phrases = phrasesOf(outlet.lang)
  return markup`<!DOCTYPE html>
<html lang="${outlet.lang}"><head><meta charset="${outlet.page.charset}"><title>${title}</title>
<link rel="alternate" type="${feedTypes[outlet.feed.format]}" title="${outlet.name}" href="${outlet.feed.path}">
<style>body{margin:0;font:17px/1.5 Georgia,serif;color:#222}header,footer{background:${outlet.accent};color:#fff;padding:1rem 2rem}header h1{margin:0}
header ul,footer ul{display:flex;flex-wrap:wrap;gap:1.2rem;list-style:none;padding:0;font:15px sans-serif}header a,footer a{color:#fff;text-decoration:none}
main{max-width:48rem;margin:1.5rem auto;padding:0 1rem}main h2{margin:.2em 0;font-size:1.3em}main h2 a{color:#222;text-decoration:none}main p{margin:.2em 0 1.4em;color:#555}</style></head>
<body><header><h1><a href="/">${outlet.name}</a></h1><ul>${labelItems(phrases.menu)}</ul></header>
<main>
${content}</main>
<footer><ul>${labelItems(phrases.footer)}</ul>© ${outlet.name}, ${outlet.town}. ${phrases.rights}</footer></body></html>
`.markup
}

/** The front page of an outlet: its articles, newest first, and the address of its feed. */
export function renderFrontPage(outlet: Outlet, links: readonly FrontPageLink[]): string {
  const rows = links.map(
    (link) =>
      markup`<article><h2><a href="${link.url}">${link.title}</a></h2><p>${link.summary}</p></article>\n`,
  )
  return frame(outlet, outlet.name, markup`${rows}`)
}

/** The page behind every address that does not exist. */
export function renderNotFound(outlet: Outlet): string {
  const { title, text } = phrasesOf(outlet.lang).notFound
  return frame(
    outlet,
    `${title}${outlet.titleSuffix}`,
    markup`<h2>404: ${title}</h2><p>${text}</p>\n`,
  )
}
