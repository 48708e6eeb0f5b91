import { type ChildNode, type Document, Element, isTag, isText } from 'domhandler'
import { pageLimits } from './limits.ts'
import { type Mark, readMark } from './marks.ts'
import { type NameTraits, nameReader } from './names.ts'
import type { Block, Container, PageOutline } from './outline.ts'
import { isJsonLd } from './parse.ts'
import {
  blockTags,
  frameRoles,
  frameTags,
  hardFrameTags,
  imageTags,
  skippedTags,
  trustedTags,
} from './tags.ts'
import { foldText, shortText, visibleLength } from './text.ts'

/** Walks the tree once, without recursion, and writes down its head facts, marks, containers and text blocks. */
export function walkPage(root: Document): PageOutline {
  const walk = newWalk()
  let node: ChildNode | null = root.firstChild
  while (node !== null) node = enter(walk, node) ?? following(walk, node)
  endBlock(walk)
  return walk
}

/** The outline being written, and where the walk stands. */
interface Walk {
  readonly head: {
    documentTitle: string
    readonly meta: Map<string, string[]>
    readonly canonicalLinks: string[]
    htmlLanguage: string | null
    readonly jsonLd: string[]
  }
  readonly marks: Mark[]
  readonly containers: Container[]
  readonly blocks: Block[]
  readonly imageContainers: number[]
  readonly readNames: (names: string) => NameTraits
  /** Elements of the open containers, innermost last, and their indices. */
  readonly openElements: Element[]
  readonly openIndices: number[]
  /** The open block: its text so far, and whether a line break came last. */
  parts: string[]
  length: number
  linkLength: number
  afterBreak: boolean
  openLinks: number
  metaTags: number
  jsonLdCharacters: number
}

function newWalk(): Walk {
  const readNames = nameReader()
  const names = readNames('')
  return {
    head: {
      documentTitle: '',
      meta: new Map(),
      canonicalLinks: [],
      htmlLanguage: null,
      jsonLd: [],
    },
    marks: [],
    containers: [
      { tag: 'body', parent: -1, names, isSuspect: false, isHard: false, isBody: false },
    ],
    blocks: [],
    imageContainers: [],
    readNames,
    openElements: [],
    openIndices: [0],
    parts: [],
    length: 0,
    linkLength: 0,
    afterBreak: false,
    openLinks: 0,
    metaTags: 0,
    jsonLdCharacters: 0,
  }
}

/** Takes in one node; returns its first child when the walk should go inside. */
function enter(walk: Walk, node: ChildNode): ChildNode | null {
  if (isText(node)) addText(walk, node.data)
  if (!isTag(node)) return null
  const { name } = node
  if (name === 'br') addBreak(walk)
  if (imageTags.has(name)) walk.imageContainers.push(walk.openIndices.at(-1) ?? 0)
  if (skippedTags.has(name)) readHead(walk, node)
  if (name === 'title') readTitle(walk, node)
  if (name === 'br' || name === 'title' || skippedTags.has(name) || isHidden(node)) return null
  if (name === 'html') walk.head.htmlLanguage ??= node.attribs['lang'] ?? null
  const first = node.firstChild
  openContainer(walk, node)
  if (first === null) return null
  if (name === 'a') walk.openLinks += 1
  return first
}

/** The next node in document order after a finished one, closing what ends on the way. */
function following(walk: Walk, finished: ChildNode): ChildNode | null {
  let node: ChildNode = finished
  while (node.next === null) {
    const parent: ChildNode['parent'] = node.parent
    if (!(parent instanceof Element)) return null
    leave(walk, parent)
    node = parent
  }
  return node.next
}

function leave(walk: Walk, element: Element): void {
  if (element.name === 'a') walk.openLinks -= 1
  if (walk.openElements.at(-1) !== element) return
  endBlock(walk)
  walk.openElements.pop()
  walk.openIndices.pop()
}

function openContainer(walk: Walk, element: Element): void {
  const { name, attribs } = element
  const written = namesOf(attribs)
  readMarks(walk, element, written)
  const names = walk.readNames(written)
  const isFrame = frameTags.has(name) || hasFrameRole(attribs['role'])
  const isSuspect = !trustedTags.has(name) && (isFrame || names.isSuspect)
  if (!isSuspect && !blockTags.has(name)) return
  endBlock(walk)
  if (element.firstChild === null) return
  const isHard = hardFrameTags.has(name) || hasFrameRole(attribs['role']) || names.isHard
  walk.containers.push({
    tag: name,
    parent: walk.openIndices.at(-1) ?? 0,
    names,
    isSuspect,
    isHard: isSuspect && isHard,
    isBody: names.isBody || attribs['itemprop'] === 'articleBody',
    ...(process.env["RAW"] ? { raw: written } : {}),
  })
  walk.openElements.push(element)
  walk.openIndices.push(walk.containers.length - 1)
}

function namesOf(attributes: { readonly [name: string]: string }): string {
  const className = attributes['class'] ?? ''
  const id = attributes['id']
  return id === undefined ? className : `${className} ${id}`
}

function hasFrameRole(role: string | undefined): boolean {
  return role !== undefined && frameRoles.has(role)
}

function isHidden(element: Element): boolean {
  const { hidden, style, 'aria-hidden': ariaHidden } = element.attribs
  if (hidden !== undefined || ariaHidden === 'true') return true
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

function addText(walk: Walk, text: string): void {
  const length = visibleLength(text)
  walk.parts.push(text)
  if (length > 0) walk.afterBreak = false
  walk.length += length
  if (walk.openLinks > 0) walk.linkLength += length
}

/** One line break is a space; two, with no text between them, end a paragraph. */
function addBreak(walk: Walk): void {
  if (walk.afterBreak) endBlock(walk)
  walk.parts.push(' ')
  walk.afterBreak = walk.length > 0
}

function endBlock(walk: Walk): void {
  const text = walk.length > 0 ? foldText(walk.parts.join('')) : ''
  if (text !== '') {
    const container = walk.openIndices.at(-1) ?? 0
    const tag = walk.containers[container]?.tag ?? 'body'
    const { length, linkLength } = walk
    walk.blocks.push({ container, tag, text, length, linkLength })
  }
  walk.parts = []
  walk.length = 0
  walk.linkLength = 0
  walk.afterBreak = false
}

function readMarks(walk: Walk, element: Element, names: string): void {
  if (walk.marks.length >= pageLimits.marks) return
  const mark = readMark(element, names)
  if (mark !== null) walk.marks.push(mark)
}

function readHead(walk: Walk, element: Element): void {
  const { name, attribs } = element
  if (name === 'meta') readMeta(walk, attribs)
  if (name === 'link') readLink(walk, attribs)
  if (name === 'script' && isJsonLd(attribs['type'])) readJsonLd(walk, element)
}

function readTitle(walk: Walk, element: Element): void {
  if (walk.head.documentTitle === '') walk.head.documentTitle = shortText(element, 400)
}

function readMeta(walk: Walk, attributes: { readonly [name: string]: string }): void {
  const { property, name, itemprop, content } = attributes
  const key = (property ?? name ?? itemprop)?.toLowerCase()
  if (key === undefined || !content || walk.metaTags >= pageLimits.metaTags) return
  walk.metaTags += 1
  const values = walk.head.meta.get(key)
  const value = foldText(content.slice(0, 2_000))
  if (values === undefined) walk.head.meta.set(key, [value])
  else values.push(value)
}

function readLink(walk: Walk, attributes: { readonly [name: string]: string }): void {
  const { rel, href } = attributes
  if (href !== undefined && rel?.toLowerCase() === 'canonical') {
    walk.head.canonicalLinks.push(href.trim())
  }
}

function readJsonLd(walk: Walk, script: Element): void {
  const content = script.firstChild
  if (content === null || !isText(content)) return
  walk.jsonLdCharacters += content.data.length
  if (walk.jsonLdCharacters <= pageLimits.jsonLdCharacters) walk.head.jsonLd.push(content.data)
}
