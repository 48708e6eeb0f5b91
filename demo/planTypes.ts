import type { DemoText } from './types.ts'

/** What a reader gets at the address: the text, a part of it, or no article at all. */
export type Carriage = 'full' | 'cut' | 'stub' | 'short' | 'consent' | 'missing'

/** What a publication is, known because we wrote it. */
export type TruthKind =
  | 'original'
  | 'copy'
  | 'cut'
  | 'stub'
  | 'rewrite'
  | 'retelling'
  | 'update'
  | 'background'
  | 'template'
  | 'short'
  | 'consent'
  | 'missing'

/** The right answer for one publication. */
export interface Truth {
  /** Id of the event, `<event>/background`, or of a service page; null where no article is to be found. */
  readonly storyId: string | null
  readonly kind: TruthKind
}

/** A text assigned to an outlet, not yet placed in time. */
export interface Draft {
  /** `<outlet>/<event>/<key>`, unique. */
  readonly id: string
  readonly outletId: string
  /** As printed by this outlet: its own headline, cut where it cuts. */
  readonly text: DemoText
  readonly as: Carriage
  readonly truth: Truth
  /** Draft id of the wire text this one repeats, else null. */
  readonly originalId: string | null
  /** Minute of the news day at which it comes out. */
  readonly minute: number
}

/** One article (or dead end) at one address, with the second at which the web releases it. */
export interface Publication extends Draft {
  /** Number of the article in its outlet's system. */
  readonly serial: number
  /** Path and query, without tracking parameters. */
  readonly path: string
  /** Second of the run at which the page and its feed entry appear: 0..110 of 120. */
  readonly releaseSecond: number
  /** Stated publication time, milliseconds after the start of the run; negative for earlier. */
  readonly publishedOffsetMs: number
}

/** A publication with its address, without tracking parameters. */
export interface PublishedAddress extends Publication {
  readonly url: string
}
