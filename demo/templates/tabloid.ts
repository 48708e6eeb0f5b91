import { type Markup, markup } from '../markup.ts'
import { bylineText, headFacts, labelItems, linkItems, publishedLine } from './parts.ts'
import type { ArticlePage } from './types.ts'

function styles(accent: string): Markup {
  return markup`<style>
body{margin:0;font:17px/1.5 Arial,sans-serif}.top{background:${accent};color:#fff;padding:10px 20px}.top b{font-size:40px;font-style:italic}
.menu,.share-bar,.legal{display:flex;flex-wrap:wrap;gap:14px;list-style:none;padding:8px 20px;margin:0;background:#222}.menu a,.legal a{color:#fff}.share-bar{background:none;padding:0}
.wrap{display:flex;max-width:1100px;margin:auto}.story{flex:1;padding:20px}.story h1{font-size:44px;line-height:1;margin:0 0 12px}.puff{width:300px;padding:20px;font-weight:bold}
.promo{background:#fff3bf;padding:12px;font-weight:bold}.dateline-meta{color:#777;font-size:13px}
.cmp{position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:5px solid ${accent};padding:18px 30px;box-shadow:0 0 40px #0008;font-size:14px}
</style>`
}

/** The consent banner over the page: shared with the outlet's consent wall. */
export function consentBanner({ phrases }: Pick<ArticlePage, 'phrases'>): Markup {
  const { title, text, accept, reject } = phrases.cookies
  return markup`<div id="cmp-container" class="cmp" role="dialog" aria-modal="true" aria-label="${title}">
<h2>${title}</h2><p>${text}</p><button id="cmp-accept">${accept}</button> <button id="cmp-settings">${reject}</button></div>
`
}

function storyBody(page: ArticlePage): Markup {
  const { phrases, related } = page
  const teaser = related[0] ?? { title: phrases.teasers[0] ?? '', url: page.homeUrl }
  const extras: Readonly<Record<number, Markup>> = {
    1: markup`<p class="promo">${phrases.promotion}</p>\n`,
    3: markup`<p class="readmore"><b>${phrases.related}:</b> <a href="${teaser.url}">${teaser.title}</a></p>\n`,
    5: markup`<div class="ad-slot" data-ad="mpu">${phrases.advertisement}</div>\n`,
  }
  return markup`${page.paragraphs.map((text, index) => markup`<p>${text}</p>\n${extras[index] ?? null}`)}`
}

/** A tabloid under a consent banner, with promotions between the paragraphs. */
export function renderTabloid(page: ArticlePage): Markup {
  const { outlet, phrases } = page
  return markup`<!DOCTYPE html>
<html lang="${outlet.lang}"><head><meta http-equiv="content-type" content="text/html; charset=${outlet.page.charset}">
${headFacts(page)}
${styles(outlet.accent)}</head><body class="has-cmp">
<div class="top"><a href="${page.homeUrl}" style="color:#fff"><b>${outlet.name}</b></a></div>
<ul class="menu">${labelItems(phrases.menu)}</ul>
<div class="wrap"><div class="story" itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">${page.headline}</h1>
${page.dek !== null && markup`<ul class="bullets"><li>${page.dek}</li></ul>`}
<div class="dateline-meta">${bylineText(page)} <span itemprop="datePublished" content="${page.publishedAt}">${publishedLine(page)}</span></div>
<ul class="share-bar">${labelItems(phrases.share)}</ul>
<div class="image-wrap"><img src="${page.imageUrl}" width="100%" alt=""><div class="image-caption">${phrases.photo}</div></div>
<div itemprop="articleBody">
${storyBody(page)}${page.agencyNote !== null && markup`<p class="agency">${page.agencyNote}</p>`}</div>
<div class="comment-teaser"><a href="#comments">${(page.serial % 300) + 4} ${phrases.comments}</a></div></div>
<div class="puff"><h3>${phrases.mostRead}</h3><ol>${linkItems(page.mostRead)}</ol>
<h3>${phrases.related}</h3><ul>${linkItems(page.related)}</ul></div></div>
<ul class="legal">${labelItems(phrases.footer)}</ul>
${consentBanner(page)}</body></html>`
}
