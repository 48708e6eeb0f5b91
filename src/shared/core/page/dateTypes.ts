import type { CalendarDay } from './dateCalendars.ts'

/** What comes first in a date in figures. */
export type DateOrder = 'day' | 'month'

/** One way to read a date; the order says what it takes to come first. */
export interface Reading extends CalendarDay {
  readonly order?: DateOrder
}

/** Something that looks like a date in a text, from one place to before another. */
export interface WrittenDate {
  readonly start: number
  readonly end: number
  /** All ways to read it. */
  readonly readings: readonly Reading[]
}
