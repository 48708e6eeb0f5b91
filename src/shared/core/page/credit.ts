import { agencies, ambiguousNames } from './agencies.ts'
import type { Credit } from './types.ts'

/** Where a page credits an agency: the edges of its text and the people it names. */
export interface CreditSources {
  /** First and last lines of the article's container, labels and fine print included. */
  readonly firstLines: readonly string[]
  readonly lastLines: readonly string[]
  readonly byline: string | null
}

const agencyOfName: ReadonlyMap<string, string> = new Map(
  agencies.flatMap(({ agency, names }) => names.map((name) => [name, agency] as const)),
)

const evidenceCharacters = 120
const edgeCharacters = 160

/** The agency the text comes from: named in the dateline, in a closing note, or as its author. */
export function creditOf(sources: CreditSources): Credit | null {
  const openings = sources.firstLines.map((line) => line.slice(0, edgeCharacters))
  const closings = sources.lastLines.map((line) => line.slice(-edgeCharacters))
  return (
    first(openings, creditInBrackets) ??
    first(closings, creditInBrackets) ??
    first(sources.lastLines, creditOfLine) ??
    (sources.byline === null ? null : creditOfLine(sources.byline))
  )
}

function first(lines: readonly string[], find: (line: string) => Credit | null): Credit | null {
  for (const line of lines) {
    const credit = find(line)
    if (credit !== null) return credit
  }
  return null
}

const brackets = [
  /[(（]([^()（）]{2,60})[)）]/g,
  /\/([^/\s][^/]{0,40})\//g,
  /[【［[]([^【】［］[\]]{2,40})[】］\]]/g,
]

/** `(Reuters)`, `/TASS/`, `【新华社】`: agencies are credited in brackets everywhere. */
function creditInBrackets(line: string): Credit | null {
  for (const bracket of brackets) {
    for (const match of line.matchAll(bracket)) {
      const agency = agencyIn(
        match[1] ?? '',
        endsDateline(line.slice(match.index + match[0].length)),
      )
      if (agency !== null) return { agency, evidence: match[0].slice(0, evidenceCharacters) }
    }
  }
  return null
}

/** Whether what follows a bracket is a dash, a stop or nothing, as after a dateline and at the end of a text. */
function endsDateline(rest: string): boolean {
  return /^\s*(?:[-–—:.]|$)/.test(rest)
}

/** A short line that names nothing but agencies: `dpa/AFP`, `Source: Reuters`, `© 2024 AFP`. */
function creditOfLine(line: string): Credit | null {
  if (line.length > evidenceCharacters) return null
  const names = line.replace(/^[^:]{0,20}:\s*/, '').replace(/[©®]|\(c\)|\b(?:19|20)\d\d\b/gi, ' ')
  const agency = agencyIn(names, true)
  return agency === null ? null : { agency, evidence: line }
}

function agencyIn(names: string, isClear: boolean): string | null {
  for (const name of names.split(/[,;/+&|=·]|\s(?:and|und|et|y|e|en|og|och|и|з)\s|\s[-–—]\s/)) {
    const key = name.trim().toLowerCase()
    const agency = agencyOfName.get(key)
    if (agency !== undefined && (isClear || !ambiguousNames.has(key))) return agency
  }
  return null
}
