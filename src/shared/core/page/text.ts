/** Soft hyphens, zero-width spaces and byte order marks: they cut words in two and nobody sees them. */
const unseen = /[\u00ad\u200b\u2060\ufeff]+/g

/** Tags that were escaped once too often and so arrive as text. */
const escapedTag = /<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,500})?\/?>/gi

/** What folding changes: invisible characters, markup, white space other than single spaces. */
const unfolded = /[\u00ad\u200b\u2060\ufeff<]|\s\s|[^\S ]/

/** Letters with their accents as one character each (NFC), and without characters that nobody sees. */
export function plainCharacters(text: string): string {
  return text.replace(unseen, '').normalize('NFC')
}

/** Plain text on one line: white space folded, characters plain, markup shown as text removed. */
export function foldText(raw: string): string {
  if (!unfolded.test(raw)) return raw.normalize('NFC').trim()
  const text = plainCharacters(raw)
  const plain = text.includes('<') ? text.replace(escapedTag, ' ') : text
  return plain.replace(/\s+/g, ' ').trim()
}

/** Letters and digits in lower case, everything else one space: for comparing titles. */
export function comparableText(text: string): string {
  const lower = text.toLowerCase()
  const gaps = foreign.test(lower) ? otherThanWords : otherThanAsciiWords
  return lower.replace(gaps, ' ').trim()
}

const foreign = /[^\x00-\x7f]/
// a gap that is one space stays as it is: most are, and replacing them takes three times as long
const otherThanWords = / [^\p{L}\p{N}]+|[^\p{L}\p{N} ][^\p{L}\p{N}]*/gu
const otherThanAsciiWords = / [^a-z0-9]+|[^a-z0-9 ][^a-z0-9]*/g

/** Characters that are not white space. */
export function visibleLength(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 32) count++
  return count
}

/** Whether a text has no visible character. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 32) return false
  return true
}

const denseCharacter = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g
/** Longer texts are long in any script. */
const longInAnyScript = 5_000

/** Length of a text as if it were in Latin script: a Chinese, Japanese or Korean character says as much as 2.5 Latin ones. */
export function latinLength(text: string): number {
  if (text.length > longInAnyScript) return text.length
  return text.length + 1.5 * (text.match(denseCharacter)?.length ?? 0)
}

/** Marks over and under letters that sites set or leave out; those of the Indic scripts and of Thai are letters. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g

/** Lower case without accents, with Arabic yeh and kaf written one way: for looking words up. */
export function plainLetters(text: string): string {
  const lower = text.toLowerCase()
  if (!foreign.test(lower)) return lower
  const plain = lower.normalize('NFD').replace(accents, '').normalize('NFC')
  return plain.replaceAll('ı', 'i').replaceAll('ی', 'ي').replaceAll('ک', 'ك')
}
