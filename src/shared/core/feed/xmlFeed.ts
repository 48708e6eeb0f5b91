import { htmlOf, plainOf } from './construct.ts'
import { LIMITS } from './limits.ts'
import { authorName } from './person.ts'
import { foldSpace } from './plainText.ts'
import type { EntryDraft, FeedContext, FeedDraft, FeedFormat } from './types.ts'
import {
  categoriesOf,
  type DocumentFacts,
  identifierOf,
  languageClaim,
  languageTag,
  mediaUrlsOf,
  publishedOf,
  titleOf,
  updatedOf,
} from './xmlFields.ts'
import { skipDaysOf, skipHoursOf, ttlMinutesOf } from './xmlHints.ts'
import { entryUrlOf, relatedUrl, siteUrlOf } from './xmlLinks.ts'
import { attributeOf, childrenNamed, pick } from './xmlPick.ts'
import { addByName, type XmlElement } from './xmlTree.ts'

/** Roots of the feed formats written in XML; a bare `channel` is an RSS feed that lost its wrapper. */
const FORMAT_OF_ROOT: ReadonlyMap<string, FeedFormat> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf:rdf', 'rdf'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
  ['urlset', 'sitemap'],
])

const ENTRY_NAMES: Readonly<Record<FeedFormat, ReadonlySet<string>>> = {
  rss: new Set(['item', 'entry']),
  rdf: new Set(['item']),
  atom: new Set(['entry', 'item']),
  sitemap: new Set(['url']),
  json: new Set(),
}

/** Elements of RSS and RDF between the root and the entries. */
const ENTRY_HOLDERS: ReadonlySet<string> = new Set(['channel', 'items'])

/** Canonical name of each root element → names of the entries below it. */
export const XML_ROOTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...FORMAT_OF_ROOT].map(([root, format]) => [root, ENTRY_NAMES[format]]),
)

const SUMMARY_NAMES = [
  'summary',
  'description',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'itunes:subtitle',
  'media:description',
] as const

const CONTENT_NAMES = [
  'content:encoded',
  'content',
  'fullitem',
  'xhtml:body',
  'body',
  'xhtml:div',
] as const

const DESCRIPTION_NAMES = [
  'description',
  'tagline',
  'subtitle',
  'dc:description',
  'itunes:summary',
  'itunes:subtitle',
] as const

const AUTHOR_NAMES = ['author', 'dc:creator', 'dc:author', 'itunes:author'] as const

/** An entry of a news sitemap says what it knows inside `news:news` and `news:publication`. */
function withNews(entry: XmlElement): XmlElement {
  const news = childrenNamed(entry, ['news:news'])
  const publications = news.flatMap((child) => childrenNamed(child, ['news:publication']))
  if (news.length === 0) return entry
  const children = [entry, ...news, ...publications].flatMap((element) => element.children)
  const named = new Map<string, XmlElement[]>()
  for (const child of children) if (typeof child !== 'string') addByName(named, child)
  return { ...entry, children, named }
}

function readEntry(element: XmlElement, facts: DocumentFacts): EntryDraft {
  const entry = facts.format === 'sitemap' ? withNews(element) : element
  return {
    url: entryUrlOf(entry, facts),
    guid: guidOf(entry, facts),
    title: titleOf(entry, facts),
    publishedAt: publishedOf(entry),
    updatedAt: updatedOf(entry),
    summary: pick(entry, SUMMARY_NAMES, (child) => plainOf(child, facts.format, LIMITS.summary)),
    contentHtml: pick(entry, CONTENT_NAMES, (child) =>
      htmlOf(child, facts.format, LIMITS.contentHtml),
    ),
    author: pick(entry, AUTHOR_NAMES, authorName),
    language: languageClaim(entry) ?? facts.language,
    categories: categoriesOf(entry),
    mediaUrls: mediaUrlsOf(entry, facts),
  }
}

function guidOf(entry: XmlElement, facts: DocumentFacts): string | null {
  return (
    identifierOf(entry, ['guid', 'id', 'dc:identifier'], facts) ??
    foldSpace(attributeOf(entry, 'about') ?? '', LIMITS.guid)
  )
}

/** Entries wherever broken feeds put them: in the channel, beside it, inside an entry that was not closed. */
function entryElements(holder: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  return holder.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (ENTRY_HOLDERS.has(child.name)) return entryElements(child, names)
    return names.has(child.name) ? [child, ...entryElements(child, names)] : []
  })
}

/** Facts of a feed and its entries from the root element of an RSS, Atom, RDF or sitemap document. */
export function readXmlFeed(
  root: XmlElement,
  context: FeedContext,
  base: string | null,
): FeedDraft {
  const format = FORMAT_OF_ROOT.get(root.name) ?? 'rss'
  const channel = childrenNamed(root, ['channel'])[0] ?? root
  const language = languageClaim(channel) ?? languageTag(context.contentLanguage ?? '')
  const facts: DocumentFacts = { format, base, language }
  const entries = entryElements(root, ENTRY_NAMES[format]).map((element) =>
    readEntry(element, facts),
  )
  return {
    format,
    id: identifierOf(channel, ['id', 'guid'], facts),
    title: titleOf(channel, facts),
    description: pick(channel, DESCRIPTION_NAMES, (child) =>
      plainOf(child, format, LIMITS.summary),
    ),
    siteUrl: siteUrlOf(channel, facts),
    language,
    updatedAt: updatedOf(channel) ?? publishedOf(channel),
    ttlMinutes: ttlMinutesOf(channel),
    skipHours: skipHoursOf(channel),
    skipDays: skipDaysOf(channel),
    hubUrl: relatedUrl(channel, 'hub', facts),
    selfUrl: relatedUrl(channel, 'self', facts),
    entries,
  }
}
