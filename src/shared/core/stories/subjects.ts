import type { Bag } from './bag.ts'
import type { ArticleFeatures } from './features.ts'

/** A name this often, a word of the title counted twice, is what the text is about. */
const NAME_COUNT = 3
/** In scripts without capitals: a word of the title, counted three times, that comes back in the body. */
const TERM_COUNT = 4

/** What a text is about: the names, or where they cannot be told the words, of its title and those that come back. */
export function subjectsOf({ names, terms, title, caseless }: ArticleFeatures): Bag {
  const titleWords = new Set(title.keys)
  const bag = caseless ? terms : names
  const isSubject = (word: string, count: number): boolean =>
    caseless ? count >= TERM_COUNT : count >= NAME_COUNT || titleWords.has(word)
  const places = [...bag.keys.keys()].filter((place) => {
    const word = bag.keys[place] ?? ''
    return !/^[_#]/.test(word) && isSubject(word, bag.counts[place] ?? 0)
  })
  return {
    keys: places.map((place) => bag.keys[place] ?? ''),
    counts: places.map((place) => bag.counts[place] ?? 0),
  }
}
