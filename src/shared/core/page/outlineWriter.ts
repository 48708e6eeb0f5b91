import { decodeHTML } from 'entities'
import type { TextOf } from '../markup/pieces.ts'
import { type Attributes, attributeValue, isHidden, valuesAsText } from './attributes.ts'
import {
  addBreak,
  addText,
  type BlockNotes,
  closeContainer,
  countClosing,
  counted,
  countOpening,
  endBlock,
  fillContainer,
  newBlockNotes,
  openContainer,
} from './blocks.ts'
import {
  type Capture,
  captureClosing,
  capturedText,
  captureOpening,
  captureText,
  newCapture,
} from './captures.ts'
import { containerOf } from './containers.ts'
import { isJsonLd, newHeadNotes, noteHeadFact, noteJsonLd, titleCharacters } from './head.ts'
import { pageLimits } from './limits.ts'
import { capturedValue, captureMark, type Mark, markKind, statedValue } from './marks.ts'
import { type NameReader, type NameTraits, nameReader } from './names.ts'
import type { PageOutline } from './outline.ts'
import { tagTraits, traitsOfTag } from './tags.ts'

/** A limit that ends the reading of a page. */
export type Limit = 'depth' | 'nodes'

type OpenMark = { -readonly [Key in keyof Mark]: Mark[Key] }

/** What ends with an open element, as bits. */
const ends = { ...counted, container: 4, capture: 8, skipped: 16, hidden: 32 } as const

/** Writes down the outline of a page as the parser goes through it, and stops the parser at the first limit passed. */
export class OutlineWriter {
  exceeded: Limit | null = null
  private readonly stop: () => void
  private readonly textOf: TextOf
  private readonly head = newHeadNotes()
  private readonly readNames: NameReader
  private readonly notes: BlockNotes
  private readonly marks: OpenMark[] = []
  private readonly imageContainers: number[] = []
  /** What ends with each open element, and what is read of the text of some of them: null is the page's title. */
  private readonly open: number[] = []
  private readonly captures: { readonly capture: Capture; readonly mark: OpenMark | null }[] = []
  private text = ''
  private jsonLd: string | null = null
  private isSkipping = false
  private isHiding = false
  private nodes = 0
  private emptyMarks = 0

  constructor({ textOf, stop }: { readonly textOf: TextOf; readonly stop: () => void }) {
    this.textOf = textOf
    this.stop = stop
    this.readNames = nameReader(textOf)
    this.notes = newBlockNotes(this.readNames(undefined, undefined))
  }

  /** The outline of what was read. */
  finish(): PageOutline {
    this.endText()
    endBlock(this.notes)
    const { head, imageContainers } = this
    const { containers, blocks } = this.notes
    const marks = this.marks.filter((mark) => mark.value !== '')
    return { head, marks, containers, blocks, imageContainers }
  }

  onopentag(name: string, attributes: Attributes): void {
    this.endText()
    if (this.open.length >= pageLimits.depth) this.exceed('depth')
    this.open.push(this.isSkipping ? 0 : this.enter(name, attributes))
  }

  ontext(data: string): void {
    if (this.jsonLd === null && this.isSkipping) return
    const text = this.textOf(data)
    if (this.jsonLd !== null) this.jsonLd += text
    else this.text += text.includes('&') ? decodeHTML(text) : text
  }

  onclosetag(): void {
    this.endText()
    const ending = this.open.pop() ?? 0
    for (const { capture } of this.captures) captureClosing(capture, this.open.length)
    if (ending !== 0) this.leave(ending)
  }

  /** Takes in an element that is not part of a skipped one; returns what ends with it. */
  private enter(name: string, attributes: Attributes): number {
    this.takeNode()
    const traits = traitsOfTag(name)
    const isSkipped = (traits & tagTraits.skipped) !== 0
    for (const { capture } of this.captures) captureOpening(capture, this.open.length, isSkipped)
    if (isSkipped) this.isSkipping = true
    const ending = isSkipped ? ends.skipped : 0
    if (this.isHiding) return ending
    if ((traits & tagTraits.image) !== 0) this.imageContainers.push(openContainer(this.notes))
    else if ((traits & tagTraits.head) !== 0) this.enterHead(name, attributes)
    if (name === 'br') addBreak(this.notes)
    if (isSkipped || name === 'br') return ending
    if (name === 'title') return this.hide() | this.startCapture(newCapture(titleCharacters), null)
    return isHidden(attributes) ? this.hide() : this.enterVisible(name, attributes, traits)
  }

  private enterHead(name: string, attributes: Attributes): void {
    noteHeadFact(this.head, name, valuesAsText(attributes, this.textOf))
    if (name === 'script' && isJsonLd(attributeValue(attributes, 'type'))) this.jsonLd = ''
  }

  private hide(): number {
    this.isHiding = true
    return ends.hidden
  }

  private enterVisible(name: string, attributes: Attributes, traits: number): number {
    const names = this.readNames(attributeValue(attributes, 'class'), attributes['id'])
    const ending = this.noteMark(name, attributes, names) | countOpening(this.notes, name)
    const container = containerOf({ name, attributes, names, traits })
    if (container === null) return ending
    endBlock(this.notes)
    this.notes.pending = container
    return ending | ends.container
  }

  private noteMark(name: string, attributes: Attributes, names: NameTraits): number {
    const kind = markKind(name, attributes, names)
    if (kind === null || this.marks.length - this.emptyMarks >= pageLimits.marks) return 0
    const value = statedValue(kind, valuesAsText(attributes, this.textOf))
    if (value === '' || (value === null && this.captures.length >= pageLimits.openCaptures))
      return 0
    const { notes } = this
    const mark = {
      kind,
      value: value ?? '',
      container: openContainer(notes),
      block: notes.blocks.length,
    }
    this.marks.push(mark)
    return value === null ? this.startCapture(captureMark(kind), mark) : 0
  }

  private startCapture(capture: Capture, mark: OpenMark | null): number {
    this.captures.push({ capture, mark })
    return ends.capture
  }

  private leave(ending: number): void {
    const { notes } = this
    if ((ending & ends.skipped) !== 0) this.leaveSkipped()
    if ((ending & ends.hidden) !== 0) this.isHiding = false
    if ((ending & ends.capture) !== 0) this.endCapture()
    if ((ending & ends.container) !== 0) closeContainer(notes)
    countClosing(notes, ending)
  }

  private leaveSkipped(): void {
    if (this.jsonLd !== null) noteJsonLd(this.head, this.jsonLd)
    this.jsonLd = null
    this.isSkipping = false
  }

  private endCapture(): void {
    const ended = this.captures.pop()
    if (ended === undefined) return
    const { capture, mark } = ended
    if (mark === null) this.head.documentTitle ||= capturedText(capture)
    else {
      mark.value = capturedValue(mark.kind, capture)
      if (mark.value === '') this.emptyMarks += 1
    }
  }

  /** Takes in the text between two tags. */
  private endText(): void {
    const { text } = this
    if (text === '') return
    this.text = ''
    this.takeNode()
    for (const { capture } of this.captures) captureText(capture, text)
    if (!this.isHiding) addText(this.notes, text)
  }

  private takeNode(): void {
    fillContainer(this.notes)
    this.nodes += 1
    if (this.nodes > pageLimits.nodes) this.exceed('nodes')
  }

  private exceed(limit: Limit): void {
    this.exceeded ??= limit
    this.stop()
  }
}
