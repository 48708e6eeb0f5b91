import { type Markup, markup } from '../markup.ts'
import { bylineText, headFacts, labelItems, linkItems, publishedLine } from './parts.ts'
import type { ArticlePage } from './types.ts'

type ClassNames = (part: string) => string

/** Class names as a CSS-in-JS build makes them: stable for a site, meaningless to a reader. */
function classNames(siteId: string): ClassNames {
  return (part) => {
    let hash = 5381
    for (const character of siteId + part)
      hash = (hash * 33 + (character.codePointAt(0) ?? 0)) >>> 0
    return `css-${hash.toString(36)}`
  }
}

function styles(accent: string, name: ClassNames): Markup {
  return markup`<style>
body{margin:0;background:#fafafa;font:17px/1.65 "Helvetica Neue",Arial,sans-serif}
.${name('bar')}{background:#fff;border-bottom:4px solid ${accent};padding:14px 24px;display:flex;gap:22px;align-items:baseline}
.${name('logo')}{font:bold 26px Georgia,serif;color:${accent};text-decoration:none}.${name('bar')} ul{display:flex;gap:16px;list-style:none;margin:0;padding:0;font-size:14px}
.${name('column')}{max-width:680px;margin:28px auto;background:#fff;padding:24px 36px}
.${name('title')}{font:bold 36px/1.15 Georgia,serif;margin:8px 0}.${name('meta')}{color:#777;font-size:14px;margin-bottom:20px}
.${name('line')}{margin:0 0 18px}.${name('slot')}{background:#eee;color:#999;text-align:center;padding:40px;font-size:12px;margin:18px 0}
.${name('wall')}{border:2px solid ${accent};padding:24px;text-align:center;background:#fff8f4}
.${name('wall')} button{background:${accent};color:#fff;border:0;padding:10px 30px}.${name('list')},.${name('foot')}{font-size:14px;color:#666}
</style>`
}

function wall({ phrases }: ArticlePage, name: ClassNames): Markup {
  const { title, text, button, signIn } = phrases.subscribe
  return markup`<div class="${name('wall')}" data-testid="paywall"><div><strong>${title}</strong></div>
<div>${text}</div><button>${button}</button><div><a href="/login">${signIn}</a></div></div>`
}

function body(page: ArticlePage, name: ClassNames): Markup {
  const slot = markup`<div class="${name('slot')}">${page.phrases.advertisement}</div>`
  const lines = page.paragraphs.map(
    (text, index) =>
      markup`<div class="${name('line')}"><span>${text}</span></div>\n${(index === 1 || index === 6) && slot}`,
  )
  return markup`<div class="${name('body')}">${lines}${page.walled && wall(page, name)}</div>`
}

function topBar({ outlet, phrases, homeUrl }: ArticlePage, name: ClassNames): Markup {
  return markup`<div class="${name('bar')}"><a class="${name('logo')}" href="${homeUrl}">${outlet.name}</a>
<ul>${labelItems(phrases.menu)}</ul><a href="/login">${phrases.subscribe.button}</a></div>`
}

/** Div soup with generated class names: no article, no p, no main. */
export function renderHashed(page: ArticlePage): Markup {
  const { outlet, phrases } = page
  const name = classNames(outlet.id)
  return markup`<!DOCTYPE html><html lang="${outlet.lang}"><head><meta charset="${outlet.page.charset}">
${headFacts(page)}
${styles(outlet.accent, name)}</head><body><div id="__next"><div class="${name('page')}">
${topBar(page, name)}
<div class="${name('column')}"><div class="${name('crumb')}"><a href="${page.homeUrl}">${phrases.home}</a> › ${phrases.menu[0] ?? ''}</div>
<h1 class="${name('title')}">${page.headline}</h1>
${page.dek !== null && markup`<div class="${name('dek')}">${page.dek}</div>`}
<div class="${name('meta')}"><span>${bylineText(page)}</span> <span>${publishedLine(page)}</span></div>
<div class="${name('picture')}"><img src="${page.imageUrl}" width="100%" alt=""><span>${phrases.photo}</span></div>
${body(page, name)}
${page.agencyNote !== null && markup`<div class="${name('note')}">${page.agencyNote}</div>`}
<div class="${name('share')}"><ul>${labelItems(phrases.share)}</ul></div>
<div class="${name('list')}"><div>${phrases.related}</div><ul>${linkItems(page.related)}</ul></div>
<div class="${name('list')}"><div>${phrases.mostRead}</div><ul>${linkItems(page.mostRead)}</ul></div></div>
<div class="${name('foot')}"><ul>${labelItems(phrases.footer)}</ul>© ${outlet.name} ${phrases.rights}</div>
</div></div></body></html>`
}
