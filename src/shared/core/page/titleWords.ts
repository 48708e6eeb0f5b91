import { isUnspaced } from './phrases.ts'
import { comparableText } from './text.ts'

/**
 * Share of a title's words that a text says too, 0..1; null for a title of fewer than two words. Words are compared by
 * their first letters, since their endings change, and in pairs of characters where no spaces stand between words.
 */
export function shareSaid(title: string, text: string): number | null {
  const said = comparableText(text)
  const words = comparableText(title)
    .split(' ')
    .flatMap((word) => (isUnspaced(word) ? pairsOf(word) : word.length > 3 ? word.slice(0, 5) : []))
  if (words.length < 2) return null
  return words.filter((word) => said.includes(word)).length / words.length
}

function pairsOf(word: string): readonly string[] {
  const letters = [...word]
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
