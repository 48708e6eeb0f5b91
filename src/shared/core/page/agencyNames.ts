import { agencies, ambiguousNames } from './agencies.ts'

const agencyOfName: ReadonlyMap<string, string> = new Map(
  agencies.flatMap(({ agency, names }) => names.map((name) => [name, agency] as const)),
)

/**
 * The agency in a list of names such as `dpa/AFP`, or null. Names that mean other things too count only where it is
 * clear that an agency is named.
 */
export function agencyIn(names: string, isClear: boolean): string | null {
  for (const name of names.split(/[,;/+&|=·]|\s(?:and|und|et|y|e|en|og|och|и|з)\s|\s[-–—]\s/)) {
    const key = name.trim().toLowerCase()
    const agency = agencyOfName.get(key)
    if (agency !== undefined && (isClear || !ambiguousNames.has(key))) return agency
  }
  return null
}

/** The first agency of the list that a sentence names as whole words, or null; ambiguous names do not count. */
export function agencyWithin(sentence: string): string | null {
  const words = ` ${sentence.toLowerCase().replace(/[.,;:()]/g, ' ')} `
  for (const [name, agency] of agencyOfName) {
    const needle = /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]+$/u.test(name) ? name : ` ${name} `
    if (!ambiguousNames.has(name) && words.includes(needle)) return agency
  }
  return null
}

/** One to four capitalised words: how an agency that is on no list is named. */
export const properName = String.raw`\p{Lu}[\p{L}\p{M}\p{N}.&'’-]*(?: \p{Lu}[\p{L}\p{M}\p{N}.&'’-]*){0,3}`
