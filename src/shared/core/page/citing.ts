import { agenciesWithin, spaced } from './agencyNames.ts'
import { citingAfter, citingBefore } from './creditWords.ts'
import type { Credit } from './types.ts'

const anyOf = (phrases: readonly string[]) => phrases.map(spaced).join('|')
const before = new RegExp(`(?<!\\p{L})(?:${anyOf(citingBefore)}) {0,2}$`, 'u')
const after = new RegExp(`^ {0,2}(?:${anyOf(citingAfter)})(?!\\p{Ll})`, 'u')

/** Code units beside a name that are looked at. */
const reach = 40

/** The agency whose report a line gives in so many words: `…, d'après l'AFP.`, `сообщает ТАСС`, `共同通信によると`. */
export function citedAgency(line: string): Credit | null {
  const words = spaced(line)
  for (const { agency, from, to } of agenciesWithin(line)) {
    const opening = before.exec(words.slice(Math.max(0, from - reach), from))?.[0]
    const ending = after.exec(words.slice(to, to + reach))?.[0]
    if (opening === undefined && ending === undefined) continue
    const evidence = line.slice(from - (opening?.length ?? 0), to + (ending?.length ?? 0))
    return { agency, evidence: evidence.trim() }
  }
  return null
}
