import type { Element } from 'domhandler'
import { shortText } from './text.ts'

/** What an element of the page claims to state. */
export type MarkKind = 'published' | 'updated' | 'time' | 'author' | 'byline' | 'dateText'

/** A fact marked in the page itself by microdata, a `time` element, `rel` or a class name. */
export interface Mark {
  readonly kind: MarkKind
  /** The machine-readable value when there is one, else the text; at most 200 characters. */
  readonly value: string
}

const markCharacters = 200

const publishedNames = /(^|[\s_-])(publi\w*|entry-date|posted|created|dtstart)($|[\s_-])/i
const updatedNames = /(^|[\s_-])(updated?|modified|changed)($|[\s_-])/i
const dateNames =
  /(^|[\s_-])(date|pubdate|dateline|timestamp|datum|fecha|data|published|posted-on|article-date|post-date)($|[\s_-])/i
const bylineNames =
  /(^|[\s_-])(byline|author|authors|autor|auteur|autore|writer|byname|vcard)($|[\s_-])/i

const itemKinds: ReadonlyMap<string, MarkKind> = new Map([
  ['datepublished', 'published'],
  ['datecreated', 'published'],
  ['datemodified', 'updated'],
  ['author', 'author'],
])

/** The fact an element is marked as stating, or null. `names` are its class names and id. */
export function readMark(element: Element, names: string): Mark | null {
  const kind = markKind(element, names)
  if (kind === null) return null
  const value = kind === 'author' || kind === 'byline' ? nameText(element) : dateText(element)
  return value === '' ? null : { kind, value }
}

function markKind(element: Element, names: string): MarkKind | null {
  const { name, attribs } = element
  const item = attribs['itemprop']
  const itemKind = item === undefined ? undefined : itemKinds.get(item.toLowerCase())
  if (itemKind !== undefined) return itemKind
  if (name === 'time') return timeKind(names, attribs)
  if (name === 'a' && attribs['rel']?.toLowerCase().split(/\s+/).includes('author')) return 'author'
  if (names === '') return null
  if (bylineNames.test(names)) return 'byline'
  return dateNames.test(names) ? 'dateText' : null
}

function timeKind(names: string, attributes: { readonly [name: string]: string }): MarkKind {
  if (attributes['pubdate'] !== undefined || publishedNames.test(names)) return 'published'
  return updatedNames.test(names) ? 'updated' : 'time'
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
