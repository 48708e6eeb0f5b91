import { characterKinds, kindAt, unitsOfLetter } from '../text/characters.ts'
import { maximumTextLength, scanTokens, type Tokens } from './tokens.ts'

/** What a token may say, by its looks alone. */
export const marks = {
  /** A word like any other. */
  plain: 0,
  /** It begins with a digit. */
  number: 1,
  /** It is capitalised inside a sentence, in a text that does not capitalise every third word. */
  name: 2,
} as const

/** A text with its tokens, where they stand, and which of them are values. */
export interface MarkedText {
  /** Normalised as for the tokens, but with its capitals. */
  readonly text: string
  readonly tokens: Tokens
  /** First UTF-16 unit of each token. */
  readonly starts: Int32Array
  /** First unit after each token. */
  readonly ends: Int32Array
  /** One of `marks` for each token. */
  readonly marks: Uint8Array
}

/** Share of capitalised words from which capitals are no sign of a name (German nouns, headlines in capitals). */
const mostCapitals = 0.22

/** Marks the tokens of a text; their order is that of `scanTokens`. */
export function markText(text: string): MarkedText {
  const tokens = scanTokens(text)
  const normalized = text.slice(0, maximumTextLength).normalize('NFKC')
  const starts = new Int32Array(tokens.count)
  const ends = new Int32Array(tokens.count)
  const found = new Uint8Array(tokens.count)
  let count = 0
  let capitals = 0
  for (let at = 0; at < normalized.length && count < tokens.count; ) {
    const end = endOfToken(normalized, at)
    if (end > at) {
      const mark = markOf(normalized, at)
      if (mark === marks.name) capitals++
      starts[count] = at
      ends[count] = end
      found[count++] = mark
    }
    at = Math.max(end, at + 1)
  }
  if (capitals > mostCapitals * count) forgetNames(found)
  return { text: normalized, tokens, starts, ends, marks: found }
}

/** The words of a range of tokens as they stand in the text. */
export function wordsBetween({ text, starts, ends }: MarkedText, from: number, to: number): string {
  return to > from ? text.slice(starts[from] ?? 0, ends[to - 1] ?? 0) : ''
}

function forgetNames(found: Uint8Array): void {
  for (let index = 0; index < found.length; index++) {
    if (found[index] === marks.name) found[index] = marks.plain
  }
}

/** Where a token that begins at an index ends; the index itself when none does. */
function endOfToken(text: string, start: number): number {
  let end = start + unitsOfLetter(text, start)
  if (kindAt(text, start) !== characterKinds.word) return end
  while (end < text.length && kindAt(text, end) === characterKinds.word)
    end += unitsOfLetter(text, end)
  return end
}

function markOf(text: string, start: number): number {
  if (isDigit(text, start)) return marks.number
  return isCapital(text, start) && !startsSentence(text, start) ? marks.name : marks.plain
}

function isDigit(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit < 128) return unit >= 48 && unit <= 57
  return unit >= 0x660 && /\p{Nd}/u.test(text.charAt(index))
}

function isCapital(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit < 128) return unit >= 65 && unit <= 90
  const letter = text.charAt(index)
  return letter !== letter.toLowerCase()
}

const sentenceEnds = '.!?:;…“”"«»„‘’\n'

/** Whether a capital here is due to the sentence: only blanks between it and a sentence's end. */
function startsSentence(text: string, start: number): boolean {
  let index = start - 1
  while (index >= 0 && text.charAt(index) === ' ') index--
  return index < 0 || sentenceEnds.includes(text.charAt(index))
}
