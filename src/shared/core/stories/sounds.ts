import { hasDigit, isIdeographic, type Words } from '../text/tokens.ts'
import { coarseSkeleton, isCaseless, nameSkeleton, primaryTag } from '../text/transliterate.ts'

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
const LATIN_WORD = /[A-Za-z]{2,}/g
const KATAKANA_OR_LATIN = /[\p{Script=Katakana}ー]{3,}|[A-Za-z]{3,}/gu

/** Consonant skeletons of the names of a text, or of all its words where the script does not show which are names. */
export function countSounds(title: Words, body: Words, { names, lang }: NamedText): Sounds {
  const counts = new Map<string, number>()
  if (isCaseless(lang)) {
    for (const word of title.words) addWord(counts, word, { lang, weight: TITLE_WEIGHT })
    for (const word of body.words) addWord(counts, word, { lang, weight: 1 })
    return { counts, coarse: true }
  }
  for (const [name, count] of names) {
    for (const part of name.split(/[-'’]/)) addSound(counts, nameSkeleton(part, lang), count)
  }
  return { counts, coarse: false }
}

function addWord(
  counts: Map<string, number>,
  word: string,
  { lang, weight }: { readonly lang: string; readonly weight: number },
): void {
  if (hasDigit(word)) return
  for (const part of soundedParts(word, primaryTag(lang))) {
    addSound(counts, coarseSkeleton(nameSkeleton(part, lang)), weight)
  }
  for (const [latin] of word.matchAll(LATIN_WORD)) {
    addSound(counts, coarseSkeleton(nameSkeleton(latin, 'en')), weight)
  }
}

/** Chinese characters are not sounded; in Japanese only katakana spells foreign names. */
function soundedParts(word: string, tag: string): readonly string[] {
  if (tag === 'ja') return word.match(KATAKANA_OR_LATIN) ?? []
  return tag === 'zh' && isIdeographic(word) ? [] : [word]
}

function addSound(counts: Map<string, number>, sound: string, by: number): void {
  if (sound !== '') counts.set(sound, (counts.get(sound) ?? 0) + by)
}
