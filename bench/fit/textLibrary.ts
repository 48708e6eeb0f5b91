import { ngramsOf, wordsOf } from '../../src/shared/core/text/languageNgrams.ts'
import { isCapitalized, scriptOf, sharedNames } from './sharedNames.ts'

/** A text to learn from. */
export interface LabelledText {
  readonly text: string
  /** Language and script, as in `sr Cyrl`. */
  readonly label: string
  /** Texts of one kind, from one place. The first source is news. */
  readonly source: string
  /** The part of the labelled news it is in; null for all other texts. */
  readonly part: number | null
}

/** The n-grams of a text in half of the memory. */
export interface ShelvedText {
  readonly part: number | null
  readonly buckets: Uint32Array
  readonly starts: Uint32Array
  /** By word, the number of the name it may be; 0 for all other words. */
  readonly names: Uint16Array
}

/** Names of one script that are known, by their numbers, and the n-grams of each. */
export interface ShelvedNames {
  readonly isKnown: Uint8Array
  readonly ngrams: readonly (readonly number[])[]
}

/** No name is known. */
export const noNames: ShelvedNames = { isKnown: new Uint8Array(1), ngrams: [] }

/** All texts, counted once for the training of several models. */
export interface TextLibrary {
  /** By label and source. */
  readonly sources: ReadonlyMap<string, readonly (readonly ShelvedText[])[]>
  readonly news: readonly LabelledText[]
  /** By script, the number of every word that may be a name. */
  readonly numbers: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Counts all n-grams of all texts. */
export function shelveTexts(texts: readonly LabelledText[]): TextLibrary {
  const sources = [...new Set(texts.map(({ source }) => source))]
  const news = texts.filter(({ source }) => source === sources[0])
  const numbers = new Map(
    [...sharedNames(news)].map(([script, words]) => [
      script,
      new Map([...words].map((word, index) => [word, index + 1])),
    ]),
  )
  const shelves = new Map<string, readonly (readonly ShelvedText[])[]>()
  for (const [label, own] of Map.groupBy(texts, (text) => text.label)) {
    const bySource = Map.groupBy(own, ({ source }) => source)
    const names = numbers.get(scriptOf(label)) ?? new Map()
    shelves.set(
      label,
      sources.map((source) => (bySource.get(source) ?? []).map((text) => shelveText(text, names))),
    )
  }
  return { sources: shelves, news, numbers }
}

function shelveText({ text, part }: LabelledText, names: ReadonlyMap<string, number>): ShelvedText {
  const { buckets, starts } = ngramsOf(text)
  const numbers = wordsOf(text).map((word) =>
    isCapitalized(word) ? (names.get(word.toLowerCase()) ?? 0) : 0,
  )
  return {
    part,
    buckets: Uint32Array.from(buckets),
    starts: Uint32Array.from(starts),
    names: Uint16Array.from(numbers),
  }
}

/** The names of each script that the news outside one part has: a model must not know them from the part it is judged by. */
export function namesWithout(
  { news, numbers }: TextLibrary,
  without: number | null,
): ReadonlyMap<string, ShelvedNames> {
  const known = sharedNames(news.filter(({ part }) => part !== without))
  return new Map(
    [...known].map(([script, words]) => [script, shelveNames(words, numbers.get(script))]),
  )
}

function shelveNames(
  words: ReadonlySet<string>,
  numbers: ReadonlyMap<string, number> = new Map(),
): ShelvedNames {
  const isKnown = new Uint8Array(numbers.size + 1)
  for (const [word, number] of numbers) isKnown[number] = Number(words.has(word))
  return { isKnown, ngrams: [...words].map((word) => ngramsOf(word).buckets) }
}
