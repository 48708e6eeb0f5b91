import { yearReadings } from './dateCalendars.ts'
import type { MonthReader, NamedMonth } from './dateMonths.ts'
import type { WrittenDate } from './dateTypes.ts'
import { dateFillers, monthNumberWords } from './dateWords.ts'

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

interface MonthAt extends NamedMonth {
  /** Its first token and the one after its last. */
  readonly first: number
  readonly after: number
}

const token = /\d+|[\p{L}\p{M}][\p{L}\p{M}.'’׳॰\u200c]*|[^\s\p{Cf}]/gu

/** Most words and signs between the parts of a date: `2023 m. spalio 5 d.` */
const mostFillers = 4

/** Dates with a month in letters: `5 October 2023`, `Oct. 5th, 2023`, `2023. október 5.`, `13 مهر 1402`, `5 tháng 10, 2023`. */
export function namedDates(text: string, months: MonthReader): readonly WrittenDate[] {
  const tokens = [...text.matchAll(token)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  return tokens.flatMap((_, at) => {
    const month = monthAt(tokens, at, months)
    return (month && dateAround(tokens, month, text)) ?? []
  })
}

function monthAt(tokens: readonly Token[], at: number, months: MonthReader): MonthAt | null {
  const one = tokens[at]
  const next = tokens[at + 1]
  if (one === undefined || !isWord(one)) return null
  if (next !== undefined && monthNumberWords.has(one.text.toLowerCase())) {
    const month = /^\d{1,2}$/.test(next.text) ? Number(next.text) : 0
    return month === 0 ? null : { calendar: 'gregory', month, first: at, after: at + 2 }
  }
  const two = next !== undefined && isWord(next) ? months(`${one.text} ${next.text}`) : undefined
  if (two !== undefined) return { ...two, first: at, after: at + 2 }
  const named = months(one.text)
  return named === undefined ? null : { ...named, first: at, after: at + 1 }
}

function isWord({ text }: Token): boolean {
  return /^\p{L}/u.test(text)
}

/** The day and the year beside a month, whichever way they are arranged. */
function dateAround(tokens: readonly Token[], month: MonthAt, text: string): WrittenDate | null {
  const left = numberBeside(tokens, month.first, -1)
  const right = numberBeside(tokens, afterOtherName(tokens, month), 1)
  const farLeft = left && numberBeside(tokens, left.at, -1)
  const farRight = right && numberBeside(tokens, right.at + 1, 1)
  const arrangements = [
    [left, right],
    [right, farRight],
    [right, left],
    [left, farLeft],
  ] as const
  for (const [day, year] of arrangements) {
    if (day && year && isDay(day) && /^\d{4}$/.test(year.token.text))
      return written(month, { tokens, day, year, value: Number(year.token.text) })
  }
  if (!left || !right || !isDay(left) || !isShortYear(right, text)) return null
  return written(month, { tokens, day: left, year: right, value: 2_000 + Number(right.token.text) })
}

interface NumberAt {
  readonly at: number
  readonly token: Token
}

/** The nearest number on one side of a token's edge, with nothing but fillers between. */
function numberBeside(tokens: readonly Token[], edge: number, step: 1 | -1): NumberAt | null {
  let at = step === 1 ? edge : edge - 1
  for (let fillers = 0; fillers <= mostFillers; fillers++, at += step) {
    const one = tokens[at]
    if (one === undefined) return null
    if (/^\d/.test(one.text)) return { at, token: one }
    if (isWord(one) ? !isFiller(one) : !/^[.,،、/'’()‐–-]$/.test(one.text)) return null
  }
  return null
}

function isFiller({ text }: Token): boolean {
  return dateFillers.has(text.toLowerCase().replaceAll('.', ''))
}

/** `تشرين الأول/أكتوبر`: the same month named twice. */
function afterOtherName(tokens: readonly Token[], { after }: MonthAt): number {
  const isTwice = tokens[after]?.text === '/' && tokens[after + 1] !== undefined
  return isTwice && isWord(tokens[after + 1] as Token) ? after + 2 : after
}

function isDay({ token }: NumberAt): boolean {
  return token.text.length <= 2 && Number(token.text) >= 1 && Number(token.text) <= 31
}

/** Two figures are a year only where nothing follows that could make them an hour or a count. */
function isShortYear({ token }: NumberAt, text: string): boolean {
  return (
    token.text.length === 2 && /^\s*(?:$|[^\s\p{L}\p{N}:.]|\.\s|\.$)/u.test(text.slice(token.end))
  )
}

function written(
  { calendar, month, first, after }: MonthAt,
  parts: {
    readonly tokens: readonly Token[]
    readonly day: NumberAt
    readonly year: NumberAt
    readonly value: number
  },
): WrittenDate {
  const { tokens, day, year, value } = parts
  const number = Number(day.token.text)
  const readings =
    calendar === 'gregory'
      ? yearReadings(value, [month, number]).filter((one) => one.calendar === calendar)
      : [{ calendar, year: value, month, day: number }]
  const from = Math.min(first, day.at, year.at)
  const to = Math.max(after - 1, day.at, year.at)
  return {
    start: tokens[from]?.start ?? 0,
    end: tokens[to]?.end ?? 0,
    readings,
  }
}
