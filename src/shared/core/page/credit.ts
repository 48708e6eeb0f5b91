import { agencyIn } from './agencyNames.ts'
import { citedAgency } from './citing.ts'
import { isSupplyNote, supplierOf } from './supplyNote.ts'
import type { Credit } from './types.ts'
import { datelineAgency } from './wireDateline.ts'

/** Where a page credits an agency: the edges of its text and the people it names. */
export interface CreditSources {
  /** First and last lines of the article's container and of its text, labels and fine print included. */
  readonly firstLines: readonly string[]
  readonly lastLines: readonly string[]
  /** What the head of the page calls its source. */
  readonly sources: readonly string[]
  readonly byline: string | null
}

const evidenceCharacters = 120
const edgeCharacters = 160

/** The agency the text comes from: named in the dateline, a closing note, as author or source, or as what the text cites. */
export function creditOf(sources: CreditSources): Credit | null {
  const firstLines = [...new Set(sources.firstLines)]
  const lastLines = [...new Set(sources.lastLines)]
  const { byline } = sources
  const openings = firstLines.map((line) => line.slice(0, edgeCharacters))
  const closings = lastLines.map((line) => line.slice(-edgeCharacters))
  return (
    first(openings, creditInBrackets) ??
    first(closings, creditInBrackets) ??
    first(lastLines, creditOfLine) ??
    first([...lastLines, ...firstLines], creditOfNote) ??
    first(firstLines, (line) => datelineAgency(line, (name) => isNamedApart(name, sources))) ??
    (byline === null ? null : creditOfLine(byline)) ??
    first(sources.sources, creditOfLine) ??
    first([...openings, ...closings], citedAgency)
  )
}

function first(lines: readonly string[], find: (line: string) => Credit | null): Credit | null {
  for (const line of lines) {
    const credit = find(line)
    if (credit !== null) return credit
  }
  return null
}

/** Whether the last lines or the byline repeat a name. */
function isNamedApart(name: string, { lastLines, byline }: CreditSources): boolean {
  return byline === name || lastLines.some((line) => line.length < 300 && line.includes(name))
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
  const names = line
    .replace(/^[^:：]{0,20}[:：]\s*/, '')
    .replace(/[©®]|\(c\)|\b(?:19|20)\d\d\b/gi, ' ')
  const agency = agencyIn(names, true)
  return agency === null ? null : { agency, evidence: line }
}

/** `This story was supplied by the news agency …` */
function creditOfNote(line: string): Credit | null {
  const agency = isSupplyNote(line) ? supplierOf(line) : null
  return agency === null ? null : { agency, evidence: line.slice(0, evidenceCharacters) }
}
