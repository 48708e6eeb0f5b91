import { Parser } from 'htmlparser2'
import { dropDoctype, referenceDecoder } from './doctype.ts'
import { canonicalName, extendScope, type NamespaceScope } from './namespaces.ts'
import { cut } from './plainText.ts'

/** Nesting beyond this is an attack: feeds measured in the wild stay under 30. */
const DEPTH_LIMIT = 256
/** Elements read from one document: 150 for each of 2,000 entries. */
const ELEMENT_LIMIT = 300_000
/** Characters read of one piece of text: 200,000 are kept of the longest, and an escape takes up to five. */
const TEXT_LIMIT = 1_000_000
/** A tag with more attributes ends the reading. */
const ATTRIBUTE_LIMIT = 1_000
/** Children kept of one element. */
const CHILD_LIMIT = 5_000

/** An element of a feed; names are canonical (see `canonicalName`), references in text and attributes are decoded. */
export interface XmlElement {
  readonly name: string
  /** Keys are lower case without prefix, except `xml:base` and `xml:lang`. */
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: XmlElement | null
  readonly children: readonly (XmlElement | string)[]
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[]
  readonly scope: NamespaceScope
}

/** What to look for in a document. */
export interface TreeOptions {
  /** Canonical names of elements that may be the root; what stands before the first of them is skipped. */
  readonly roots: ReadonlySet<string>
  /** Canonical names whose first sight, before any root, ends the reading: this is another kind of document. */
  readonly strangers: ReadonlySet<string>
  /** Canonical names of entries, and how many are read. */
  readonly entries: ReadonlySet<string>
  readonly entryLimit: number
}

/** `stranger` is the first element that told the document is something else. */
export type TreeResult =
  | { readonly kind: 'tree'; readonly root: XmlElement }
  | { readonly kind: 'too_deep' }
  | { readonly kind: 'no_root'; readonly stranger: string | null }

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

const NO_SCOPE: NamespaceScope = new Map()

function attributeKey(name: string): string {
  const lower = name.toLowerCase()
  return lower.startsWith('xml:') ? lower : lower.slice(lower.indexOf(':') + 1)
}

function readAttributes(
  written: Readonly<Record<string, string>>,
  decode: (text: string) => string,
): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [name, value] of Object.entries(written)) {
    const key = attributeKey(name)
    if (!name.startsWith('xmlns') && !attributes.has(key)) attributes.set(key, decode(value))
  }
  return attributes.size === 0 ? NO_ATTRIBUTES : attributes
}

/** The state of one reading: the elements open now, outermost first, and why it must stop. */
interface Reading {
  readonly options: TreeOptions
  readonly decode: (text: string) => string
  readonly open: OpenElement[]
  root: OpenElement | null
  stranger: string | null
  elements: number
  entries: number
  /** Of the tag being read. */
  attributes: number
  stop: 'too_deep' | 'stranger' | 'enough' | null
}

function reasonToStop(reading: Reading, name: string): Reading['stop'] {
  if (reading.open.length >= DEPTH_LIMIT) return 'too_deep'
  if (reading.elements > ELEMENT_LIMIT) return 'enough'
  if (reading.root === null && reading.options.strangers.has(name)) return 'stranger'
  return reading.entries > reading.options.entryLimit ? 'enough' : null
}

function openElement(
  reading: Reading,
  tag: string,
  written: Readonly<Record<string, string>>,
): void {
  const parent = reading.open.at(-1) ?? null
  const scope = extendScope(parent?.scope ?? NO_SCOPE, written)
  const name = canonicalName(tag, scope)
  reading.elements += 1
  if (reading.options.entries.has(name)) reading.entries += 1
  reading.stop = reasonToStop(reading, name)
  if (reading.root === null) reading.stranger ??= name
  if (reading.stop !== null) return
  const attributes = readAttributes(written, reading.decode)
  const element: OpenElement = { name, attributes, parent, children: [], scope }
  if (reading.root === null && reading.options.roots.has(name)) reading.root = element
  append(parent, element)
  reading.open.push(element)
}

function append(parent: OpenElement | null, child: OpenElement | string): void {
  if (parent !== null && parent.children.length < CHILD_LIMIT) parent.children.push(child)
}

function resultOf(reading: Reading): TreeResult {
  if (reading.stop === 'too_deep') return { kind: 'too_deep' }
  if (reading.root === null) return { kind: 'no_root', stranger: reading.stranger }
  return { kind: 'tree', root: reading.root }
}

/** Reads XML as it comes, well-formed or not, into a tree of bounded depth and size. */
export function readTree(xml: string, options: TreeOptions): TreeResult {
  const { text, entities } = dropDoctype(xml)
  const reading: Reading = {
    options,
    decode: referenceDecoder(entities),
    open: [],
    root: null,
    stranger: null,
    elements: 0,
    entries: 0,
    attributes: 0,
    stop: null,
  }
  let verbatim = false
  const parser = new Parser(
    {
      onattribute() {
        reading.attributes += 1
        if (reading.attributes > ATTRIBUTE_LIMIT) stopReading('enough')
      },
      onopentag(name, attributes) {
        reading.attributes = 0
        openElement(reading, name, attributes)
        if (reading.stop !== null) stopReading(reading.stop)
      },
      onclosetag() {
        reading.open.pop()
      },
      oncdatastart() {
        verbatim = true
      },
      oncdataend() {
        verbatim = false
      },
      ontext(piece) {
        const text = cut(piece, TEXT_LIMIT)
        append(reading.open.at(-1) ?? null, verbatim ? text : reading.decode(text))
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  const stopReading = (reason: Reading['stop']): void => {
    reading.stop = reason
    parser.pause()
  }
  parser.write(text)
  if (reading.stop === null) parser.end()
  return resultOf(reading)
}
