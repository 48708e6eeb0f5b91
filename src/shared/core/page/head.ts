import { type Element, isText } from 'domhandler'
import { pageLimits } from './limits.ts'
import type { HeadFacts } from './outline.ts'
import { isJsonLd } from './parse.ts'
import { foldText, shortText } from './text.ts'

/** Head facts while they are being collected; they are taken from wherever they stand, for many pages misplace them. */
export interface HeadNotes extends HeadFacts {
  documentTitle: string
  readonly meta: Map<string, string[]>
  readonly canonicalLinks: string[]
  htmlLanguage: string | null
  readonly jsonLd: string[]
  metaTags: number
  jsonLdCharacters: number
}

/** No facts yet. */
export function newHeadNotes(): HeadNotes {
  return {
    documentTitle: '',
    meta: new Map(),
    canonicalLinks: [],
    htmlLanguage: null,
    jsonLd: [],
    metaTags: 0,
    jsonLdCharacters: 0,
  }
}

type Attributes = { readonly [name: string]: string }

/** Notes what an element that nobody sees says of the page, if it is one that says something. */
export function noteHeadFact(notes: HeadNotes, element: Element): void {
  const { name, attribs } = element
  if (name === 'meta') noteMeta(notes, attribs)
  else if (name === 'link') noteLink(notes, attribs)
  else if (name === 'html') notes.htmlLanguage ??= attribs['lang'] ?? attribs['xml:lang'] ?? null
  else if (name === 'title') notes.documentTitle ||= shortText(element, 400)
  else if (name === 'script' && isJsonLd(attribs['type'])) noteJsonLd(notes, element)
}

function noteMeta(notes: HeadNotes, attributes: Attributes): void {
  const { property, name, itemprop, 'http-equiv': header, content } = attributes
  const key = (property ?? name ?? itemprop ?? header)?.toLowerCase()
  if (key === undefined || !content || notes.metaTags >= pageLimits.metaTags) return
  notes.metaTags += 1
  const value = foldText(content.slice(0, 2_000))
  const values = notes.meta.get(key)
  if (values === undefined) notes.meta.set(key, [value])
  else values.push(value)
}

function noteLink(notes: HeadNotes, { rel, href }: Attributes): void {
  if (href !== undefined && rel?.toLowerCase() === 'canonical')
    notes.canonicalLinks.push(href.trim())
}

function noteJsonLd(notes: HeadNotes, script: Element): void {
  const content = script.firstChild
  if (content === null || !isText(content)) return
  notes.jsonLdCharacters += content.data.length
  if (notes.jsonLdCharacters <= pageLimits.jsonLdCharacters) notes.jsonLd.push(content.data)
}
