import { decodeAs } from '../feed/charset.ts'
import type { TextOf } from '../markup/pieces.ts'

/** Charsets of one byte a character that begin with ASCII (WHATWG Encoding Standard, section 9). */
const singleByte = /^(?:windows-|iso-8859-|koi8-|macintosh$|x-mac-cyrillic$|ibm866$)/

const upperHalf = Uint8Array.from({ length: 128 }, (_, at) => 128 + at)

/** Pieces of a charset of one byte a character, with one character a byte; null for any other charset. */
export function textOfSingleByte(charset: string): TextOf | null {
  if (!singleByte.test(charset)) return null
  const meanings = decodeAs(upperHalf, charset)
  return (piece) =>
    piece.replace(/[\x80-\xff]/g, (byte) => meanings.charAt(byte.charCodeAt(0) - 128))
}
