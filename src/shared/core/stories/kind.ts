import { hasDigit, isCapitalized, type Words, wordCount } from '../text/tokens.ts'
import { ROUNDUP_PHRASES } from './roundupWords.ts'

/**
 * What a text is by its form. `roundup`: many matters one after the other (digest, live blog, horoscope, line-ups).
 * `table`: mostly figures (prices, forecasts, draws). Both resemble texts that are about something else.
 */
export type TextKind = 'report' | 'roundup' | 'table'

/** A text with what was found in it. */
export interface FormOfText {
  readonly title: Words
  readonly body: Words
  /** Folded names; empty in scripts without capitals. */
  readonly names: ReadonlySet<string>
}

/** Share of the words that hold digits. Measured: 4 % of news texts reach it, nearly all pages of prices and forecasts. */
const TABLE_SHARE = 0.1
const FEWEST_FIGURES = 6
const FEWEST_LABELS = 3
const FEWEST_PARAGRAPHS = 4
/** Measured: texts of four paragraphs without a common name are often reports; of five, with as many names, hardly ever. */
const FEWEST_LOOSE_PARAGRAPHS = 5
const NAMES_A_PARAGRAPH = 3
const LABEL_SHARE = 0.5
/** A name in more of the paragraphs than this holds them together. */
const COMMON_SHARE = 0.34
const LABEL_LETTERS = 60
/** A bullet, a number, a time of day, or up to four words before a colon or a dash. */
const LABEL =
  /^\s*(?:[•●▪■*–—-]\s|\d{1,2}[.)]\s|\d{1,2}[:.h]\d{2}(?!\d)|(?:[^\s:：–—]{1,20} ){0,3}[^\s:：–—]{1,20}(?:\s?[:：]\s?| [–—-] ))/u

/** Classifies a text by its form; never fails. */
export function classifyKind(form: FormOfText): TextKind {
  const paragraphs = form.body.text.split('\n').filter((paragraph) => paragraph.trim() !== '')
  if (isRoundup(form, paragraphs)) return 'roundup'
  const figures = form.body.words.filter(hasDigit).length
  return figures >= FEWEST_FIGURES && figures >= wordCount(form.body) * TABLE_SHARE
    ? 'table'
    : 'report'
}

function isRoundup(form: FormOfText, paragraphs: readonly string[]): boolean {
  if (paragraphs.length < FEWEST_LABELS) return false
  const spread = spreadOfNames(form)
  if (spread.widest > Math.max(2, paragraphs.length * COMMON_SHARE)) return false
  const labels = paragraphs.filter((text) => LABEL.test(text.slice(0, LABEL_LETTERS))).length
  if (labels >= FEWEST_LABELS && labels >= paragraphs.length * LABEL_SHARE) return true
  if (spread.titleRecurs) return false
  return announcesRoundup(form.title)
    ? paragraphs.length >= FEWEST_PARAGRAPHS
    : isLoose(spread, paragraphs.length)
}

function announcesRoundup({ text }: Words): boolean {
  const title = text.toLowerCase()
  return ROUNDUP_PHRASES.some((phrase) => title.includes(phrase))
}

/** Every paragraph has names, many in all, and none of them comes back in another. */
function isLoose({ widest, named, names }: Spread, paragraphs: number): boolean {
  return (
    paragraphs >= FEWEST_LOOSE_PARAGRAPHS &&
    widest <= 1 &&
    named === paragraphs &&
    names >= paragraphs * NAMES_A_PARAGRAPH
  )
}

/** How the names of a text lie in its paragraphs. */
interface Spread {
  /** Paragraphs that hold the most widespread name. */
  readonly widest: number
  /** Paragraphs that hold any name. */
  readonly named: number
  /** Distinct names. */
  readonly names: number
  /** A name of the title occurs in the body. */
  readonly titleRecurs: boolean
}

function spreadOfNames({ title, body, names }: FormOfText): Spread {
  const seen = new Map<string, Set<number>>()
  const named = new Set<number>()
  let paragraph = 0
  let paragraphEnd = endOfLine(body.text, 0)
  for (const [place, word] of body.words.entries()) {
    const start = body.starts[place] ?? 0
    if (start > paragraphEnd) {
      paragraph += 1
      paragraphEnd = endOfLine(body.text, start)
    }
    const name = body.folded[place] ?? ''
    if (!names.has(name) || !isCapitalized(word)) continue
    seen.set(name, (seen.get(name) ?? new Set()).add(paragraph))
    named.add(paragraph)
  }
  return {
    widest: Math.max(0, ...[...seen.values()].map(({ size }) => size)),
    named: named.size,
    names: seen.size,
    titleRecurs: title.folded.some((word) => seen.has(word)),
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
