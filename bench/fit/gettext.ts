/** A message of a compiled gettext catalogue. */
export interface Message {
  readonly original: string
  readonly translation: string
}

/** Offsets of the header, and bytes of an entry of its tables: GNU gettext manual, "The Format of GNU MO Files". */
const COUNT_AT = 8
const ORIGINALS_AT = 12
const TRANSLATIONS_AT = 16
const ENTRY_BYTES = 8

/** Reads a `.mo` file in little-endian order; contexts are cut off, plural forms joined. */
export function readCatalogue(file: Buffer): readonly Message[] {
  const originals = file.readUInt32LE(ORIGINALS_AT)
  const translations = file.readUInt32LE(TRANSLATIONS_AT)
  return Array.from({ length: file.readUInt32LE(COUNT_AT) }, (_, index) => ({
    original: readString(file, originals + ENTRY_BYTES * index).replace(/^.*\x04/s, ''),
    translation: readString(file, translations + ENTRY_BYTES * index).replaceAll('\0', ' '),
  })).slice(1)
}

function readString(file: Buffer, entry: number): string {
  const start = file.readUInt32LE(entry + 4)
  return file.toString('utf8', start, start + file.readUInt32LE(entry))
}
