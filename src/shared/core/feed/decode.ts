import chardet from 'chardet'
import {
  canonicalCharset,
  charsetOfContentType,
  decodeAs,
  decodeStrictlyAs,
  hasHighBytes,
  isValidUtf8,
} from './charset.ts'

/** Text of a document and the canonical name of the charset it was read in. */
export interface DecodedText {
  readonly text: string
  readonly charset: string
}

/** What is known about a document before it is read. */
export interface DecodeHints {
  /** Value of the Content-Type header, raw. */
  readonly contentType: string | null
  readonly kind: 'xml' | 'json'
}

/** Byte order marks, longest first: the UTF-32 ones begin like those of UTF-16. */
const BYTE_ORDER_MARKS: readonly (readonly [charset: string, mark: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** How the first character (`<` or `{`, ASCII) looks in wide charsets; `null` stands for that character. */
const FIRST_CHARACTER: readonly (readonly [
  charset: string,
  pattern: readonly (number | null)[],
])[] = [
  ['utf-32le', [null, 0, 0, 0]],
  ['utf-32be', [0, 0, 0, null]],
  ['utf-16le', [null, 0]],
  ['utf-16be', [0, null]],
]

const WIDE = /^utf-(?:16|32)/

/** Sniffing reads this many bytes of text outside tags: markup is ASCII and drowns the signal. */
const SNIFF_BYTES = 20_000

function charsetOfMark(bytes: Uint8Array): string | null {
  const found = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  return found?.[0] ?? null
}

function charsetOfPattern(bytes: Uint8Array, kind: DecodeHints['kind']): string | null {
  const first = kind === 'xml' ? 0x3c : 0x7b
  const found = FIRST_CHARACTER.find(([, pattern]) =>
    pattern.every((byte, at) => bytes[at] === (byte ?? first)),
  )
  return found?.[0] ?? null
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1')
  const label = /<\?xml[^>]*\sencoding\s{0,9}=\s{0,9}["']([^"'>]{1,64})/i.exec(head)?.[1]
  return label === undefined ? null : canonicalCharset(label)
}

function decodeDeclared(bytes: Uint8Array, hints: DecodeHints): DecodedText | null {
  const ofHeader = charsetOfContentType(hints.contentType)
  const ofDocument = hints.kind === 'xml' ? declaredCharset(bytes) : null
  for (const charset of [ofHeader, ofDocument]) {
    // A wide charset would have shown in the first bytes.
    if (charset === null || WIDE.test(charset)) continue
    const text = decodeStrictlyAs(bytes, charset)
    if (text !== null) return { text, charset }
  }
  return null
}

/** UTF-8 with a few bad bytes: at least four good characters beyond ASCII for each bad one. */
function decodeDamagedUtf8(bytes: Uint8Array): DecodedText | null {
  const text = decodeAs(bytes, 'utf-8')
  let bad = 0
  let good = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) bad += 1
    else if (code > 0x7f) good += 1
  }
  return good > 0 && bad * 4 <= good ? { text, charset: 'utf-8' } : null
}

function textOutsideTags(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(Math.min(bytes.length, SNIFF_BYTES))
  let length = 0
  let inTag = false
  for (const byte of bytes) {
    if (length === text.length) break
    if (byte === 0x3c) inTag = true
    else if (byte === 0x3e) inTag = false
    else if (!inTag) text[length++] = byte
  }
  return text.subarray(0, length)
}

function decodeSniffed(bytes: Uint8Array): DecodedText {
  const label = chardet.detect(textOutsideTags(bytes))
  const charset = (label === null ? null : canonicalCharset(label)) ?? 'windows-1252'
  return { text: decodeAs(bytes, charset), charset }
}

function decodeNarrow(bytes: Uint8Array, hints: DecodeHints): DecodedText {
  // A wrong single-byte label never fails by itself, so bytes that are UTF-8 are believed first.
  if (hasHighBytes(bytes) && isValidUtf8(bytes)) {
    return { text: decodeAs(bytes, 'utf-8'), charset: 'utf-8' }
  }
  const declared = decodeDeclared(bytes, hints)
  if (declared !== null) return declared
  if (isValidUtf8(bytes)) return { text: decodeAs(bytes, 'utf-8'), charset: 'utf-8' }
  return decodeDamagedUtf8(bytes) ?? decodeSniffed(bytes)
}

/** Control characters no feed may contain (XML 1.0, section 2.2); tab, CR and LF stay. */
const CONTROL_CHARACTERS = /[\0-\x08\x0b\x0c\x0e-\x1f]/g

/**
 * Text of a feed, whatever its labels say; never fails. Order of belief: byte order mark, byte pattern of the first
 * character, valid UTF-8, HTTP charset, XML declaration, UTF-8 with few bad bytes, statistics, windows-1252.
 */
export function decodeText(bytes: Uint8Array, hints: DecodeHints): DecodedText {
  const wide = charsetOfMark(bytes) ?? charsetOfPattern(bytes, hints.kind)
  const decoded =
    wide === null ? decodeNarrow(bytes, hints) : { text: decodeAs(bytes, wide), charset: wide }
  return { text: decoded.text.replace(CONTROL_CHARACTERS, ''), charset: decoded.charset }
}
