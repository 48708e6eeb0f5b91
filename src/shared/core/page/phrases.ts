/** Phrases in lower case, separated by `|`, by language code. The code is for the reader: matching looks at all. */
export type PhrasesByLanguage = Readonly<Record<string, string>>

/** Phrases found by their first character, longest first. */
export type PhraseTable = ReadonlyMap<string, readonly string[]>

/** All phrases of a word list. */
export function listPhrases(phrases: PhrasesByLanguage): readonly string[] {
  return Object.values(phrases).flatMap((list) => list.trim().split(/\s*\|\s*/))
}

/** Phrases to be found anywhere in a text, and a pattern of them all, ten times as fast as trying each. */
export interface PhraseList {
  readonly phrases: readonly string[]
  readonly pattern: RegExp
}

/** Prepares a word list for searching texts in lower case. */
export function phraseList(byLanguage: PhrasesByLanguage): PhraseList {
  const phrases = listPhrases(byLanguage)
  const escaped = phrases.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return { phrases, pattern: new RegExp(escaped.join('|')) }
}

/** Builds the lookup of a word list. */
export function phraseTable(phrases: PhrasesByLanguage): PhraseTable {
  const table = new Map<string, string[]>()
  for (const phrase of listPhrases(phrases)) {
    const key = phrase.charAt(0)
    table.set(key, [...(table.get(key) ?? []), phrase])
  }
  for (const list of table.values()) list.sort((a, b) => b.length - a.length)
  return table
}

const wordCharacter = /[\p{L}\p{N}]/u
/** Scripts written without spaces: there a phrase may be followed by any character. */
const unspacedScript =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** Whether a text has characters of a script that is written without spaces. */
export function isUnspaced(text: string): boolean {
  return unspacedScript.test(text)
}

/** The phrase a lower-case line begins with, as whole words; null when there is none. */
export function openingPhrase(line: string, table: PhraseTable): string | null {
  const candidates = table.get(line.charAt(0))
  return candidates?.find((phrase) => line.startsWith(phrase) && endsWord(line, phrase)) ?? null
}

function endsWord(line: string, phrase: string): boolean {
  const next = line.charAt(phrase.length)
  return !wordCharacter.test(next) || isUnspaced(phrase) || !wordCharacter.test(phrase.at(-1) ?? '')
}

/** Lower case, with quotes, bullets, arrows and brackets before the first word removed. */
export function phraseKey(line: string): string {
  const lower = line.toLowerCase()
  const first = lower.charCodeAt(0)
  const isWord = first >= 0x61 && first <= 0x7a
  return isWord ? lower : lower.replace(/^[^\p{L}\p{N}©@]+/u, '')
}
