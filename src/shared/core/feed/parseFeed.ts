import { decodeText } from './decode.ts'
import { findFeedLinks } from './discovery.ts'
import { resolveBase } from './feedUrl.ts'
import { readJsonFeed } from './jsonFeed.ts'
import { LIMITS } from './limits.ts'
import type {
  EntryDraft,
  FeedContext,
  FeedDraftResult,
  FeedEntry,
  FeedErrorCode,
  FeedResult,
} from './types.ts'
import { readXmlFeed, XML_ROOTS } from './xmlFeed.ts'
import { readTree } from './xmlTree.ts'

const MESSAGES: Readonly<Record<FeedErrorCode, string>> = {
  feed_empty: 'the document is empty: check the address, or wait until the publisher repairs it',
  feed_not_recognised:
    'this is neither RSS, Atom, RDF, JSON Feed nor a news sitemap: check the address of the feed',
  feed_too_deep: 'elements are nested more than 256 deep, which no feed needs: it is not read',
}

/** First elements of documents that are no feed → what the document is and what to do. */
const STRANGERS: ReadonlyMap<string, string> = new Map([
  ['sitemapindex', 'this is an index of sitemaps, not a feed: use one of the sitemaps it lists'],
  ['opml', 'this is a list of feeds (OPML), not a feed: give it as the list of feeds to follow'],
  ['error', 'this is an error message of the server, not a feed: check the address'],
])

/** Elements with which a web page begins. */
const PAGE_STARTS: readonly string[] = ['html', 'head', 'body', 'xhtml:html']

const TREE_OPTIONS = {
  roots: XML_ROOTS,
  strangers: new Set([...STRANGERS.keys(), ...PAGE_STARTS]),
  entryLimit: LIMITS.entries,
} as const

function refuse(code: FeedErrorCode, message: string = MESSAGES[code]): FeedDraftResult {
  return { ok: false, code, message }
}

/** What to do with a web page: use the feed it announces. */
function adviseOnPage(html: string, context: FeedContext): string {
  const [announced] = findFeedLinks(html, context.url)
  return announced === undefined
    ? 'this is a web page, not a feed: find the address of its RSS or Atom feed and use that'
    : `this is a web page, not a feed: it announces the feed ${announced}, use that`
}

function isPage(text: string, stranger: string | null): boolean {
  if (stranger !== null) return PAGE_STARTS.includes(stranger)
  return /^\s{0,99}<!doctype html/i.test(text)
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20)
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const afterMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  return bytes.subarray(afterMark).find((byte) => byte > 0x20) === 0x7b
}

function draftJson(bytes: Uint8Array, context: FeedContext): FeedDraftResult {
  const { text } = decodeText(bytes, { contentType: context.contentType, kind: 'json' })
  const feed = readJsonFeed(text, baseOfResponse(context))
  return feed === null ? refuse('feed_not_recognised') : { ok: true, feed }
}

function draftXml(bytes: Uint8Array, context: FeedContext): FeedDraftResult {
  const { text } = decodeText(bytes, { contentType: context.contentType, kind: 'xml' })
  const tree = readTree(text, TREE_OPTIONS)
  if (tree.kind === 'too_deep') return refuse('feed_too_deep')
  if (tree.kind === 'no_root') {
    const { stranger } = tree
    if (isPage(text, stranger)) return refuse('feed_not_recognised', adviseOnPage(text, context))
    return refuse('feed_not_recognised', STRANGERS.get(stranger ?? ''))
  }
  return { ok: true, feed: readXmlFeed(tree.root, context, baseOfResponse(context)) }
}

function baseOfResponse(context: FeedContext): string | null {
  return resolveBase(context.contentLocation, resolveBase(context.url, null))
}

/** As `parseFeed`, but keeps entries without a usable URL. */
export function draftFeed(bytes: Uint8Array, context: FeedContext): FeedDraftResult {
  if (isBlank(bytes)) return refuse('feed_empty')
  return looksLikeJson(bytes) ? draftJson(bytes, context) : draftXml(bytes, context)
}

function hasUrl(entry: EntryDraft): entry is FeedEntry {
  return entry.url !== null
}

/**
 * Reads a feed of any common format from the bytes of a response: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed,
 * news sitemaps, broken or not. Never throws. Links resolve against `xml:base`, else Content-Location, else the URL.
 */
export function parseFeed(bytes: Uint8Array, context: FeedContext): FeedResult {
  const draft = draftFeed(bytes, context)
  if (!draft.ok) return draft
  const entries = draft.feed.entries.filter(hasUrl)
  const entriesWithoutUrl = draft.feed.entries.length - entries.length
  return { ok: true, feed: { ...draft.feed, entries, entriesWithoutUrl } }
}
