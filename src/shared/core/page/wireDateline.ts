import { properName } from './agencyNames.ts'
import { isRegionName } from './regionNames.ts'
import { agencyWords, notAgencies } from './wireDatelineWords.ts'

/** What a dateline says in brackets, and whether its place is written in capitals. */
interface Dateline {
  readonly brackets: string
  readonly name: string
  readonly isShouted: boolean
}

/** Place, perhaps a date, the name in brackets or between slashes, and a dash or a full stop; or the name alone. */
const place = String.raw`(\p{Lu}[\p{L}\p{M}.'’ -]{1,40})(?:[,/] ?[^()/]{1,40})?`
const shapes: readonly RegExp[] = [
  new RegExp(String.raw`^${place} ?(\((${properName})\)) ?[-–—:]`, 'u'),
  new RegExp(String.raw`^()(\((${properName})\)) ?[-–—]`, 'u'),
  new RegExp(String.raw`^${place} (\/(${properName})\/)[.:]? ?[-–—]?`, 'u'),
]

/** Letters of names that are abbreviations of states, parties and sections; agencies on no list have more. */
const shortestCapitals = 4

/**
 * The agency named in a dateline, although it is on no list: `PORT ELLERY (Northwire) —`. Where the place is not in
 * capitals, the name must be like one of an agency or be repeated elsewhere (`confirms`).
 */
export function datelineAgency(
  line: string,
  confirms: (name: string) => boolean,
): { readonly agency: string; readonly evidence: string } | null {
  const found = parseDateline(line.slice(0, 120))
  if (found === null || !canNameAgency(found.name)) return null
  const isSure = found.isShouted || agencyWords.test(found.name) || confirms(found.name)
  return isSure ? { agency: found.name, evidence: found.brackets } : null
}

function parseDateline(line: string): Dateline | null {
  for (const shape of shapes) {
    const [, where = '', brackets = '', name] = shape.exec(line) ?? []
    if (name !== undefined) return { brackets, name, isShouted: isShouted(where) }
  }
  return null
}

/** In capitals, in a script that has them. */
function isShouted(text: string): boolean {
  return text.length > 2 && text === text.toUpperCase() && text !== text.toLowerCase()
}

/** `D-Ohio`, `DC`, `Oregon` and `Opinion` stand in such brackets too. */
function canNameAgency(name: string): boolean {
  const isOther = /^\p{Lu}{1,3}-/u.test(name) || notAgencies.has(name.toLowerCase())
  if (isOther || isRegionName(name)) return false
  return name !== name.toUpperCase() || name.replace(/[^\p{L}]/gu, '').length >= shortestCapitals
}
