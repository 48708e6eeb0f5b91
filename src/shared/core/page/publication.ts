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
import { anyPage, parsePageDate } from './pageDate.ts'

/** When an article was published and last changed: ISO 8601 with the offset as written, or null. */
export interface Publication {
  readonly publishedAt: string | null
  readonly updatedAt: string | null
}

/** What dates are read from. */
export interface PublicationSources extends Omit<DateSources, 'reading'> {
  /** When the page was seen, epoch milliseconds; absent when nobody knows. */
  readonly seenMs?: number | undefined
  /** Claims of page and feed, best first. */
  readonly languages: readonly string[]
}

interface DateClaim {
  readonly date: string
  readonly witness: DateWitness
}

/** The publication date is the first claim that an independent one confirms to the day, else the first claim. */
export function publicationOf(sources: PublicationSources): Publication {
  const dated = { ...sources, reading: readingOf(sources) }
  const claims = publishedClaims(dated)
  const first = claims.find((claim) => isConfirmed(claim, claims)) ?? claims[0]
  return {
    publishedAt: first === undefined ? null : mostPrecise(first, claims),
    updatedAt: updatedDate(dated),
  }
}

const dayMs = 86_400_000

/** The clocks of the world differ by up to a day. */
function readingOf({ page, url, languages, seenMs }: PublicationSources): DateReading {
  return {
    months: monthReader(languages),
    order: () => dateOrderOf({ blocks: page.blocks, languages, url }),
    latestDay:
      seenMs === undefined
        ? anyPage.latestDay
        : new Date(seenMs + dayMs).toISOString().slice(0, 'YYYY-MM-DD'.length),
  }
}

/** The claims of all places, or of as many as it takes until nothing more can change the date. */
function publishedClaims(sources: DateSources): readonly DateClaim[] {
  const claims: DateClaim[] = []
  for (const place of publishedPlaces) {
    claims.push(...claimOf(place, sources))
    if (isSettled(claims)) return claims
  }
  return claims.length > 0 ? claims : claimOf(lastResort, sources)
}

function claimOf({ witness, texts }: DatePlace, sources: DateSources): readonly DateClaim[] {
  const date = firstDate(texts(sources), sources.reading)
  return date === null ? [] : [{ date, witness }]
}

/** The first claim is confirmed, and one of its day says the time with an offset. */
function isSettled(claims: readonly DateClaim[]): boolean {
  const first = claims[0]
  if (first === undefined || !isConfirmed(first, claims)) return false
  return hasOffset(mostPrecise(first, claims))
}

function isConfirmed(claim: DateClaim, claims: readonly DateClaim[]): boolean {
  return claims.some(
    (other) => other.witness !== claim.witness && dayOf(other.date) === dayOf(claim.date),
  )
}

/** Of the claims of one day, the one with a time and an offset, else the one with a time. */
function mostPrecise(chosen: DateClaim, claims: readonly DateClaim[]): string {
  const sameDay = claims
    .map((claim) => claim.date)
    .filter((date) => dayOf(date) === dayOf(chosen.date))
  return sameDay.find(hasOffset) ?? sameDay.find((date) => date.includes('T')) ?? chosen.date
}

function hasOffset(date: string): boolean {
  return /T.*[+-]\d\d:\d\d$/.test(date)
}

function dayOf(date: string): string {
  return date.slice(0, 'YYYY-MM-DD'.length)
}

function updatedDate(sources: DateSources): string | null {
  for (const texts of updatedPlaces) {
    const date = firstDate(texts(sources), sources.reading)
    if (date !== null) return date
  }
  return null
}

function firstDate(texts: DateTexts, reading: DateReading): string | null {
  for (const text of texts) {
    const date = text ? parsePageDate(text, reading) : null
    if (date !== null) return date
  }
  return null
}
