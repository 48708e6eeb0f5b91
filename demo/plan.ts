import { articlePath } from './addresses.ts'
import { draftsOfEvent, type Rota } from './carriage.ts'
import { outletById } from './outlets.ts'
import type { Draft, Publication } from './planTypes.ts'
import { createRandom } from './random.ts'
import { servicePageDrafts } from './servicePages.ts'
import type { DemoEvent } from './types.ts'

/** What fixes a plan: the same options give the same publications. */
export interface PlanOptions {
  readonly seed: number
  /** Start of the run, milliseconds since 1970: dates in addresses depend on it. */
  readonly startMs: number
  /** Length of the run in seconds; the last text is out ten seconds before the end of two minutes. */
  readonly durationSeconds: number
}

/** Length of the news day that has passed when the run starts. */
const dayMs = 20 * 3_600_000
const fullDayMs = 24 * 3_600_000
/** Share of the run after which nothing new comes out: second 110 of 120. */
const releasedShare = 110 / 120
/** Texts released after this share of the releases are news of this minute: they state their release time. */
const liveFrom = 0.65
/** Share of the texts that are there from the start, so that no feed is empty. */
const headStart = 0.15

/** When a draft comes out: the seconds of the run follow the minutes of the news day. */
type Timing = Pick<Publication, 'releaseSecond' | 'publishedOffsetMs'>

function releaseSecondOf(rank: number, count: number, durationSeconds: number): number {
  const share = rank / Math.max(1, count - 1)
  const waited = Math.max(0, share - headStart) / (1 - headStart)
  return Math.round(waited * releasedShare * durationSeconds)
}

/** Adds the times: drafts must be in order of their minutes. */
function timed(drafts: readonly Draft[], durationSeconds: number): readonly (Draft & Timing)[] {
  const firstLive = Math.floor(liveFrom * drafts.length)
  const liveMinute = Math.max(1, drafts[firstLive]?.minute ?? 1)
  return drafts.map((draft, rank) => {
    const releaseSecond = releaseSecondOf(rank, drafts.length, durationSeconds)
    const passed =
      rank >= firstLive ? 1000 * releaseSecond : -dayMs * (1 - draft.minute / liveMinute)
    const publishedOffsetMs = Math.round(passed) - draft.text.daysBefore * fullDayMs
    return { ...draft, releaseSecond, publishedOffsetMs }
  })
}

function publicationOf(draft: Draft & Timing, rank: number, startMs: number): Publication {
  const serial = 184_003 + 7 * rank
  const path = articlePath(outletById(draft.outletId), {
    headline: draft.text.headline,
    serial,
    publishedMs: startMs + draft.publishedOffsetMs,
  })
  return { ...draft, serial, path }
}

/**
 * Who publishes what, where and when, in order of release; pure, and equal for equal options.
 * Two thirds of the run replay the last 20 hours; what is released after that is news of this minute.
 */
export function planPublications(
  events: readonly DemoEvent[],
  options: PlanOptions,
): readonly Publication[] {
  const random = createRandom(options.seed)
  const rota: Rota = new Map()
  const drafts = [
    ...events.flatMap((event) => draftsOfEvent(event, rota, random)),
    ...servicePageDrafts(options.seed),
  ].sort((one, other) => one.minute - other.minute)
  return timed(drafts, options.durationSeconds).map((draft, rank) =>
    publicationOf(draft, rank, options.startMs),
  )
}
