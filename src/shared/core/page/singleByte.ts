import { decodeAs } from '../feed/charset.ts'
import type { TextOf } from '../markup/pieces.ts'

/** Charsets of one byte a character that begin with ASCII (WHATWG Encoding Standard, section 9). */
const singleByte = /^(?:windows-|iso-8859-|koi8-|macintosh$|x-mac-cyrillic$|ibm866$)/

const everyByte = Uint8Array.from({ length: 256 }, (_, at) => at)

/** Pieces of a charset of one byte a character, with one character a byte; null for any other charset. */
export function textOfSingleByte(charset: string): TextOf | null {
  if (!singleByte.test(charset)) return null
  const meanings = Uint16Array.from(decodeAs(everyByte, charset), (unit) => unit.charCodeAt(0))
  return (piece) => (isAsciiOnly(piece) ? piece : inMeanings(piece, meanings))
}

function isAsciiOnly(piece: string): boolean {
  return !/[\x80-\xff]/.test(piece)
}

/** Arguments of one call: more would not fit on the stack. */
const mostUnits = 4_096

/** Unit by unit through a table: a tenth of what a replacement a letter costs. */
function inMeanings(piece: string, meanings: Uint16Array): string {
  const units: number[] = []
  let text = ''
  for (let at = 0; at < piece.length; at++) {
    const unit = piece.charCodeAt(at)
    units.push(meanings[unit] ?? unit)
    if (units.length < mostUnits) continue
    text += String.fromCharCode(...units)
    units.length = 0
  }
  return text + String.fromCharCode(...units)
}
