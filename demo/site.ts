import { addressKey } from './addresses.ts'
import { articlePageOf, type PageContext, publicationUrl } from './articlePage.ts'
import { encodeMarkup } from './charsets.ts'
import { type FeedItem, renderFeed } from './feeds.ts'
import { renderFrontPage, renderNotFound } from './frontPage.ts'
import { markup } from './markup.ts'
import type { Outlet } from './outletTypes.ts'
import type { Publication } from './planTypes.ts'
import type { Reply } from './replies.ts'
import { renderConsent } from './templates/consent.ts'
import { renderArticle } from './templates/index.ts'
import { feedTypes } from './templates/parts.ts'

/** One outlet's site as it stands, in the web as it stands. */
export interface Site {
  readonly outlet: Outlet
  readonly context: PageContext
}

/** Entries a feed shows at most, newest first. */
const feedLength = 40
const frontPageLength = 25
const pageCacheSeconds = 300
const feedCacheSeconds = 1

function ownPublications({ outlet, context }: Site): readonly Publication[] {
  return context.released.filter(({ outletId }) => outletId === outlet.id).toReversed()
}

function feedItemOf(publication: Publication, { outlet, context }: Site): FeedItem {
  const url = publicationUrl(publication, context)
  const separator = url.includes('?') ? '&' : '?'
  const page = articlePageOf(publication, context)
  return {
    url: outlet.tracking === null ? url : url + separator + outlet.tracking,
    guid: String(publication.serial),
    title: publication.text.headline,
    summary: publication.text.dek ?? publication.text.paragraphs[0] ?? '',
    paragraphs: page.paragraphs,
    author: publication.text.byline,
    publishedMs: context.startMs + publication.publishedOffsetMs,
  }
}

function releaseMs(publication: Publication | undefined, context: PageContext): number {
  return context.startMs + 1000 * (publication?.releaseSecond ?? 0)
}

function htmlReply(outlet: Outlet, html: string, status = 200): Reply {
  const charset = outlet.page.charset
  return {
    status,
    contentType: `text/html; charset=${charset}`,
    body: encodeMarkup(html, charset),
    modifiedMs: null,
    cacheSeconds: pageCacheSeconds,
  }
}

function feedReply(site: Site): Reply {
  const { outlet, context } = site
  const shown = ownPublications(site).slice(0, feedLength)
  const modifiedMs = releaseMs(shown[0], context)
  const origin = context.originOf(outlet.id)
  const text = renderFeed({
    outlet,
    homeUrl: `${origin}/`,
    feedUrl: origin + outlet.feed.path,
    updatedMs: modifiedMs,
    items: shown.map((publication) => feedItemOf(publication, site)),
  })
  return {
    status: 200,
    contentType: feedContentType(outlet),
    body: encodeMarkup(text, outlet.feed.charset),
    modifiedMs,
    cacheSeconds: feedCacheSeconds,
  }
}

/** Feeds in RDF leave the charset to their XML declaration, as many old ones do. */
function feedContentType({ feed }: Outlet): string {
  const type = feedTypes[feed.format]
  return feed.format === 'rdf' ? type : `${type}; charset=${feed.charset}`
}

function frontPageReply(site: Site): Reply {
  const links = ownPublications(site)
    .slice(0, frontPageLength)
    .map((publication) => {
      const { url, title, summary } = feedItemOf(publication, site)
      return { url, title, summary }
    })
  return {
    ...htmlReply(site.outlet, renderFrontPage(site.outlet, links)),
    cacheSeconds: feedCacheSeconds,
  }
}

function notFoundReply({ outlet }: Site): Reply {
  return htmlReply(outlet, renderNotFound(outlet), 404)
}

/** A page stays as it was when it came out, whatever is released later. */
function articleReply(publication: Publication, site: Site): Reply {
  if (publication.as === 'missing') return notFoundReply(site)
  const { outlet, context } = site
  const released = context.released.filter(
    ({ releaseSecond }) => releaseSecond <= publication.releaseSecond,
  )
  const page = articlePageOf(publication, { ...context, released })
  const html = publication.as === 'consent' ? renderConsent(page).markup : renderArticle(page)
  return { ...htmlReply(outlet, html), modifiedMs: releaseMs(publication, context) }
}

function textReply(contentType: string, text: string): Reply {
  return { status: 200, contentType, body: Buffer.from(text), modifiedMs: null, cacheSeconds: 3600 }
}

/** A plain picture in the outlet's colour: enough for a page to look like one. */
function pictureReply({ outlet }: Site, serial: number): Reply {
  const hill = 300 + (serial % 200)
  return textReply(
    'image/svg+xml',
    markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675"><rect width="1200" height="675" fill="#cfdde6"/>
<circle cx="${200 + ((serial * 37) % 800)}" cy="170" r="80" fill="#fff" opacity=".8"/>
<path d="M0 ${hill}Q300 ${hill - 140} 600 ${hill + 60}T1200 ${hill}V675H0Z" fill="${outlet.accent}" opacity=".75"/>
<path d="M0 ${hill + 140}Q400 ${hill + 20} 800 ${hill + 160}T1200 ${hill + 110}V675H0Z" fill="${outlet.accent}"/></svg>`
      .markup,
  )
}

const robots = 'User-agent: *\nDisallow: /search\nDisallow: /login\n'

function fixedReply(site: Site, path: string): Reply | null {
  if (path === site.outlet.feed.path) return feedReply(site)
  if (path === '/') return frontPageReply(site)
  if (path === '/robots.txt') return textReply('text/plain; charset=utf-8', robots)
  const picture = /^\/media\/(\d{1,9})\.svg$/.exec(path)
  return picture === null ? null : pictureReply(site, Number(picture[1]))
}

/** What the site answers to a path and query at this moment. */
export function siteReply(site: Site, path: string): Reply {
  const origin = site.context.originOf(site.outlet.id)
  if (!URL.canParse(origin + path)) return notFoundReply(site)
  const key = addressKey(origin + path)
  const publication = ownPublications(site).find((own) => addressKey(origin + own.path) === key)
  if (publication !== undefined) return articleReply(publication, site)
  return fixedReply(site, path.split('?')[0] ?? '/') ?? notFoundReply(site)
}
