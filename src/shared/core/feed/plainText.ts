import { decodeHTMLStrict } from 'entities'

/** Elements that end a word: their tags become a space, all other tags nothing. */
const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'hr img li main nav ol option p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Elements whose content is no text. */
const SILENT_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style'])

const SILENT_END = /<\/(?:script|style)/gi

/** A tag, read where it starts; it cannot run past the next `<`, which keeps the whole scan linear. */
const TAG = /<(?:\/?([a-z][\w:-]{0,40})|[!?])[^<>]*>/iy

const COMMENT_START = '<!--'

/** The first `maximum` characters, never half of a surrogate pair. */
export function cut(text: string, maximum: number): string {
  if (text.length <= maximum) return text
  const last = text.charCodeAt(maximum - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? maximum - 1 : maximum)
}

/** Soft hyphens and zero-width spaces: they tell where a word may break, and no reader sees them. */
const INVISIBLE = /[\u00ad\u200b]/g

/** Words of ASCII with single spaces between: nothing is left to fold, which most texts are. */
const FOLDED = /^[!-~]+(?: [!-~]+)*$/

/** White space folded, invisible characters dropped, lone surrogates replaced, cut; null when nothing is left. */
export function foldSpace(text: string, maximum: number): string | null {
  if (text.length <= maximum && FOLDED.test(text)) return text
  const folded = text
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\s{2,}|[^\S ]/g, ' ')
    .trim()
  return folded === '' ? null : cut(folded, maximum).trimEnd().toWellFormed()
}

function endOfSilence(html: string, from: number): number {
  SILENT_END.lastIndex = from
  return SILENT_END.exec(html)?.index ?? html.length
}

function endOfComment(html: string, from: number): number {
  const end = html.indexOf('-->', from)
  return end === -1 ? html.length : end + 3
}

interface Markup {
  /** What the markup turns into. */
  readonly text: string
  /** Index of the first character after it. */
  readonly end: number
}

function readMarkup(html: string, at: number): Markup {
  if (html.startsWith(COMMENT_START, at)) return { text: '', end: endOfComment(html, at) }
  TAG.lastIndex = at
  const match = TAG.exec(html)
  if (match === null) return { text: '<', end: at + 1 }
  const name = (match[1] ?? '').toLowerCase()
  const end = at + match[0].length
  const opens = html[at + 1] !== '/'
  if (opens && SILENT_ELEMENTS.has(name)) return { text: ' ', end: endOfSilence(html, end) }
  return { text: BLOCK_ELEMENTS.has(name) ? ' ' : '', end }
}

/** Text of an HTML fragment: tags dropped, entities decoded once, white space folded, cut; null when empty. */
export function plainFromHtml(html: string, maximum: number): string | null {
  if (!html.includes('<') && !html.includes('&')) return foldSpace(html, maximum)
  // Entities and white space shrink, so more than the maximum is gathered before folding.
  const enough = maximum * 4
  let text = ''
  let at = 0
  while (at < html.length && text.length < enough) {
    const open = html.indexOf('<', at)
    text += html.slice(at, open === -1 ? html.length : open)
    if (open === -1) break
    const markup = readMarkup(html, open)
    text += markup.text
    at = markup.end
  }
  return foldSpace(decodeHTMLStrict(text.slice(0, enough)), maximum)
}
