import { asciiDigits, hasDigit, isIdeographic, isUnspaced, type Words } from '../text/tokens.ts'
import { primaryTag } from '../text/transliterate.ts'

/** Letters a word is cut to. Measured: equals stemming in fi, hu, ru and en, and costs nothing. */
const STEM_LETTERS = 6
const LONGEST_WORD = 30
const SINGLE_IDEOGRAPH_WEIGHT = 0.5
const TRIPLE_WEIGHT = 0.5

/**
 * Counts the terms of a text on top of `counts`: stems of six letters; pairs of characters for Han and kana; triples for
 * Thai, Lao, Khmer and Burmese; syllables and pairs of syllables for Vietnamese; numbers as `#n`.
 */
export function countTerms(
  { words, folded }: Words,
  lang: string,
  counts: Map<string, number> = new Map(),
): Map<string, number> {
  const syllabic = primaryTag(lang) === 'vi'
  let previous: string | null = null
  for (const [position, word] of words.entries()) {
    const term = wordTerm(word, folded[position] ?? '', counts)
    if (term === null || term.startsWith('#')) previous = null
    if (term === null) continue
    addCount(counts, syllabic || term.startsWith('#') ? term : term.slice(0, STEM_LETTERS), 1)
    if (!syllabic || term.startsWith('#')) continue
    if (previous !== null) addCount(counts, `${previous}_${term}`, 1)
    previous = term
  }
  return counts
}

/** The term of a spaced word, or null when its terms were counted here or it has none. */
function wordTerm(word: string, folded: string, counts: Map<string, number>): string | null {
  if (isIdeographic(word)) return countGrams(word, 2, counts)
  if (isUnspaced(word)) return countGrams(word, 3, counts)
  if (folded.length < 2 || folded.length > LONGEST_WORD) return null
  return hasDigit(folded) ? `#${asciiDigits(folded)}` : folded
}

function countGrams(run: string, size: 2 | 3, counts: Map<string, number>): null {
  const letters = [...run]
  if (letters.length === 1 && size === 2) addCount(counts, run, SINGLE_IDEOGRAPH_WEIGHT)
  for (let start = 0; start + size <= letters.length; start += 1) {
    addCount(counts, letters.slice(start, start + size).join(''), size === 3 ? TRIPLE_WEIGHT : 1)
  }
  return null
}

function addCount(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
