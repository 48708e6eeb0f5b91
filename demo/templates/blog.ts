import { type Markup, markup } from '../markup.ts'
import {
  bylineText,
  headFacts,
  labelItems,
  linkItems,
  paragraphsWith,
  publishedLine,
} from './parts.ts'
import type { ArticlePage } from './types.ts'

function styles(accent: string): Markup {
  return markup`<style>
body{margin:0;font:16px/1.7 "Open Sans",Verdana,sans-serif;background:#f1f1f1;color:#333}a{color:${accent}}
.site{max-width:1080px;margin:auto;background:#fff}.site-header{padding:28px;border-top:6px solid ${accent}}.site-title{font-size:34px;margin:0}
.main-navigation ul{display:flex;gap:18px;list-style:none;background:${accent};margin:0;padding:10px 28px}.main-navigation a{color:#fff;text-decoration:none}
.site-content{display:flex}.content-area{flex:1;padding:28px}.widget-area{width:280px;padding:28px;font-size:14px}.widget{margin-bottom:30px}
.entry-meta,.tags-links,.comments-area{color:#888;font-size:13px}.jp-relatedposts,.newsletter-box{background:#f7f7f7;padding:14px 20px;margin:20px 0}
.sharedaddy ul{display:flex;gap:10px;list-style:none;padding:0;font-size:13px}.site-footer{padding:20px 28px;background:#333;color:#ccc;font-size:13px}
</style>`
}

function sidebar({ phrases, mostRead, related }: ArticlePage): Markup {
  const { title, text, button } = phrases.newsletter
  return markup`<div id="secondary" class="widget-area" role="complementary">
<section class="widget widget_search"><form class="search-form"><input type="search" placeholder="${phrases.search} …"></form></section>
<section class="widget widget_recent_entries"><h2 class="widget-title">${phrases.related}</h2><ul>${linkItems(related)}</ul></section>
<section class="widget widget_top-posts"><h2 class="widget-title">${phrases.mostRead}</h2><ul>${linkItems(mostRead)}</ul></section>
<section class="widget widget_mc4wp_form_widget"><h2 class="widget-title">${title}</h2><p>${text}</p><button>${button}</button></section>
<section class="widget widget_categories"><h2 class="widget-title">${phrases.topics}</h2><ul>${labelItems(phrases.menu)}</ul></section>
</div>`
}

function entryExtras({ phrases, related, agencyNote }: ArticlePage): Markup {
  return markup`${agencyNote !== null && markup`<p><em>${agencyNote}</em></p>`}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">${phrases.share[0] ?? ''}</h3><ul>${labelItems(phrases.share)}</ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>${phrases.related}</h3><ul>${linkItems(related)}</ul></div>`
}

function entryFooter({ phrases }: ArticlePage): Markup {
  const tags = phrases.menu.slice(0, 3).map((topic) => markup`<a rel="tag" href="#">${topic}</a> `)
  return markup`<footer class="entry-footer"><span class="tags-links">${phrases.topics}: ${tags}</span>
<p class="correction">${phrases.correction}</p></footer>`
}

/** A WordPress news theme: widgets, related posts, sharing buttons and a newsletter box inside the entry. */
export function renderBlog(page: ArticlePage): Markup {
  const { outlet, phrases, serial } = page
  const { title, text, button } = phrases.newsletter
  const box = markup`<div class="newsletter-box"><strong>${title}</strong><p>${text}</p><a class="button" href="#">${button}</a></div>\n`
  return markup`<!DOCTYPE html>
<html lang="${outlet.lang}"><head><meta charset="${outlet.page.charset}"><meta name="generator" content="WordPress 6.9.1">
${headFacts(page)}
${styles(outlet.accent)}</head>
<body class="post-template-default single single-post postid-${serial} single-format-standard">
<div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="${page.homeUrl}" rel="home">${outlet.name}</a></p></header>
<nav id="site-navigation" class="main-navigation"><ul id="primary-menu" class="menu">${labelItems(phrases.menu)}</ul></nav>
<div id="content" class="site-content"><div id="primary" class="content-area">
<article id="post-${serial}" class="post-${serial} post type-post status-publish format-standard hentry">
<header class="entry-header"><h1 class="entry-title">${page.headline}</h1>
<div class="entry-meta"><span class="posted-on">${publishedLine(page)}</span> <span class="byline author vcard">${bylineText(page)}</span></div></header>
<div class="post-thumbnail"><img class="wp-post-image" src="${page.imageUrl}" width="100%" alt=""><p class="wp-caption-text">${phrases.photo}</p></div>
<div class="entry-content">
${page.dek !== null && markup`<p class="lead"><strong>${page.dek}</strong></p>`}
${paragraphsWith(page.paragraphs, 4, box)}
${entryExtras(page)}
</div>
${entryFooter(page)}
</article>
<div id="comments" class="comments-area"><h2>${(serial % 40) + 2} ${phrases.comments}</h2></div>
</div>
${sidebar(page)}
</div>
<footer id="colophon" class="site-footer"><ul>${labelItems(phrases.footer)}</ul><p>© ${outlet.name}. ${phrases.rights}</p></footer>
</div></body></html>`
}
