import { canonicalCharset, charsetOfContentType, decodeAs, isValidUtf8 } from '../feed/charset.ts'
import { asWritten, type TextOf, textOfUtf8 } from '../markup/pieces.ts'
import { textOfSingleByte } from './singleByte.ts'
import type { Markup, RawPage } from './types.ts'

/** Markup of a page, and its encoding (WHATWG name in lower case). */
export interface DecodedPage extends Markup {
  readonly charset: string
}

/** Markup that is text already. */
export function writtenMarkup(html: string): Markup {
  return { html, textOf: asWritten }
}

/**
 * Of 990 pages 127 declare their charset after the first 1,024 bytes that the standard asks for;
 * within 64 KB all of them do.
 */
const prescanBytes = 65_536

/**
 * Share of the non-ASCII characters that may be broken in a text that is still read as UTF-8:
 * much when the page says it is UTF-8, little when it says something else.
 */
const brokenShareLimits = { claimed: 0.3, unclaimed: 0.05 } as const

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { bytes: [0xff, 0xfe], charset: 'utf-16le' },
  { bytes: [0xfe, 0xff], charset: 'utf-16be' },
] as const

/** Charsets whose bytes are valid UTF-8 too, and the byte that gives them away when the page claims one of them. */
const disguised: ReadonlyMap<string, number> = new Map([
  ['iso-2022-jp', 0x1b],
  ['utf-16le', 0],
  ['utf-16be', 0],
])

/**
 * Decodes the bytes of a page: byte order mark, else valid UTF-8, else the charset of the HTTP header,
 * else of a `meta` tag, else windows-1252. Never throws; an unknown label counts as absent.
 */
export function decodePage(page: RawPage): DecodedPage {
  const { bytes } = page
  const marked = charsetOfMark(bytes)
  const isUtf8 = isValidUtf8(bytes)
  if (marked !== null) return isUtf8 ? inUtf8(bytes.subarray(3)) : decodedAs(bytes, marked)
  if (isUtf8 && !isDisguised(bytes)) return inUtf8(bytes)
  const claimed = charsetOfContentType(page.contentType) ?? charsetOfMeta(bytes)
  if (isUtf8) return hasSign(bytes, claimed) ? decodedAs(bytes, claimed ?? '') : inUtf8(bytes)
  return almostUtf8(bytes, claimed) ?? decodedAs(bytes, legacyCharset(claimed))
}

function isDisguised(bytes: Uint8Array): boolean {
  return [...disguised.keys()].some((charset) => hasSign(bytes, charset))
}

function hasSign(bytes: Uint8Array, charset: string | null): boolean {
  const sign = charset === null ? undefined : disguised.get(charset)
  return sign !== undefined && bytes.subarray(0, prescanBytes).includes(sign)
}

function decodedAs(bytes: Uint8Array, charset: string): DecodedPage {
  const textOf = textOfSingleByte(charset)
  if (textOf !== null) return inPieces(bytes, { textOf, charset })
  return { ...writtenMarkup(decodeAs(bytes, charset)), charset }
}

/** Well-formed UTF-8 without a byte order mark. */
function inUtf8(bytes: Uint8Array): DecodedPage {
  return inPieces(bytes, { textOf: textOfUtf8, charset: 'utf-8' })
}

interface Reading {
  readonly textOf: TextOf
  readonly charset: string
}

/** One character a byte; what is text of it is decoded when it is read. */
function inPieces({ buffer, byteOffset, length }: Uint8Array, reading: Reading): DecodedPage {
  return { html: Buffer.from(buffer, byteOffset, length).toString('latin1'), ...reading }
}

function legacyCharset(claimed: string | null): string {
  return claimed === null || claimed === 'utf-8' ? 'windows-1252' : claimed
}

function charsetOfMark(bytes: Uint8Array): string | null {
  const mark = byteOrderMarks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))
  return mark?.charset ?? null
}

/** Reads `<meta charset>`, `<meta http-equiv>` and `<?xml encoding?>`, tag by tag. */
function charsetOfMeta(bytes: Uint8Array): string | null {
  const start = decodeAs(bytes.subarray(0, prescanBytes), 'windows-1252').toLowerCase()
  for (const opening of ['<meta', '<?xml']) {
    for (let at = start.indexOf(opening); at >= 0; at = start.indexOf(opening, at + 1)) {
      const end = start.indexOf('>', at)
      if (end < 0) break
      const charset = charsetOfTag(start.slice(at, Math.min(end, at + 1_000)))
      if (charset !== null) return charset
    }
  }
  return null
}

function charsetOfTag(tag: string): string | null {
  const label = /(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})/.exec(tag)?.[1]
  return label === undefined ? null : narrowCharset(label)
}

/** A tag that is readable as ASCII cannot be in UTF-16: it means UTF-8 (WHATWG HTML, section 13.2.3.3). */
function narrowCharset(label: string): string | null {
  const charset = canonicalCharset(label)
  return charset !== null && /^utf-(?:16|32)/.test(charset) ? 'utf-8' : charset
}

/** UTF-8 with a few broken bytes (a cut page, a stray legacy snippet) is still UTF-8. */
function almostUtf8(bytes: Uint8Array, claimed: string | null): DecodedPage | null {
  const limit = claimed === 'utf-8' ? brokenShareLimits.claimed : brokenShareLimits.unclaimed
  return brokenShare(bytes) <= limit ? decodedAs(bytes, 'utf-8') : null
}

/** Share of the characters beyond ASCII that are broken in UTF-8; only these are decoded. */
function brokenShare(bytes: Uint8Array): number {
  let broken = 0
  let foreign = 0
  const text = decodeAs(highBytes(bytes), 'utf-8')
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === replacement) broken++
    if (unit !== space) foreign++
  }
  return foreign === 0 ? 0 : broken / foreign
}

const space = 0x20
const replacement = 0xfffd

/**
 * Bytes above 0x7F, a space wherever others stood between them: in UTF-8 no character spans over an ASCII byte. Four bytes
 * at a time: most of a page is markup.
 */
function highBytes(bytes: Uint8Array): Uint8Array {
  const found = new Uint8Array(bytes.length)
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let count = 0
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0
    const isPlain = at + 4 <= bytes.length && (words.getUint32(at) & 0x80808080) === 0
    if (byte > 127) found[count++] = byte
    else if (count > 0 && found[count - 1] !== space) found[count++] = space
    at += isPlain ? 4 : 1
  }
  return found.subarray(0, count)
}
