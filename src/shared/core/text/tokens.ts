import { unitsOfLetter } from './characters.ts'

/** The words of a text, as written and folded, and where each starts, in UTF-16 units. */
export interface Words {
  readonly text: string
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly folded: readonly string[]
}

const POSSESSIVE = /['’]s$/
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const DIGIT = /\p{Nd}/u
/** Arabic zero: the scripts before it have the digits of ASCII. */
const FIRST_FOREIGN_DIGIT = 0x660
const HARAKAT = /[\u064b-\u065f\u0670\u0640]/g
const ARABIC = /[\u0600-\u06ff]/

/** NFC, with Arabic vowel signs and tatweel removed and Arabic yeh and kaf written the Persian way. */
export function normalizeText(text: string): string {
  const composed = text.normalize('NFC')
  if (!ARABIC.test(composed)) return composed
  return composed.replace(HARAKAT, '').replaceAll('ي', 'ی').replaceAll('ك', 'ک')
}

/** Runs of letters, marks and digits; apostrophes stay inside a word. One run of Han, kana or Thai is one word. */
export function findWords(text: string): Words {
  const words: string[] = []
  const starts: number[] = []
  for (let at = 0; at < text.length; ) {
    const end = endOfWord(text, at)
    if (end > at) {
      words.push(text.slice(at, end))
      starts.push(at)
    }
    at = Math.max(end, at + 1)
  }
  return { text, words, starts, folded: words.map(foldWord) }
}

/** Where a word that begins at an index ends; the index itself when none does. */
function endOfWord(text: string, start: number): number {
  let end = start + unitsOfLetter(text, start)
  for (let at = end; at > start && at < text.length; ) {
    const units = unitsOfLetter(text, at)
    if (units === 0 && !isApostrophe(text.charCodeAt(at))) break
    at += units || 1
    if (units > 0) end = at
  }
  return end
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019
}

/** Lower case, English possessive cut, one kind of apostrophe. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  return lower.includes("'") || lower.includes('’')
    ? lower.replace(POSSESSIVE, '').replaceAll('’', "'")
    : lower
}

/** Begins with an upper-case letter. */
export function isCapitalized(word: string): boolean {
  const code = word.charCodeAt(0)
  if (code < 128) return code >= 65 && code <= 90
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0)
  return first !== first.toLowerCase()
}

/** Holds Han or kana: terms are pairs of characters. */
export function isIdeographic(word: string): boolean {
  return word.charCodeAt(0) > 0x7f && IDEOGRAPH.test(word)
}

/** Written in Thai, Lao, Khmer or Burmese script: terms are triples of characters. */
export function isUnspaced(word: string): boolean {
  return word.charCodeAt(0) > 0x7f && UNSPACED.test(word)
}

/** Words of a text; a run of Han or kana counts one for two characters, of Thai and its like one for five. */
export function wordCount({ words }: Words): number {
  let count = 0
  for (const word of words) {
    if (isIdeographic(word)) count += Math.ceil(word.length / 2)
    else count += isUnspaced(word) ? Math.ceil(word.length / 5) : 1
  }
  return count
}

/** Holds a decimal digit of any script. */
export function hasDigit(word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index)
    if (code >= 48 && code <= 57) return true
    if (code >= FIRST_FOREIGN_DIGIT) return DIGIT.test(word)
  }
  return false
}
