import iconv from 'iconv-lite'

/** Charsets the sample outlets serve, named as on the wire; `utf-16` is little-endian with a byte order mark. */
export type Charset =
  | 'utf-8'
  | 'utf-16'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1254'
  | 'iso-8859-1'
  | 'iso-8859-2'

/** The characters of a text that a charset cannot express. */
function lackingIn(charset: Charset, text: string): ReadonlySet<string> {
  const isLacking = (character: string): boolean =>
    iconv.decode(iconv.encode(character, charset), charset) !== character
  return new Set([...new Set(text)].filter(isLacking))
}

/** Encodes HTML or XML; characters the charset lacks become numeric references, as publishing systems do it. */
export function encodeMarkup(text: string, charset: Charset): Buffer {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8')
  if (charset === 'utf-16') return iconv.encode(text, 'utf-16le', { addBOM: true })
  const lacking = lackingIn(charset, text)
  const safe = text.replace(/[^\x00-\x7f]/gu, (character) =>
    lacking.has(character) ? `&#${character.codePointAt(0) ?? 0xfffd};` : character,
  )
  return iconv.encode(safe, charset)
}
