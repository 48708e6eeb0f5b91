import { agencies, ambiguousNames } from './agencies.ts'
import { creditOpenings } from './creditWords.ts'
import { openingPhrase } from './phrases.ts'

const agencyOfName: ReadonlyMap<string, string> = new Map(
  agencies.flatMap(({ agency, names }) => names.map((name) => [name, agency] as const)),
)

/**
 * The agency in a list of names such as `dpa/AFP` or `with AP`, or null. Names that mean other things too count only
 * where it is clear that an agency is named.
 */
export function agencyIn(names: string, isClear: boolean): string | null {
  for (const name of names.split(/[,;/+&|=·]|\s(?:and|und|et|y|e|en|og|och|и|з)\s|\s[-–—]\s/)) {
    const key = name.trim().toLowerCase()
    const agency = agencyOfName.get(key) ?? agencyAfterOpening(key)
    if (agency !== undefined && (isClear || !ambiguousNames.has(key))) return agency
  }
  return null
}

/** `with AP`, `avec l'AFP`: the rest must be a name that means nothing else. */
function agencyAfterOpening(key: string): string | undefined {
  const opening = openingPhrase(key, creditOpenings)
  const name = opening === null ? '' : key.slice(opening.length).replace(/^[\s:]+/, '')
  return ambiguousNames.has(name) ? undefined : agencyOfName.get(name)
}

/** An agency named in a sentence, and the code units its name has there. */
interface NamedAgency {
  readonly agency: string
  readonly from: number
  readonly to: number
}

/** The agencies that a sentence names as whole words, in the order of the list; ambiguous names do not count. */
export function* agenciesWithin(sentence: string): Generator<NamedAgency> {
  const words = ` ${spaced(sentence)} `
  for (const [name, agency] of agencyOfName) {
    const isUnspaced = unspacedName.test(name)
    const from = ambiguousNames.has(name) ? -1 : words.indexOf(isUnspaced ? name : ` ${name} `)
    if (from >= 0)
      yield { agency, from: from - Number(isUnspaced), to: from - Number(isUnspaced) + name.length }
  }
}

const unspacedName = /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]+$/u

/** A sentence in lower case with blanks for its punctuation, of the same length but for a few letters no name has. */
export function spaced(sentence: string): string {
  return sentence.toLowerCase().replace(/[.,;:()'’"“”«»]/g, ' ')
}

/** One to four capitalised words: how an agency that is on no list is named. */
export const properName = String.raw`\p{Lu}[\p{L}\p{M}\p{N}.&'’-]*(?: \p{Lu}[\p{L}\p{M}\p{N}.&'’-]*){0,3}`
