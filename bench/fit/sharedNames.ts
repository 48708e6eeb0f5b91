import { wordsOf } from '../../src/shared/core/text/languageNgrams.ts'
import type { LabelledText } from './textLibrary.ts'

/** Labels in which a word is met from which it is a name of world news, or a word of all languages. */
const FEWEST_LABELS = 4

/** Share of a word's places where it is capitalized, from which it is a name: not so the first words of sentences. */
const LEAST_CAPITALIZED = 0.9

interface Tally {
  readonly labels: Set<string>
  capitalized: number
  all: number
}

/**
 * Names that stand in news of several languages of a script, in lower case, by script. The few texts of one language at
 * hand have some names and not others, which tells nothing about the language.
 */
export function sharedNames(
  news: readonly LabelledText[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const byScript = Map.groupBy(news, ({ label }) => scriptOf(label))
  return new Map([...byScript].map(([script, texts]) => [script, namesOf(texts)]))
}

/** The script of a label such as `sr Cyrl`. */
export function scriptOf(label: string): string {
  return label.split(' ')[1] ?? ''
}

/** Whether a word as written begins with a capital. */
export function isCapitalized(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

function namesOf(texts: readonly LabelledText[]): ReadonlySet<string> {
  const tallies = new Map<string, Tally>()
  for (const { text, label } of texts) {
    for (const word of wordsOf(text)) countWord(tallies, word, label)
  }
  const names = [...tallies].filter(
    ([, { labels, capitalized, all }]) =>
      labels.size >= FEWEST_LABELS && capitalized >= all * LEAST_CAPITALIZED,
  )
  return new Set(names.map(([word]) => word))
}

function countWord(tallies: Map<string, Tally>, word: string, label: string): void {
  const key = word.toLowerCase()
  const tally = tallies.get(key) ?? { labels: new Set(), capitalized: 0, all: 0 }
  tallies.set(key, tally)
  tally.all++
  if (!isCapitalized(word)) return
  tally.capitalized++
  tally.labels.add(label)
}
