import type { DateReading } from './dateFinder.ts'
import { monthReader } from './dateMonths.ts'
import { dateOrderOf } from './dateOrder.ts'
import {
  type DatePlace,
  type DateSources,
  type DateTexts,
  type DateWitness,
  lastResort,
  publishedPlaces,
  updatedPlaces,
} from './datePlaces.ts'
import { statementReader } from './dateStatements.ts'
import type { DateOrder } from './dateTypes.ts'
import { anyPage, parsePageDate } from './pageDate.ts'

/** When an article was published and last changed: ISO 8601 with the offset as written, or null. */
export interface Publication {
  readonly publishedAt: string | null
  readonly updatedAt: string | null
}

/** What dates are read from. */
export interface PublicationSources extends Omit<DateSources, 'statementsIn'> {
  /** When the page was seen, epoch milliseconds; absent when nobody knows. */
  readonly seenMs?: number | undefined
  /** Claims of page and feed, best first. */
  readonly languages: readonly string[]
}

/** Where dates are, and how they are read. */
interface Dated extends DateSources {
  readonly reading: DateReading
}

interface DateClaim extends StatedDate {
  readonly witness: DateWitness
}

interface StatedDate {
  readonly date: string
  /** A zone was written: other times are read as UTC and may be of any zone. */
  readonly isZoned: boolean
}

/** The publication date is the first claim that an independent one confirms to the day, else the first claim. */
export function publicationOf(sources: PublicationSources): Publication {
  const reading = readingOf(sources)
  const dated = { ...sources, reading, statementsIn: statementReader(reading) }
  const claims = publishedClaims(dated)
  const first = claims.find((claim) => isConfirmed(claim, claims)) ?? claims[0]
  return {
    publishedAt: first === undefined ? null : mostPrecise(first, claims).date,
    updatedAt: updatedDate(dated)?.date ?? null,
  }
}

const dayMs = 86_400_000

/** The clocks of the world differ by up to a day. */
function readingOf({ page, url, languages, seenMs }: PublicationSources): DateReading {
  let order: DateOrder | null | undefined
  return {
    months: monthReader(languages),
    order: () => {
      if (order === undefined) order = dateOrderOf({ blocks: page.blocks, languages, url })
      return order
    },
    latestDay:
      seenMs === undefined
        ? anyPage.latestDay
        : new Date(seenMs + dayMs).toISOString().slice(0, 'YYYY-MM-DD'.length),
  }
}

/** The claims of all places, or of as many as it takes until nothing more can change the date. */
function publishedClaims(sources: Dated): readonly DateClaim[] {
  const claims: DateClaim[] = []
  for (const place of publishedPlaces) {
    claims.push(...claimOf(place, sources))
    if (isSettled(claims)) return claims
  }
  return claims.length > 0 ? claims : claimOf(lastResort, sources)
}

function claimOf({ witness, texts }: DatePlace, sources: Dated): readonly DateClaim[] {
  const stated = firstDate(texts(sources), sources.reading)
  return stated === null ? [] : [{ ...stated, witness }]
}

/** The first claim is confirmed, and one of its day says the time with its zone. */
function isSettled(claims: readonly DateClaim[]): boolean {
  const first = claims[0]
  if (first === undefined || !isConfirmed(first, claims)) return false
  return mostPrecise(first, claims).isZoned
}

function isConfirmed(claim: DateClaim, claims: readonly DateClaim[]): boolean {
  return claims.some(
    (other) => other.witness !== claim.witness && dayOf(other.date) === dayOf(claim.date),
  )
}

/** Of the claims of one day, the one with a time and a zone, else the one with a time. */
function mostPrecise(chosen: DateClaim, claims: readonly DateClaim[]): DateClaim {
  const sameDay = claims.filter(({ date }) => dayOf(date) === dayOf(chosen.date))
  const timed = sameDay.filter(({ date }) => date.includes('T'))
  return timed.find(({ isZoned }) => isZoned) ?? timed[0] ?? chosen
}

function dayOf(date: string): string {
  return date.slice(0, 'YYYY-MM-DD'.length)
}

function updatedDate(sources: Dated): StatedDate | null {
  for (const texts of updatedPlaces) {
    const stated = firstDate(texts(sources), sources.reading)
    if (stated !== null) return stated
  }
  return null
}

const writtenZone = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/i

function firstDate(texts: DateTexts, reading: DateReading): StatedDate | null {
  for (const text of texts) {
    const date = text ? parsePageDate(text, reading) : null
    if (text && date !== null)
      return { date, isZoned: date.includes('T') && writtenZone.test(text.slice(0, longestDate)) }
  }
  return null
}

/** Longer texts than any date are not searched for a zone. */
const longestDate = 100
