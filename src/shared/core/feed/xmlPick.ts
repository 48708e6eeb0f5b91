import { resolveBase } from './feedUrl.ts'
import type { XmlElement } from './xmlTree.ts'

const NONE: readonly XmlElement[] = []

/** Child elements with one of the names, best name first, in document order within a name. */
export function childrenNamed(element: XmlElement, names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = []
  for (const name of names) {
    const alike = element.named.get(name)
    if (alike !== undefined) found.push(...alike)
  }
  return found
}

/** All text inside an element, markup left out, ends trimmed. */
export function textOf(element: XmlElement): string {
  const [only] = element.children
  // nearly always one piece
  if (element.children.length === 1 && typeof only === 'string') return only.trim()
  return gatherText(element).trim()
}

function gatherText(element: XmlElement): string {
  let text = ''
  for (const child of element.children)
    text += typeof child === 'string' ? child : gatherText(child)
  return text
}

/** First value a reader finds among the children of these names, best name first. */
export function pick<Value>(
  element: XmlElement,
  names: readonly string[],
  read: (child: XmlElement) => Value | null,
): Value | null {
  for (const name of names) {
    for (const child of element.named.get(name) ?? NONE) {
      const value = read(child)
      if (value !== null) return value
    }
  }
  return null
}

/** Value of an attribute, trimmed; null when missing or empty. */
export function attributeOf(element: XmlElement, key: string): string | null {
  return element.attributes.get(key)?.trim() || null
}

/** Base for relative links in an element: `xml:base` of it and of all around it, else the base of the document. */
export function baseOf(element: XmlElement, documentBase: string | null): string | null {
  const outer = element.parent === null ? documentBase : baseOf(element.parent, documentBase)
  return resolveBase(element.attributes.get('xml:base'), outer)
}

/** Language claimed for an element by the nearest `xml:lang`. */
export function languageOf(element: XmlElement): string | null {
  for (let at: XmlElement | null = element; at !== null; at = at.parent) {
    const language = attributeOf(at, 'xml:lang')
    if (language !== null) return language
  }
  return null
}
