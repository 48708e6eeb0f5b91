import { isCredited } from './carriage.ts'
import { isoDate, shownDate } from './dates.ts'
import { outletById } from './outlets.ts'
import type { Outlet } from './outletTypes.ts'
import { phrasesOf } from './phrases/index.ts'
import type { Publication } from './planTypes.ts'
import { itemAt } from './random.ts'
import type { ArticlePage, PageLink } from './templates/types.ts'

/** What a page needs to know of the web around it. */
export interface PageContext {
  /** `http://127.0.1.1:8090` of an outlet, without a final slash. */
  readonly originOf: (outletId: string) => string
  readonly startMs: number
  /** What is out, oldest first. */
  readonly released: readonly Publication[]
}

/** How many links a related or most-read list has. */
const listLength = 4

/** The absolute address of a publication, without tracking parameters. */
export function publicationUrl(publication: Publication, context: PageContext): string {
  return context.originOf(publication.outletId) + publication.path
}

function printedParagraphs(publication: Publication): readonly string[] {
  const { dateline, paragraphs } = publication.text
  const [first, ...others] = paragraphs
  if (first === undefined) return []
  const place = [dateline, isCredited(publication) ? '(Northwire)' : null].filter(
    (part) => part !== null,
  )
  return [place.length === 0 ? first : `${place.join(' ')} — ${first}`, ...others]
}

function relatedLinks(publication: Publication, context: PageContext): readonly PageLink[] {
  return context.released
    .filter(({ outletId, id }) => outletId === publication.outletId && id !== publication.id)
    .slice(-listLength)
    .map((other) => ({ title: other.text.headline, url: publicationUrl(other, context) }))
}

function teaserLinks(outlet: Outlet, serial: number, homeUrl: string): readonly PageLink[] {
  const { teasers } = phrasesOf(outlet.lang)
  return Array.from({ length: listLength }, (_, index) => ({
    title: itemAt(teasers, serial + index),
    url: `${homeUrl}#extra-${1 + ((serial + index) % teasers.length)}`,
  }))
}

function canonicalUrl(publication: Publication, context: PageContext): string {
  const { canonicalToAgency } = outletById(publication.outletId)
  const original = context.released.find(({ id }) => id === publication.originalId)
  const target = canonicalToAgency && original !== undefined ? original : publication
  return publicationUrl(target, context)
}

/** Everything a template needs to print a publication in its outlet. */
export function articlePageOf(publication: Publication, context: PageContext): ArticlePage {
  const outlet = outletById(publication.outletId)
  const phrases = phrasesOf(outlet.lang)
  const homeUrl = `${context.originOf(outlet.id)}/`
  const publishedMs = context.startMs + publication.publishedOffsetMs
  const teasers = teaserLinks(outlet, publication.serial, homeUrl)
  return {
    outlet,
    phrases,
    url: publicationUrl(publication, context),
    canonicalUrl: canonicalUrl(publication, context),
    homeUrl,
    feedUrl: context.originOf(outlet.id) + outlet.feed.path,
    imageUrl: `${homeUrl}media/${publication.serial}.svg`,
    headline: publication.text.headline,
    dek: publication.text.dek,
    byline: publication.text.byline,
    publishedAt: isoDate(publishedMs, outlet.utcOffsetMinutes),
    publishedShown: shownDate(publishedMs, outlet),
    paragraphs: printedParagraphs(publication),
    walled: publication.as === 'stub',
    agencyNote:
      publication.originalId === null ? null : phrases.agencyNote.replace('{agency}', 'Northwire'),
    related: [...relatedLinks(publication, context), ...teasers].slice(0, listLength),
    mostRead: teasers,
    serial: publication.serial,
  }
}
