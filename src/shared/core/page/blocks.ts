import type { NameTraits } from './names.ts'
import type { Block, Container } from './outline.ts'
import { foldText, isBlank, visibleLength } from './text.ts'

/** Containers and text blocks of a page while they are being written, and where the writing stands. */
export interface BlockNotes {
  readonly containers: Container[]
  readonly blocks: Block[]
  /** Indices of the open containers, the document first, the innermost last. */
  readonly openIndices: number[]
  /** The innermost open element starts a container, if only something is in it. */
  pending: Omit<Container, 'parent'> | null
  openLinks: number
  openTimes: number
  /** The open block: its finished lines, the open one, whether there is text, and whether a line break came last. */
  lines: string[]
  parts: string[]
  hasText: boolean
  isAfterBreak: boolean
  /** Visible characters of the finished lines, and so far those in links and in `time` elements. */
  length: number
  linkLength: number
  timeLength: number
}

/** No text yet: only the document is open. */
export function newBlockNotes(names: NameTraits): BlockNotes {
  return {
    containers: [
      { tag: 'body', parent: -1, names, isSuspect: false, isHard: false, isBody: false },
    ],
    blocks: [],
    openIndices: [0],
    pending: null,
    openLinks: 0,
    openTimes: 0,
    lines: [],
    parts: [],
    hasText: false,
    length: 0,
    linkLength: 0,
    timeLength: 0,
    isAfterBreak: false,
  }
}

/** Index of the innermost open container. */
export function openContainer({ openIndices }: BlockNotes): number {
  return openIndices[openIndices.length - 1] ?? 0
}

/** Opens the container of the innermost element, since something is in it. */
export function fillContainer(notes: BlockNotes): void {
  const { pending } = notes
  if (pending === null) return
  const { tag, names, isSuspect, isHard, isBody } = pending
  const parent = openContainer(notes)
  notes.openIndices.push(notes.containers.length)
  notes.containers.push({ tag, parent, names, isSuspect, isHard, isBody })
  notes.pending = null
}

/** Ends the container of the innermost element; an empty one was none. */
export function closeContainer(notes: BlockNotes): void {
  if (notes.pending !== null) {
    notes.pending = null
    return
  }
  endBlock(notes)
  notes.openIndices.pop()
}

/** The elements whose text is counted apart, as bits. */
export const counted = { link: 1, time: 2 } as const

/** Counts an opening element if its text is counted apart; returns which it is. */
export function countOpening(notes: BlockNotes, name: string): number {
  if (name === 'a') {
    notes.openLinks += 1
    return counted.link
  }
  if (name !== 'time') return 0
  notes.openTimes += 1
  return counted.time
}

/** Counts the end of what `countOpening` returned. */
export function countClosing(notes: BlockNotes, ending: number): void {
  if ((ending & counted.link) !== 0) notes.openLinks -= 1
  if ((ending & counted.time) !== 0) notes.openTimes -= 1
}

/** Adds text to the open block; white space alone begins none. */
export function addText(notes: BlockNotes, text: string): void {
  if (isBlank(text)) {
    if (notes.parts.length > 0) notes.parts.push(' ')
    return
  }
  notes.parts.push(text)
  notes.isAfterBreak = false
  notes.hasText = true
  if (notes.openLinks === 0 && notes.openTimes === 0) return
  const length = visibleLength(text)
  if (notes.openLinks > 0) notes.linkLength += length
  if (notes.openTimes > 0) notes.timeLength += length
}

/** One line break ends a line; two, with no text between them, end a paragraph. */
export function addBreak(notes: BlockNotes): void {
  if (notes.isAfterBreak) endBlock(notes)
  endLine(notes)
  notes.isAfterBreak = notes.hasText
}

function endLine(notes: BlockNotes): void {
  if (notes.parts.length === 0) return
  const written = notes.parts.length > 1 ? notes.parts.join('') : (notes.parts[0] ?? '')
  notes.length += visibleLength(written)
  const line = foldText(written)
  if (line !== '') notes.lines.push(line)
  notes.parts = []
}

/** Ends the open block, if there is text in it. */
export function endBlock(notes: BlockNotes): void {
  notes.isAfterBreak = false
  if (!notes.hasText) {
    if (notes.parts.length > 0) notes.parts = []
    return
  }
  endLine(notes)
  addBlock(notes)
  notes.lines = []
  notes.hasText = false
  notes.length = 0
  notes.linkLength = 0
  notes.timeLength = 0
}

const noLines: readonly string[] = []

function addBlock(notes: BlockNotes): void {
  const { lines, length, linkLength, timeLength } = notes
  const text = lines.length > 1 ? lines.join(' ') : lines[0]
  if (text === undefined) return
  const container = openContainer(notes)
  notes.blocks.push({
    container,
    tag: notes.containers[container]?.tag ?? 'body',
    text,
    length,
    linkLength,
    lines: lines.length > 1 ? lines : noLines,
    isTime: timeLength === length,
  })
}
