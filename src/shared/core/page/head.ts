import { type Attributes, attributeValue } from './attributes.ts'
import { pageLimits } from './limits.ts'
import type { HeadFacts } from './outline.ts'
import { foldText } from './text.ts'

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

/** Characters of the page's title that are read. */
export const titleCharacters = 400

/** Notes what an element that nobody sees says of the page, if it is one that says something. */
export function noteHeadFact(notes: HeadNotes, name: string, attributes: Attributes): void {
  if (name === 'meta') noteMeta(notes, attributes)
  else if (name === 'link') noteLink(notes, attributes)
  else if (name === 'html') {
    notes.htmlLanguage ??=
      attributeValue(attributes, 'lang') ?? attributeValue(attributes, 'xml:lang') ?? null
  }
}

/** The attributes that say what a `meta` tag is about. */
const keyNames = ['property', 'name', 'itemprop', 'http-equiv']

function noteMeta(notes: HeadNotes, attributes: Attributes): void {
  const name = keyNames.find((name) => attributes[name] !== undefined)
  const key = name === undefined ? undefined : attributeValue(attributes, name)?.toLowerCase()
  const content = key === undefined ? undefined : attributeValue(attributes, 'content')
  if (key === undefined || !content || notes.metaTags >= pageLimits.metaTags) return
  notes.metaTags += 1
  const value = foldText(content.slice(0, 2_000))
  const values = notes.meta.get(key)
  if (values === undefined) notes.meta.set(key, [value])
  else values.push(value)
}

function noteLink(notes: HeadNotes, attributes: Attributes): void {
  if (attributes['rel']?.toLowerCase() !== 'canonical') return
  const href = attributeValue(attributes, 'href')
  if (href !== undefined) notes.canonicalLinks.push(href.trim())
}

/** Whether a `script` of this type carries structured data. */
export function isJsonLd(type: string | undefined): boolean {
  return type?.toLowerCase().includes('ld+json') ?? false
}

/** Notes the content of a script with structured data. */
export function noteJsonLd(notes: HeadNotes, content: string): void {
  if (content === '') return
  notes.jsonLdCharacters += content.length
  if (notes.jsonLdCharacters <= pageLimits.jsonLdCharacters) notes.jsonLd.push(content)
}
