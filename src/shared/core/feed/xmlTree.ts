import { type Handler, Parser } from 'htmlparser2'
import { dropDoctype, referenceDecoder } from './doctype.ts'
import { canonicalName, extendScope, type NamespaceScope } from './namespaces.ts'
import { cut } from './plainText.ts'
import { XmlTokenizer } from './xmlTokenizer.ts'

/** Nesting beyond this is an attack: the parser's own stack slows down with its depth. */
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
  /** The elements among the children by name, in the order of the document: each fact of an entry is looked up by names. */
  readonly named: ChildrenByName
}

export type ChildrenByName = ReadonlyMap<string, readonly XmlElement[]>

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[]
  named: Map<string, XmlElement[]>
  readonly scope: NamespaceScope
}

type WrittenAttributes = Readonly<Record<string, string>>

/** What to look for in a document; all names are canonical. */
export interface TreeOptions {
  /** Elements that may be the root, each with the names of its entries; what stands before a root is skipped. */
  readonly roots: ReadonlyMap<string, ReadonlySet<string>>
  /** Elements that, seen before any root, tell that the document is something else. */
  readonly strangers: ReadonlySet<string>
  /** Entries read; the rest of the document is left. */
  readonly entryLimit: number
}

/** `stranger` is the element that told the document is something else. */
export type TreeResult =
  | { readonly kind: 'tree'; readonly root: XmlElement }
  | { readonly kind: 'too_deep' }
  | { readonly kind: 'no_root'; readonly stranger: string | null }

/** The state of one reading: the elements open now, outermost first, and why it must stop. */
interface Reading {
  readonly options: TreeOptions
  readonly decode: (text: string) => string
  readonly open: OpenElement[]
  root: OpenElement | null
  entryNames: ReadonlySet<string>
  elements: number
  entries: number
  /** Of the tag being read. */
  attributes: number
  /** Inside CDATA, where references are just text. */
  verbatim: boolean
  stop: 'too_deep' | 'stranger' | 'enough' | null
  stranger: string | null
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

const NO_SCOPE: NamespaceScope = new Map()

const NO_NAMES: ReadonlySet<string> = new Set()

/** Of most elements, which hold text and nothing else; never written to. */
const NO_CHILDREN: Map<string, XmlElement[]> = new Map()

function attributeKey(name: string): string {
  const lower = name.toLowerCase()
  return lower.startsWith('xml:') ? lower : lower.slice(lower.indexOf(':') + 1)
}

function readAttributes(
  written: WrittenAttributes,
  decode: Reading['decode'],
): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [name, value] of Object.entries(written)) {
    const key = attributeKey(name)
    if (!name.startsWith('xmlns') && !attributes.has(key)) attributes.set(key, decode(value))
  }
  return attributes.size === 0 ? NO_ATTRIBUTES : attributes
}

function reasonToStop(reading: Reading, name: string): Reading['stop'] {
  if (reading.open.length >= DEPTH_LIMIT) return 'too_deep'
  if (reading.elements > ELEMENT_LIMIT) return 'enough'
  if (reading.root === null && reading.options.strangers.has(name)) return 'stranger'
  return reading.entries > reading.options.entryLimit ? 'enough' : null
}

function append(parent: OpenElement | null, child: OpenElement | string): void {
  if (parent === null || parent.children.length >= CHILD_LIMIT) return
  parent.children.push(child)
  if (typeof child === 'string') return
  if (parent.named === NO_CHILDREN) parent.named = new Map()
  addByName(parent.named, child)
}

/** Adds an element to children by name. */
export function addByName(named: Map<string, XmlElement[]>, child: XmlElement): void {
  const alike = named.get(child.name)
  if (alike === undefined) named.set(child.name, [child])
  else alike.push(child)
}

function openElement(reading: Reading, tag: string, written: WrittenAttributes): void {
  const parent = reading.open.at(-1) ?? null
  const outer = parent?.scope ?? NO_SCOPE
  const isBare = reading.attributes === 0
  const scope = isBare ? outer : extendScope(outer, written)
  const name = canonicalName(tag, scope)
  reading.elements += 1
  if (reading.entryNames.has(name)) reading.entries += 1
  reading.stop = reasonToStop(reading, name)
  if (reading.stop === 'stranger') reading.stranger = name
  if (reading.stop !== null) return
  const attributes = isBare ? NO_ATTRIBUTES : readAttributes(written, reading.decode)
  const element: OpenElement = {
    name,
    attributes,
    parent,
    children: [],
    named: NO_CHILDREN,
    scope,
  }
  append(parent, element)
  reading.open.push(element)
  if (reading.root === null) recogniseRoot(reading, element)
}

function recogniseRoot(reading: Reading, element: OpenElement): void {
  const entryNames = reading.options.roots.get(element.name)
  if (entryNames === undefined) return
  reading.root = element
  reading.entryNames = entryNames
}

function handlerOf(reading: Reading, pause: () => void): Partial<Handler> {
  return {
    onattribute() {
      reading.attributes += 1
      if (reading.attributes <= ATTRIBUTE_LIMIT) return
      reading.stop = 'enough'
      pause()
    },
    onopentag(name, attributes) {
      openElement(reading, name, attributes)
      reading.attributes = 0
      if (reading.stop !== null) pause()
    },
    onclosetag() {
      reading.open.pop()
    },
    oncdatastart() {
      reading.verbatim = true
    },
    oncdataend() {
      reading.verbatim = false
    },
    ontext(piece) {
      const text = cut(piece, TEXT_LIMIT)
      append(reading.open.at(-1) ?? null, reading.verbatim ? text : reading.decode(text))
    },
  }
}

/** Reads XML as it comes, well-formed or not, into a tree of bounded depth and size. */
export function readTree(xml: string, options: TreeOptions): TreeResult {
  const { text, entities } = dropDoctype(xml)
  const reading: Reading = {
    options,
    decode: referenceDecoder(entities),
    open: [],
    root: null,
    entryNames: NO_NAMES,
    elements: 0,
    entries: 0,
    attributes: 0,
    verbatim: false,
    stop: null,
    stranger: null,
  }
  const handler = handlerOf(reading, () => parser.pause())
  const parser = new Parser(handler, {
    xmlMode: true,
    decodeEntities: false,
    Tokenizer: XmlTokenizer,
  })
  parser.write(text)
  parser.end()
  if (reading.stop === 'too_deep') return { kind: 'too_deep' }
  if (reading.root === null) return { kind: 'no_root', stranger: reading.stranger }
  return { kind: 'tree', root: reading.root }
}
