import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** Labels seen in feeds and pages that the WHATWG Encoding Standard does not list, with `-` for `_`. */
const EXTRA_LABELS: ReadonlyMap<string, string> = new Map([
  ['utf16', 'utf-16le'],
  ['u16', 'utf-16le'],
  ['utf32', 'utf-32le'],
  ['utf-32', 'utf-32le'],
  ['utf-32le', 'utf-32le'],
  ['utf-32be', 'utf-32be'],
  ['latin-1', 'windows-1252'],
  ['iso-latin-1', 'windows-1252'],
  ['win-1251', 'windows-1251'],
  ['win1251', 'windows-1251'],
  ['tis620', 'windows-874'],
  ['shift-jis', 'shift_jis'],
  ['big-5', 'big5'],
])

function whatwgName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/** Canonical lower-case name of a charset label (`"Latin1"` → `windows-1252`), null when nobody knows it. */
export function canonicalCharset(label: string): string | null {
  const plain = label.trim().slice(0, 64).toLowerCase().replaceAll(/["']/g, '')
  const dashed = plain.replaceAll('_', '-')
  const name = EXTRA_LABELS.get(dashed) ?? whatwgName(plain) ?? whatwgName(dashed)
  // gb18030 contains gbk and gb2312, and holds what pages under those labels really use.
  return name === 'gbk' ? 'gb18030' : name
}

/** True when every byte belongs to well-formed UTF-8 (RFC 3629); plain ASCII is. */
export function isValidUtf8(bytes: Uint8Array): boolean {
  return isUtf8(bytes)
}

/** True when a byte above 0x7F occurs, so that the charset matters at all. */
export function hasHighBytes(bytes: Uint8Array): boolean {
  return !isAscii(bytes)
}

/** Charset named by a `Content-Type` header, canonical. */
export function charsetOfContentType(contentType: string | null): string | null {
  const match = /charset\s{0,9}=\s{0,9}["']?([^\s;"',]{1,64})/i.exec(
    (contentType ?? '').slice(0, 1_000),
  )
  return match?.[1] === undefined ? null : canonicalCharset(match[1])
}

/** Text of the bytes in a canonical charset, bad sequences as U+FFFD; the byte order mark is dropped. */
export function decodeAs(bytes: Uint8Array, charset: string): string {
  if (charset.startsWith('utf-32')) return iconv.decode(Buffer.from(bytes), charset)
  return new TextDecoder(charset).decode(bytes)
}

/** As `decodeAs`, but null when a sequence is not allowed in that charset. */
export function decodeStrictlyAs(bytes: Uint8Array, charset: string): string | null {
  if (charset.startsWith('utf-32')) return decodeAs(bytes, charset)
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
