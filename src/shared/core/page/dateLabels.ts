import { eventWords, publishedWords, updatedWords } from './dateWords.ts'
import { isUnspaced, listPhrases, type PhrasesByLanguage } from './phrases.ts'
import { plainLetters } from './text.ts'

/** What the words beside a date say it is the date of. */
export type DateLabel = 'published' | 'updated' | 'event'

const pageWords = `(?<updated>${anyOf(updatedWords)})|(?<published>${anyOf(publishedWords)})`

/** One pattern for all labels, each at the beginning of a word where the script has spaces. */
const labels = new RegExp(`${pageWords}|(?<event>${anyOf(eventWords, true)})`, 'gu')
const opening = new RegExp(`^[^\\p{L}]{0,20}(?:${pageWords})`, 'u')

function anyOf(phrases: PhrasesByLanguage, isWhole = false): string {
  const list = [...new Set(listPhrases(phrases).map(plainLetters))].sort(
    (a, b) => b.length - a.length,
  )
  const spaced = list.filter((phrase) => !isUnspaced(phrase))
  const end = isWhole ? '(?![\\p{L}])' : ''
  return `(?<![\\p{L}\\p{M}])(?:${spaced.join('|')})${end}|${list.filter(isUnspaced).join('|')}`
}

/** What the words before or after a date call it: of several the nearest; null when they say nothing of it. */
export function labelIn(words: string, side: 'before' | 'after'): DateLabel | null {
  if (!/\p{L}/u.test(words)) return null
  const found = [...plainLetters(words).matchAll(labels)]
  const nearest = side === 'before' ? found.at(-1) : found[0]
  const group = Object.entries(nearest?.groups ?? {}).find(([, match]) => match !== undefined)
  return (group?.[0] as DateLabel | undefined) ?? null
}

/** Whether a line begins by saying that it came out or was changed. */
export function opensWithLabel(line: string): boolean {
  return opening.test(plainLetters(line.slice(0, mostCharacters)))
}

/** The longest label, and what may stand before it. */
const mostCharacters = 60
