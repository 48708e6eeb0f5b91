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

/** Terms with their counts, by what is compared of them: one word for each stem, the first. */
export type TermCounts = Map<string, [term: string, count: number]>

/** Counts every term of the title as `weight` terms. */
export function titleCounts(title: TermCounts, weight: number): TermCounts {
  return new Map([...title].map(([stem, [term, count]]) => [stem, [term, count * weight]]))
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

function addTerm(counts: TermCounts, term: string, stem = term, by = 1): void {
  const known = counts.get(stem)
  if (known === undefined) counts.set(stem, [term, by])
  else known[1] += by
}
