import { type ChildNode, type Document, Element, isTag, isText } from 'domhandler'
import { isHidden, namesOf } from './attributes.ts'
import { type HeadNotes, newHeadNotes, noteHeadFact } from './head.ts'
import { pageLimits } from './limits.ts'
import { type Mark, readMark } from './marks.ts'
import { type NameTraits, nameReader } from './names.ts'
import type { Block, Container, PageOutline } from './outline.ts'
import {
  blockTags,
  frameRoles,
  frameTags,
  hardFrameTags,
  imageTags,
  skippedTags,
  trustedTags,
} from './tags.ts'
import { foldText, visibleLength } from './text.ts'

/** Walks the tree once, without recursion, and writes down its head facts, marks, containers and text blocks. */
export function walkPage(root: Document): PageOutline {
  const walk = newWalk()
  let node: ChildNode | null = root.firstChild
  while (node !== null) node = enter(walk, node) ?? following(walk, node)
  endBlock(walk)
  return walk
}

/** The outline being written, and where the walk stands. */
interface Walk extends PageOutline {
  readonly head: HeadNotes
  readonly marks: Mark[]
  readonly containers: Container[]
  readonly blocks: Block[]
  readonly imageContainers: number[]
  readonly readNames: (names: string) => NameTraits
  /** Elements of the open containers, innermost last, and the indices of those and of the document. */
  readonly openElements: Element[]
  readonly openIndices: number[]
  openLinks: number
  openTimes: number
  /** The open block: its finished lines, the open one, its lengths, and whether a line break came last. */
  lines: string[]
  parts: string[]
  length: number
  linkLength: number
  timeLength: number
  isAfterBreak: boolean
}

function newWalk(): Walk {
  const readNames = nameReader()
  const names = readNames('')
  return {
    head: newHeadNotes(),
    marks: [],
    containers: [
      { tag: 'body', parent: -1, names, isSuspect: false, isHard: false, isBody: false },
    ],
    blocks: [],
    imageContainers: [],
    readNames,
    openElements: [],
    openIndices: [0],
    openLinks: 0,
    openTimes: 0,
    lines: [],
    parts: [],
    length: 0,
    linkLength: 0,
    timeLength: 0,
    isAfterBreak: false,
  }
}

function openContainer(walk: Walk): number {
  return walk.openIndices.at(-1) ?? 0
}

/** Takes in one node; returns its first child when the walk should go inside. */
function enter(walk: Walk, node: ChildNode): ChildNode | null {
  if (isText(node)) addText(walk, node.data)
  if (!isTag(node)) return null
  const { name } = node
  if (name === 'br') addBreak(walk)
  else if (imageTags.has(name)) walk.imageContainers.push(openContainer(walk))
  else noteHeadFact(walk.head, node)
  if (name === 'br' || name === 'title' || skippedTags.has(name) || isHidden(node.attribs))
    return null
  enterElement(walk, node)
  if (node.firstChild !== null) countOpen(walk, name, 1)
  return node.firstChild
}

/** The next node in document order after a finished one, closing what ends on the way. */
function following(walk: Walk, finished: ChildNode): ChildNode | null {
  let node: ChildNode = finished
  while (node.next === null) {
    const parent: ChildNode['parent'] = node.parent
    if (!(parent instanceof Element)) return null
    leaveElement(walk, parent)
    node = parent
  }
  return node.next
}

/** Ends the open block where an element starts a new one, and opens a container if it has content. */
function enterElement(walk: Walk, element: Element): void {
  const { name, attribs, firstChild } = element
  const names = walk.readNames(namesOf(attribs))
  noteMark(walk, element, names)
  const hasRole = attribs['role'] !== undefined && frameRoles.has(attribs['role'])
  const isFrame = hasRole || frameTags.has(name)
  const isSuspect = (isFrame || names.isSuspect) && !trustedTags.has(name)
  if (!isSuspect && !blockTags.has(name)) return
  endBlock(walk)
  if (firstChild === null) return
  const isHard =
    isSuspect && (hasRole || hardFrameTags.has(name) || (names.isHard && !names.isBody))
  const isBody = names.isBody || attribs['itemprop'] === 'articleBody'
  const parent = openContainer(walk)
  walk.openElements.push(element)
  walk.openIndices.push(walk.containers.length)
  walk.containers.push({ tag: name, parent, names, isSuspect, isHard, isBody })
}

/** Counts the open elements whose text is counted apart. */
function countOpen(walk: Walk, name: string, change: 1 | -1): void {
  if (name === 'a') walk.openLinks += change
  else if (name === 'time') walk.openTimes += change
}

function leaveElement(walk: Walk, element: Element): void {
  countOpen(walk, element.name, -1)
  if (walk.openElements.at(-1) !== element) return
  endBlock(walk)
  walk.openElements.pop()
  walk.openIndices.pop()
}

function noteMark(walk: Walk, element: Element, names: NameTraits): void {
  if (walk.marks.length >= pageLimits.marks) return
  const mark = readMark(element, names)
  if (mark === null) return
  walk.marks.push({ ...mark, container: openContainer(walk), block: walk.blocks.length })
}

function addText(walk: Walk, text: string): void {
  const length = visibleLength(text)
  walk.parts.push(text)
  if (length > 0) walk.isAfterBreak = false
  walk.length += length
  if (walk.openLinks > 0) walk.linkLength += length
  if (walk.openTimes > 0) walk.timeLength += length
}

/** One line break ends a line; two, with no text between them, end a paragraph. */
function addBreak(walk: Walk): void {
  if (walk.isAfterBreak) endBlock(walk)
  endLine(walk)
  walk.isAfterBreak = walk.length > 0
}

function endLine(walk: Walk): void {
  const line = foldText(walk.parts.join(''))
  if (line !== '') walk.lines.push(line)
  walk.parts = []
}

const noLines: readonly string[] = []

function endBlock(walk: Walk): void {
  if (walk.length > 0) {
    endLine(walk)
    addBlock(walk)
  }
  walk.lines = []
  walk.parts = []
  walk.length = 0
  walk.linkLength = 0
  walk.timeLength = 0
  walk.isAfterBreak = false
}

function addBlock(walk: Walk): void {
  const { lines, length, linkLength, timeLength } = walk
  const [text] = lines.length > 1 ? [lines.join(' ')] : lines
  if (text === undefined) return
  const container = openContainer(walk)
  walk.blocks.push({
    container,
    tag: walk.containers[container]?.tag ?? 'body',
    text,
    length,
    linkLength,
    lines: lines.length > 1 ? lines : noLines,
    isTime: timeLength === length,
  })
}
