import { escapeAttribute, escapeText } from 'entities'
import { cut, foldSpace, plainFromHtml } from './plainText.ts'
import type { FeedFormat } from './types.ts'
import { attributeOf, textOf } from './xmlPick.ts'
import type { XmlElement } from './xmlTree.ts'

/** How the content of a title, summary or content element is to be read (RFC 4287, sections 3.1.1 and 4.1.3.3). */
type Reading = 'plain' | 'html' | 'xhtml' | 'base64'

const READING_OF_TYPE: ReadonlyMap<string, Reading> = new Map([
  ['text', 'plain'],
  ['text/plain', 'plain'],
  ['html', 'html'],
  ['text/html', 'html'],
  ['xhtml', 'xhtml'],
])

function readingOfType(type: string | null, format: FeedFormat): Reading {
  if (type === null) return format === 'atom' ? 'plain' : 'html'
  const known = READING_OF_TYPE.get(type)
  if (known !== undefined) return known
  if (type.endsWith('+xml') || type.endsWith('/xml')) return 'xhtml'
  if (format !== 'atom' || !type.includes('/')) return 'html'
  return type.startsWith('text/') ? 'plain' : 'base64'
}

function readingOf(element: XmlElement, format: FeedFormat): Reading {
  if (attributeOf(element, 'mode')?.toLowerCase() === 'base64') return 'base64'
  const type = attributeOf(element, 'type')?.toLowerCase() ?? null
  const reading = readingOfType(type, format)
  const hasMarkup = element.children.some((child) => typeof child !== 'string')
  if (reading === 'xhtml') return hasMarkup ? 'xhtml' : 'html'
  // Markup where none was announced: somebody forgot to escape it, or to say that it is escaped.
  const isUnannounced = type === null && /<\/[a-z]\w{0,20}>/i.test(textOf(element))
  return hasMarkup || isUnannounced ? 'html' : reading
}

/** Elements of HTML that have no end tag (HTML Standard, section 13.1.2). */
const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
)

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1)
}

function startTag(element: XmlElement): string {
  let tag = `<${localName(element)}`
  for (const [key, value] of element.attributes) tag += ` ${key}="${escapeAttribute(value)}"`
  return `${tag}>`
}

function endTag(element: XmlElement): string {
  const name = localName(element)
  return VOID_ELEMENTS.has(name) ? '' : `</${name}>`
}

/** Markup inside an element, written out again; text passes through `write`. */
function innerMarkup(element: XmlElement, write: (text: string) => string): string {
  let markup = ''
  for (const child of element.children) {
    markup +=
      typeof child === 'string'
        ? write(child)
        : startTag(child) + innerMarkup(child, write) + endTag(child)
  }
  return markup
}

function decodeBase64(text: string): string {
  const decoded = Buffer.from(text, 'base64').toString('utf8')
  return decoded.includes('\ufffd') ? '' : decoded
}

const HTML_OF: Readonly<Record<Reading, (element: XmlElement) => string>> = {
  plain: (element) => escapeText(textOf(element)),
  html: (element) => innerMarkup(element, (text) => text),
  xhtml: (element) => innerMarkup(element, escapeText),
  base64: (element) => decodeBase64(textOf(element)),
}

/** Content of an element as HTML, cut; null when empty. */
export function htmlOf(element: XmlElement, format: FeedFormat, maximum: number): string | null {
  const html = HTML_OF[readingOf(element, format)](element).trim()
  return html === '' ? null : cut(html, maximum).toWellFormed()
}

/** Content of an element as plain text, white space folded, cut; null when empty. */
export function plainOf(element: XmlElement, format: FeedFormat, maximum: number): string | null {
  const reading = readingOf(element, format)
  return reading === 'plain'
    ? foldSpace(textOf(element), maximum)
    : plainFromHtml(HTML_OF[reading](element), maximum)
}
