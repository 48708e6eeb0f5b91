import { agenciesWithin, properName } from './agencyNames.ts'
import { openingPhrase, phraseKey } from './phrases.ts'
import {
  agencyNouns,
  supplierPrepositions,
  supplySubjects,
  supplyVerbs,
  trailingAgencyNouns,
} from './supplyWords.ts'

/** Longer lines tell the story, whatever they begin with. */
const longestNote = 300

/** `This story was supplied by the news agency Northwire and has not been edited by our staff.` */
export function isSupplyNote(text: string): boolean {
  if (text.length > longestNote) return false
  const key = phraseKey(text)
  return (
    openingPhrase(key, supplySubjects) !== null && supplyVerbs.some((verb) => key.includes(verb))
  )
}

const anyOf = (phrases: readonly string[]) => phrases.join('|')
const nameShapes: readonly RegExp[] = [
  [`(?<!\\p{L})(?:${anyOf(agencyNouns)})`, ''],
  ['', `(?=(?:['’]\\p{L}+)? (?:${anyOf(trailingAgencyNouns)}))`],
  [`(?<!\\p{L})(?:${anyOf(supplierPrepositions)})(?: the| der| la| the)?`, ''],
].map(([before, after]) => {
  const start = before === '' ? '(?<!\\p{L})' : `(?:${before})[ :]+["«“„']?`
  return new RegExp(`${withAnyCase(start)}(${properName})${after}`, 'u')
})

/** Words of a pattern may begin with a capital; the name must. */
function withAnyCase(pattern: string): string {
  return pattern.replace(/(?<=[(|])(\p{Ll})/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)
}

/** The agency a supply note names: by the name it has in the list, else as written; null when it names none. */
export function supplierOf(note: string): string | null {
  for (const { agency } of agenciesWithin(note)) return agency
  for (const shape of nameShapes) {
    const name = shape.exec(note)?.[1]?.replace(/[.'’-]+$/, '')
    if (name !== undefined && name.length > 1) return name
  }
  return null
}
