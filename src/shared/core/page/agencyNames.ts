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

/** A name that credits an agency wherever it stands. */
interface ClearName {
  readonly name: string
  readonly agency: string
  /** Place in the list. */
  readonly rank: number
}

const unspacedName = /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]+$/u
const clearNames: readonly ClearName[] = [...agencyOfName]
  .map(([name, agency], rank) => ({ name, agency, rank }))
  .filter(({ name }) => !ambiguousNames.has(name))
const unspacedNames = clearNames.filter(({ name }) => unspacedName.test(name))
/** By their first word, so that a sentence is looked through once and not once a name. */
const spacedNames: ReadonlyMap<string, readonly ClearName[]> = Map.groupBy(
  clearNames.filter(({ name }) => !unspacedName.test(name)),
  ({ name }) => firstWord(name),
)
const unspacedLetter = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]/u

function firstWord(name: string): string {
  const end = name.indexOf(' ')
  return end < 0 ? name : name.slice(0, end)
}

/** The agencies that a sentence names as whole words, in the order of the list; ambiguous names do not count. */
export function agenciesWithin(sentence: string): readonly NamedAgency[] {
  const words = spaced(sentence)
  const found = new Map([...spacedNamesIn(words), ...unspacedNamesIn(words)])
  return [...found]
    .sort(([left], [right]) => left.rank - right.rank)
    .map(([{ name, agency }, from]) => ({ agency, from, to: from + name.length }))
}

/** Names between blanks and where each stands first. */
function spacedNamesIn(words: string): ReadonlyMap<ClearName, number> {
  const found = new Map<ClearName, number>()
  for (let start = 0; start < words.length; ) {
    const blank = words.indexOf(' ', start)
    const end = blank < 0 ? words.length : blank
    for (const named of spacedNames.get(words.slice(start, end)) ?? [])
      if (!found.has(named) && standsAt(words, named.name, start)) found.set(named, start)
    start = end + 1
  }
  return found
}

function unspacedNamesIn(words: string): readonly (readonly [ClearName, number])[] {
  if (!unspacedLetter.test(words)) return []
  return unspacedNames
    .map((named) => [named, words.indexOf(named.name)] as const)
    .filter(([, from]) => from >= 0)
}

function standsAt(words: string, name: string, start: number): boolean {
  const end = start + name.length
  return words.startsWith(name, start) && (end === words.length || words[end] === ' ')
}

/** A sentence in lower case with blanks for its punctuation, of the same length but for a few letters no name has. */
export function spaced(sentence: string): string {
  return sentence.toLowerCase().replace(/[.,;:()'’"“”«»]/g, ' ')
}

/** One to four capitalised words: how an agency that is on no list is named. */
export const properName = String.raw`\p{Lu}[\p{L}\p{M}\p{N}.&'’-]*(?: \p{Lu}[\p{L}\p{M}\p{N}.&'’-]*){0,3}`
