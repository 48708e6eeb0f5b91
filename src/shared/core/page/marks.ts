import { type Attributes, attributeValue } from './attributes.ts'
import { type Capture, capturedText, newCapture } from './captures.ts'
import type { NameTraits } from './names.ts'

/** What an element of the page claims to state. */
export type MarkKind =
  | 'published'
  | 'updated'
  | 'time'
  | 'dateText'
  | 'author'
  | 'byline'
  | 'headline'

/** A fact marked in the page itself by microdata, a `time` element, `rel` or a class name. */
export interface Mark {
  readonly kind: MarkKind
  /**
   * The machine-readable value when there is one, else the text; of a headline, what follows its kicker.
   * At most 200 characters.
   */
  readonly value: string
  /** Index of the container it stands in, and of the next block after it. */
  readonly container: number
  readonly block: number
}

const markCharacters = 200

const itemKinds: ReadonlyMap<string, MarkKind> = new Map([
  ['datepublished', 'published'],
  ['datecreated', 'published'],
  ['datemodified', 'updated'],
  ['author', 'author'],
])

/** What an element is marked as stating, or null. `names` is what its class names and id mean. */
export function markKind(name: string, attributes: Attributes, names: NameTraits): MarkKind | null {
  const item = attributeValue(attributes, 'itemprop')
  const itemKind = item === undefined ? undefined : itemKinds.get(item.toLowerCase())
  if (itemKind !== undefined) return itemKind
  if (name === 'h1') return 'headline'
  if (name === 'time') return timeKind(names, attributes)
  const { rel } = attributes
  if (rel !== undefined && name === 'a' && rel.toLowerCase().split(/\s+/).includes('author'))
    return 'author'
  if (names.isByline) return 'byline'
  return names.isDate ? 'dateText' : null
}

function timeKind(names: NameTraits, attributes: Attributes): MarkKind {
  if (attributes['pubdate'] !== undefined || names.isPublished) return 'published'
  return names.isUpdated ? 'updated' : 'time'
}

/** The machine-readable value of a mark, or null when its text is its value. */
export function statedValue(kind: MarkKind, attributes: Attributes): string | null {
  if (kind === 'headline') return null
  const content = attributeValue(attributes, 'content')
  const isName = kind === 'author' || kind === 'byline'
  const value = isName
    ? content
    : (attributeValue(attributes, 'datetime') ??
      content ??
      attributeValue(attributes, 'data-datetime'))
  return value === undefined ? null : value.trim().slice(0, markCharacters)
}

/** Reads the text of an element that is marked as stating something. */
export function captureMark(kind: MarkKind): Capture {
  return newCapture(markCharacters, kind === 'headline')
}

/** What the text of a marked element states. */
export function capturedValue(kind: MarkKind, capture: Capture): string {
  const text = capturedText(capture)
  return kind === 'headline' ? text.replace(/^[\s:|–—-]+/, '') : text
}
