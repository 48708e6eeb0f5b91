import { type DateReading, type FoundDate, findDates } from './dateFinder.ts'
import { type DateLabel, labelIn, opensWithLabel } from './dateLabels.ts'
import { isUnspaced } from './phrases.ts'

/** A date that a line of the page states of the page. */
export interface DateStatement {
  readonly date: string
  /** Null when the line says no more than the date. */
  readonly label: Exclude<DateLabel, 'event'> | null
}

/** Longer lines are prose, unless they begin by saying what date follows. */
const longestLine = 120
const longestLabelled = 300

/** A line about the page has names and a place beside its dates, but no more words than this. */
const mostWords = 7

/** Characters that count as a word where words are not spaced. */
const unspacedWord = 5

/** The dates by which a line dates the page: none in prose, and none of events. */
export type StatementReader = (line: string) => readonly DateStatement[]

/** Reads the lines of one page, each once: several places of it ask for the same. */
export function statementReader(reading: DateReading): StatementReader {
  const known = new Map<string, readonly DateStatement[]>()
  return (line) => {
    if (line.length > longestLabelled) return []
    const found = known.get(line) ?? statementsIn(line, reading)
    known.set(line, found)
    return found
  }
}

function statementsIn(text: string, reading: DateReading): readonly DateStatement[] {
  if (text.length > longestLine && !opensWithLabel(text)) return []
  const dates = findDates(text, reading)
  if (dates.length === 0 || isProse(text, dates)) return []
  const labels = labelsOf(text, dates)
  return dates.flatMap(({ date }, at) => {
    const label = labels[at] ?? null
    return label === 'event' ? [] : [{ date, label }]
  })
}

/** What stands before each date, between two, and after the last. */
function gapsOf(text: string, dates: readonly FoundDate[]): readonly string[] {
  return [...dates, null].map((date, at) =>
    text.slice(dates[at - 1]?.end ?? 0, date?.start ?? text.length),
  )
}

/**
 * Labels stand before their dates, but for lines that end with one and begin with none: `2023年10月5日 公開`. From one day to
 * another something else goes on.
 */
function labelsOf(text: string, dates: readonly FoundDate[]): readonly (DateLabel | null)[] {
  const gaps = gapsOf(text, dates)
  if (isSpan(gaps, dates)) return dates.map(() => 'event')
  const before = gaps.slice(0, -1).map((gap) => labelIn(gap, 'before'))
  const after = gaps.slice(1).map((gap) => labelIn(gap, 'after'))
  const isAfter = before[0] === null && after.at(-1) !== null
  return isAfter ? after : before
}

/** `5 October 2023 – 7 October 2023`, `5.–7. October 2023`: but not `10:12 – 5 October 2023`. */
function isSpan(gaps: readonly string[], dates: readonly FoundDate[]): boolean {
  const leads = (at: number) =>
    until.test(gaps[at] ?? '') && dates[at]?.date !== dates[at - 1]?.date
  return dates.some((_, at) => at > 0 && leads(at)) || dayUntil.test(gaps[0] ?? '')
}

const dayUntil = /(?<![:.\p{Nd}])\p{Nd}{1,2}\.?\s?[-–—]\s?$/u
const until = /^\s*(?:[-–—~～〜]|to|until|bis|au|al|a|hasta|do|по|tot|til|till|až|至)\s*$/u

function isProse(text: string, dates: readonly FoundDate[]): boolean {
  if (opensWithLabel(text)) return false
  const words =
    gapsOf(text, dates)
      .join(' ')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  const weight = words.reduce((sum, word) => sum + weightOf(word), 0)
  return weight > mostWords || isSentence(text, words)
}

function weightOf(word: string): number {
  return isUnspaced(word) ? Math.ceil(word.length / unspacedWord) : 1
}

/** It ends like one, and not all of its words are names. */
function isSentence(text: string, words: readonly string[]): boolean {
  if (!/[.!?。！？।۔॥]["'”»)]?$/.test(text)) return false
  const small = words.filter((word) => word === word.toLowerCase() && word !== word.toUpperCase())
  const caseless = words.filter((word) => word.toLowerCase() === word.toUpperCase())
  return small.some((word) => word.length > 3) || caseless.length > 2 || caseless.some(isUnspaced)
}
