import { foreignNameForms } from '../text/foreignNames.ts'
import { hasDigit, type Words } from '../text/tokens.ts'
import { coarseSkeleton, isCaseless, nameSkeleton } from '../text/transliterate.ts'

/** Skeletons with their counts; `coarse` when they stand for all words of a caseless script. */
export interface Sounds {
  readonly counts: ReadonlyMap<string, number>
  readonly coarse: boolean
}

interface NamedText {
  readonly names: ReadonlyMap<string, number>
  readonly lang: string
}

const TITLE_WEIGHT = 2

/** Consonant skeletons of the names of a text, or of all its words where the script does not show which are names. */
export function countSounds(title: Words, body: Words, { names, lang }: NamedText): Sounds {
  const counts = new Map<string, number>()
  if (isCaseless(lang)) {
    for (const [word, weight] of weighedWords(title, body)) addWord(counts, word, { lang, weight })
    return { counts, coarse: true }
  }
  for (const [name, count] of names) {
    for (const part of name.split(/[-'’]/)) addSound(counts, nameSkeleton(part, lang), count)
  }
  return { counts, coarse: false }
}

/** Distinct words with their counts, those of the title twice, in order of first appearance. */
function weighedWords(title: Words, body: Words): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const word of title.words) weights.set(word, (weights.get(word) ?? 0) + TITLE_WEIGHT)
  for (const word of body.words) weights.set(word, (weights.get(word) ?? 0) + 1)
  return weights
}

function addWord(
  counts: Map<string, number>,
  word: string,
  { lang, weight }: { readonly lang: string; readonly weight: number },
): void {
  if (hasDigit(word)) return
  const sounds = foreignNameForms(word, lang).map((form) =>
    coarseSkeleton(nameSkeleton(form, lang)),
  )
  for (const sound of new Set(sounds)) addSound(counts, sound, weight)
}

function addSound(counts: Map<string, number>, sound: string, by: number): void {
  if (sound !== '') counts.set(sound, (counts.get(sound) ?? 0) + by)
}
