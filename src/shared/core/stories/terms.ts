import { asciiDigits } from '../feed/digits.ts'
import { hasDigit, isIdeographic, isUnspaced, type Words } from '../text/tokens.ts'
import { primaryTag } from '../text/transliterate.ts'

/** Letters a word is cut to. Measured: equals stemming in fi, hu, ru and en, and costs nothing. */
const STEM_LETTERS = 6
const NUMBER_SIGN = '#'
const LONGEST_WORD = 30
const SINGLE_IDEOGRAPH_WEIGHT = 0.5
const TRIPLE_WEIGHT = 0.5

/**
 * Counts the terms of a text on top of `counts`: words; pairs of characters for Han and kana; triples for Thai, Lao, Khmer
 * and Burmese; syllables and pairs of syllables for Vietnamese; numbers as `#n`. Words of one stem are counted under the
 * first of them, so that a reader sees a word: `termStem` gives what is compared.
 */
export function countTerms({ words, folded }: Words, lang: string, counts: TermCounts): TermCounts {
  const syllabic = primaryTag(lang) === 'vi'
  let previous: string | null = null
  for (const [position, word] of words.entries()) {
    const term = wordTerm(word, folded[position] ?? '', counts)
    if (term !== null) addTerm(counts, term, termStem(term, lang))
    const syllable = syllabic && term !== null && !term.startsWith(NUMBER_SIGN) ? term : null
    if (syllable !== null && previous !== null) addTerm(counts, `${previous}_${syllable}`)
    previous = syllable
  }
  return counts
}

/** What is compared of a term: its first six letters, but all of a number or of Vietnamese. */
export function termStem(term: string, lang: string): string {
  const whole =
    term.length <= STEM_LETTERS || primaryTag(lang) === 'vi' || term.startsWith(NUMBER_SIGN)
  return whole ? term : term.slice(0, STEM_LETTERS)
}

/** Terms with their counts, by the first word of each stem. */
export interface TermCounts {
  readonly counts: Map<string, number>
  readonly wordOfStem: Map<string, string>
}

/** Counts every term of the title as `weight` terms. */
export function titleCounts(title: TermCounts, weight: number): TermCounts {
  const counts = new Map([...title.counts].map(([term, count]) => [term, count * weight]))
  return { counts, wordOfStem: new Map(title.wordOfStem) }
}

/** No terms yet. */
export function noTerms(): TermCounts {
  return { counts: new Map(), wordOfStem: new Map() }
}

/** The term of a spaced word, or null when its terms were counted here or it has none. */
function wordTerm(word: string, folded: string, counts: TermCounts): string | null {
  if (isIdeographic(word)) return countGrams(word, 2, counts)
  if (isUnspaced(word)) return countGrams(word, 3, counts)
  if (folded.length < 2 || folded.length > LONGEST_WORD) return null
  return hasDigit(folded) ? `${NUMBER_SIGN}${asciiDigits(folded)}` : folded
}

function countGrams(run: string, size: 2 | 3, counts: TermCounts): null {
  const letters = [...run]
  const weight = size === 3 ? TRIPLE_WEIGHT : 1
  if (letters.length === 1 && size === 2) addTerm(counts, run, run, SINGLE_IDEOGRAPH_WEIGHT)
  for (let start = 0; start + size <= letters.length; start += 1) {
    const gram = letters.slice(start, start + size).join('')
    addTerm(counts, gram, gram, weight)
  }
  return null
}

function addTerm({ counts, wordOfStem }: TermCounts, term: string, stem = term, by = 1): void {
  const known = wordOfStem.get(stem)
  if (known === undefined) wordOfStem.set(stem, term)
  const word = known ?? term
  counts.set(word, (counts.get(word) ?? 0) + by)
}
