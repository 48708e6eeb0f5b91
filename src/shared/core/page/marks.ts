import { type Element, isTag, isText } from 'domhandler'
import type { NameTraits } from './names.ts'
import { shortText, textOfNodes } from './text.ts'

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

/** The fact an element is marked as stating, or null. `names` is what its class names and id mean. */
export function readMark(element: Element, names: NameTraits): Pick<Mark, 'kind' | 'value'> | null {
  const kind = markKind(element, names)
  if (kind === null) return null
  const value = markValue(element, kind)
  return value === '' ? null : { kind, value }
}

function markValue(element: Element, kind: MarkKind): string {
  if (kind === 'headline') return textAfterKicker(element)
  return kind === 'author' || kind === 'byline' ? nameText(element) : dateText(element)
}

function markKind(element: Element, names: NameTraits): MarkKind | null {
  const { name, attribs } = element
  const item = attribs['itemprop']
  const itemKind = item === undefined ? undefined : itemKinds.get(item.toLowerCase())
  if (itemKind !== undefined) return itemKind
  if (name === 'h1') return 'headline'
  if (name === 'time') return timeKind(names, attribs)
  if (name === 'a' && attribs['rel']?.toLowerCase().split(/\s+/).includes('author')) return 'author'
  if (names.isByline) return 'byline'
  return names.isDate ? 'dateText' : null
}

function timeKind(names: NameTraits, attributes: { readonly [name: string]: string }): MarkKind {
  if (attributes['pubdate'] !== undefined || names.isPublished) return 'published'
  return names.isUpdated ? 'updated' : 'time'
}

function dateText(element: Element): string {
  const { attribs } = element
  const value = attribs['datetime'] ?? attribs['content'] ?? attribs['data-datetime']
  return (value ?? shortText(element, markCharacters)).slice(0, markCharacters).trim()
}

function nameText(element: Element): string {
  const { attribs } = element
  return (attribs['content'] ?? shortText(element, markCharacters)).trim().slice(0, markCharacters)
}

/** Text of a heading after its first element, which may hold a kicker; empty when the heading starts otherwise. */
function textAfterKicker(heading: Element): string {
  const [first, ...rest] = heading.children.filter(
    (node) => !isText(node) || node.data.trim() !== '',
  )
  if (first === undefined || !isTag(first)) return ''
  return textOfNodes(rest, markCharacters).replace(/^[\s:|–—-]+/, '')
}
