import { isCapitalized, type Words } from './tokens.ts'

/** Names of a text: single capitalised words and runs of two to five of them, lower case, with their counts. */
export interface Names {
  readonly words: Map<string, number>
  readonly phrases: Map<string, number>
}

const SENTENCE_BREAKS = new Set('.!?…:;"“”„«»([•—–-')
const LONGEST_PHRASE = 5
const SHORTEST_FIRST_WORD = 4
const HEADLINE_CAPITALS = 0.6
const SHORT_BODY = 20

/**
 * Capitalised words, except those that start a sentence and also occur in lower case. In a headline written With Every
 * Word Capitalised only words that the body shows to be names count. Words of the title count twice.
 */
export function findNames(title: Words, body: Words): Names {
  const lowerCase = lowerCaseWords(body)
  const names: Names = { words: new Map(), phrases: new Map() }
  collectNames(body, lowerCase, names)
  for (const [name, count] of titleNames(title, body, lowerCase, names)) {
    addCount(names.words, name, 2 * count)
  }
  return names
}

function titleNames(title: Words, body: Words, lowerCase: Set<string>, names: Names) {
  const found = new Map<string, number>()
  const capitals = title.words.filter(isCapitalized).length / Math.max(1, title.words.length)
  if (capitals < HEADLINE_CAPITALS) {
    collectNames(title, lowerCase, { words: found, phrases: names.phrases })
  } else if (body.words.length < SHORT_BODY) {
    collectNames(title, lowerCase, { words: found, phrases: new Map() })
  } else {
    for (const word of title.folded) if (names.words.has(word)) addCount(found, word, 1)
  }
  return found
}

function lowerCaseWords(body: Words): Set<string> {
  const lowerCase = new Set<string>()
  for (const [position, word] of body.words.entries()) {
    if (!isCapitalized(word)) lowerCase.add(body.folded[position] ?? word)
  }
  return lowerCase
}

function collectNames(text: Words, lowerCase: Set<string>, names: Names): void {
  let run: string[] = []
  const endRun = (): void => {
    if (run.length > 1 && run.length <= LONGEST_PHRASE) addCount(names.phrases, run.join(' '), 1)
    run = []
  }
  for (const [position, word] of text.words.entries()) {
    const gap = gapBefore(text, position)
    if (breaksRun(gap)) endRun()
    const name = text.folded[position] ?? ''
    const ordinary = name.length < SHORTEST_FIRST_WORD || lowerCase.has(name)
    if (isName(word) && !(ordinary && startsSentence(gap, position))) {
      addCount(names.words, name, 1)
      run.push(name)
      if (name.length < word.length) endRun()
    } else endRun()
  }
  endRun()
}

function isName(word: string): boolean {
  return word.length >= 2 && isCapitalized(word)
}

function gapBefore(text: Words, position: number): string {
  if (position === 0) return ''
  const end = (text.starts[position - 1] ?? 0) + (text.words[position - 1]?.length ?? 0)
  return text.text.slice(end, text.starts[position])
}

function breaksRun(gap: string): boolean {
  return gap !== ' ' && gap !== '-' && gap !== '. '
}

function startsSentence(gap: string, position: number): boolean {
  if (position === 0 || gap.includes('\n')) return true
  return SENTENCE_BREAKS.has(gap.trimEnd().slice(-1))
}

function addCount(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
