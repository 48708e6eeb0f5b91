/** Element names of the feed formats themselves (RSS of every version, Atom, sitemaps) carry no prefix. */
const FEED_NAMESPACE = ''

/** Prefix used here → namespace URIs it stands for, without scheme and without closing `/` or `#`. */
const URIS: Readonly<Record<string, readonly string[]>> = {
  [FEED_NAMESPACE]: [
    'www.w3.org/2005/atom',
    'purl.org/atom/ns',
    'purl.org/pie',
    'purl.org/rss/1.0',
    'purl.org/net/rss1.1',
    'my.netscape.com/rdf/simple/0.9',
    'channel.netscape.com/rdf/simple/0.9',
    'backend.userland.com/rss',
    'backend.userland.com/rss2',
    'backend.userland.com/rss091',
    'blogs.law.harvard.edu/tech/rss',
    'cyber.law.harvard.edu/rss',
    'www.rssboard.org/rss-specification',
    'www.sitemaps.org/schemas/sitemap/0.9',
    'www.google.com/schemas/sitemap/0.84',
  ],
  content: ['purl.org/rss/1.0/modules/content'],
  dc: ['purl.org/dc/elements/1.1', 'purl.org/dc/elements/1.0'],
  dcterms: ['purl.org/dc/terms'],
  feedburner: ['rssnamespace.org/feedburner/ext/1.0'],
  itunes: ['www.itunes.com/dtds/podcast-1.0.dtd'],
  media: ['search.yahoo.com/mrss', 'search.yahoo.com/mrss/rss.xml', 'www.rssboard.org/media-rss'],
  news: ['www.google.com/schemas/sitemap-news/0.9'],
  rdf: ['www.w3.org/1999/02/22-rdf-syntax-ns'],
  svg: ['www.w3.org/2000/svg'],
  sy: ['purl.org/rss/1.0/modules/syndication'],
  xhtml: ['www.w3.org/1999/xhtml'],
  xlink: ['www.w3.org/1999/xlink'],
}

const PREFIX_OF_URI: ReadonlyMap<string, string> = new Map(
  Object.entries(URIS).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const)),
)

/** Prefixes that mean the same in every feed, for documents that forget to declare them or mistype the URI. */
const WELL_KNOWN_PREFIXES: ReadonlyMap<string, string> = new Map([
  ...Object.keys(URIS).map((prefix) => [prefix, prefix] as const),
  ...['a10', 'atom', 'atom03', 'atom10', 'rss'].map((prefix) => [prefix, FEED_NAMESPACE] as const),
])

/** Prefix as written (`''` for the default namespace) → prefix used here. */
export type NamespaceScope = ReadonlyMap<string, string>

/** Declarations kept in one scope; documents in the wild have a dozen. */
const SCOPE_LIMIT = 64

function wellKnown(prefix: string): string {
  return WELL_KNOWN_PREFIXES.get(prefix) ?? prefix
}

function prefixOfUri(uri: string): string | undefined {
  const plain = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]{1,3}$/, '')
  return PREFIX_OF_URI.get(plain)
}

/** The scope inside an element that carries these attributes (`xmlns`, `xmlns:dc`, …). */
export function extendScope(
  outer: NamespaceScope,
  attributes: Readonly<Record<string, string>>,
): NamespaceScope {
  let scope: Map<string, string> | null = null
  for (const [name, uri] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    scope ??= new Map(outer)
    if (scope.size >= SCOPE_LIMIT) break
    const prefix = name.slice('xmlns:'.length).toLowerCase()
    scope.set(prefix, prefixOfUri(uri) ?? wellKnown(prefix))
  }
  return scope ?? outer
}

/** Name of an element as used here: lower case, with the prefix this module gives its namespace (`dc:date`, `title`). */
export function canonicalName(name: string, scope: NamespaceScope): string {
  const colon = name.indexOf(':')
  const prefix = colon === -1 ? '' : name.slice(0, colon).toLowerCase()
  const local = name.slice(colon + 1).toLowerCase()
  const known = scope.get(prefix) ?? wellKnown(prefix)
  return known === FEED_NAMESPACE ? local : `${known}:${local}`
}
