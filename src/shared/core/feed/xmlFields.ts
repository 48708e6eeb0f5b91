import { plainOf } from './construct.ts'
import { parseDate } from './dates.ts'
import { cleanUrl, hasScheme } from './feedUrl.ts'
import { LIMITS } from './limits.ts'
import { cut, foldSpace } from './plainText.ts'
import type { FeedFormat } from './types.ts'
import { attributeOf, baseOf, childrenNamed, languageOf, pick, textOf } from './xmlPick.ts'
import type { XmlElement } from './xmlTree.ts'

/** What the readers of single fields need to know about the document. */
export interface DocumentFacts {
  readonly format: FeedFormat
  /** Base for relative links outside any `xml:base`. */
  readonly base: string | null
  /** Language of the feed: that of entries which claim none. */
  readonly language: string | null
}

/** Children in which each fact is looked for, most trusted first; the feed and its entries share the table. */
const SOURCES = {
  title: ['title', 'dc:title', 'dcterms:title', 'news:title', 'itunes:title', 'media:title'],
  published: [
    'pubdate',
    'published',
    'issued',
    'dc:date',
    'dcterms:issued',
    'dcterms:created',
    'created',
    'news:publication_date',
  ],
  updated: ['updated', 'modified', 'dcterms:modified', 'lastbuilddate', 'lastmod'],
  language: ['language', 'dc:language', 'news:language'],
  category: ['category', 'dc:subject', 'media:category', 'itunes:category'],
  keywords: ['news:keywords', 'media:keywords', 'itunes:keywords'],
  media: ['enclosure', 'link', 'media:content', 'media:thumbnail', 'itunes:image'],
  mediaGroup: ['media:group', 'media:content'],
} as const

/** Plain title, at most 1,000 characters. */
export function titleOf(element: XmlElement, facts: DocumentFacts): string | null {
  return pick(element, SOURCES.title, (child) => plainOf(child, facts.format, LIMITS.title))
}

function dateOf(element: XmlElement, names: readonly string[]): string | null {
  return pick(element, names, (child) => parseDate(textOf(child))?.iso ?? null)
}

/** Date of publication, ISO 8601: the first source that holds a date. */
export function publishedOf(element: XmlElement): string | null {
  return dateOf(element, SOURCES.published)
}

/** Date of the last change, ISO 8601. */
export function updatedOf(element: XmlElement): string | null {
  return dateOf(element, SOURCES.updated)
}

/** Language tag with `-` between its parts (`en_US` → `en-US`). */
export function languageTag(claim: string): string | null {
  return foldSpace(claim, LIMITS.language)?.replaceAll('_', '-') ?? null
}

/** Language an element names itself, else the nearest `xml:lang`. */
export function languageClaim(element: XmlElement): string | null {
  const named = pick(element, SOURCES.language, (child) => languageTag(textOf(child)))
  return named ?? languageTag(languageOf(element) ?? '')
}

/** Identifier as written; only a path in Atom, where an id is a reference, is resolved. */
export function identifierOf(
  element: XmlElement,
  names: readonly string[],
  facts: DocumentFacts,
): string | null {
  return pick(element, names, (child) => {
    const id = foldSpace(textOf(child), LIMITS.guid)
    if (id === null || facts.format !== 'atom' || !id.includes('/') || hasScheme(id)) return id
    return cleanUrl(id, baseOf(child, facts.base)) ?? id
  })
}

function categoryNames(element: XmlElement): string[] {
  const single = childrenNamed(element, SOURCES.category).map(
    (child) => textOf(child) || (attributeOf(child, 'term') ?? attributeOf(child, 'text') ?? ''),
  )
  const lists = childrenNamed(element, SOURCES.keywords).flatMap((child) =>
    cut(textOf(child), LIMITS.categories * LIMITS.category).split(','),
  )
  return [...single, ...lists]
}

/** Categories and keywords, plain, without repeats. */
export function categoriesOf(element: XmlElement): string[] {
  const names = new Set<string>()
  for (const name of categoryNames(element).slice(0, LIMITS.categories)) {
    const folded = foldSpace(name, LIMITS.category)
    if (folded !== null) names.add(folded)
  }
  return [...names]
}

function mediaReference(element: XmlElement): string | null {
  if (element.name === 'link' && attributeOf(element, 'rel') !== 'enclosure') return null
  return attributeOf(element, 'url') ?? attributeOf(element, 'href')
}

/** URLs of enclosures, media contents and thumbnails, also those inside a `media:group`. */
export function mediaUrlsOf(element: XmlElement, facts: DocumentFacts): string[] {
  const urls = new Set<string>()
  for (const holder of [element, ...childrenNamed(element, SOURCES.mediaGroup)]) {
    for (const child of childrenNamed(holder, SOURCES.media)) {
      const reference = mediaReference(child)
      const url = reference === null ? null : cleanUrl(reference, baseOf(child, facts.base))
      if (url !== null && urls.size < LIMITS.mediaUrls) urls.add(url)
    }
  }
  return [...urls]
}
