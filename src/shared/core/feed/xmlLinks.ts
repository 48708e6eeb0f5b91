import { cleanUrl } from './feedUrl.ts'
import type { DocumentFacts } from './xmlFields.ts'
import { attributeOf, baseOf, childrenNamed, pick, textOf } from './xmlPick.ts'
import type { XmlElement } from './xmlTree.ts'

const HTML_TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml'])

function resolve(reference: string | null, at: XmlElement, facts: DocumentFacts): string | null {
  return reference === null ? null : cleanUrl(reference, baseOf(at, facts.base))
}

/** URL of the first `link` with this `rel` (RFC 4287, section 4.2.7), for hubs and the feed itself. */
export function relatedUrl(element: XmlElement, rel: string, facts: DocumentFacts): string | null {
  return pick(element, ['link'], (link) =>
    attributeOf(link, 'rel')?.toLowerCase() === rel
      ? resolve(attributeOf(link, 'href'), link, facts)
      : null,
  )
}

/** How well an Atom link answers "where can a person read this": 2 a web page, 1 perhaps, 0 no. */
function rankOfLink(link: XmlElement): 0 | 1 | 2 {
  if ((attributeOf(link, 'rel')?.toLowerCase() ?? 'alternate') !== 'alternate') return 0
  const type = attributeOf(link, 'type')?.toLowerCase()
  return type === undefined || HTML_TYPES.has(type) ? 2 : 1
}

function alternateUrl(element: XmlElement, facts: DocumentFacts): string | null {
  const links = childrenNamed(element, ['link'])
    .filter((link) => rankOfLink(link) > 0)
    .sort((one, other) => rankOfLink(other) - rankOfLink(one))
  for (const link of links) {
    const url = resolve(attributeOf(link, 'href'), link, facts)
    if (url !== null) return url
  }
  return null
}

function textUrl(element: XmlElement, name: string, facts: DocumentFacts): string | null {
  return pick(element, [name], (child) => resolve(textOf(child) || null, child, facts))
}

function permalink(guid: XmlElement): string | null {
  if (attributeOf(guid, 'ispermalink')?.toLowerCase() === 'false') return null
  return cleanUrl(textOf(guid), null)
}

/** URL of the page behind a feed: RSS `link`, else the Atom link to a web page. */
export function siteUrlOf(element: XmlElement, facts: DocumentFacts): string | null {
  return textUrl(element, 'link', facts) ?? alternateUrl(element, facts)
}

/** URL of the page of an entry, most trusted source first; guids, ids and `rdf:about` only when they are absolute URLs. */
export function entryUrlOf(element: XmlElement, facts: DocumentFacts): string | null {
  return (
    textUrl(element, 'feedburner:origlink', facts) ??
    textUrl(element, 'link', facts) ??
    alternateUrl(element, facts) ??
    textUrl(element, 'loc', facts) ??
    pick(element, ['guid', 'id'], permalink) ??
    cleanUrl(attributeOf(element, 'about') ?? '', null)
  )
}
