import type { Overlap } from './types.ts'

/** What the lineage of a story needs of an article. */
export interface LineageArticle {
  readonly id: string
  /** Host of the publisher. */
  readonly source: string
  /** When the publisher says it was published; null when it does not. */
  readonly claimedMs: number | null
  /** `claimedMs` is midnight of a day, and the hour is not known. */
  readonly claimedDay: boolean
  /** When it was first found in a feed. */
  readonly seenMs: number
  /** The last poll of that feed that did not list it; null when there was none. */
  readonly seenAfterMs: number | null
  /** Agency named by the page. */
  readonly credit: string | null
  /** Host the page says its text comes from. */
  readonly syndicatedFrom: string | null
  /** Distinct shingles of the text. */
  readonly shingleCount: number
}

/** The overlap of two articles; pairs that are not listed share nothing to speak of. */
export interface PairOverlap extends Overlap {
  readonly a: string
  readonly b: string
}

/** How far the times of a source are from ours, learned by `observeClock`. */
export interface SourceClock {
  /** Articles seen. */
  readonly count: number
  /** Shortest time from the claimed time to the first sight, fading slowly; negative = its clock is ahead. */
  readonly leastLagMs: number
}

/** Everything a lineage is drawn from. */
export interface LineageInput {
  readonly articles: readonly LineageArticle[]
  readonly overlaps: readonly PairOverlap[]
  /** By source; sources without a clock are trusted within a few minutes. */
  readonly clocks: ReadonlyMap<string, SourceClock>
  /** Hosts that publish for an agency, by the name of the agency. */
  readonly agencyHosts: ReadonlyMap<string, readonly string[]>
}

/** Why one article is taken for the parent of another. */
export type LineageEvidence = 'syndicated' | 'credited' | 'earlier' | 'seen_earlier' | 'longest'

/** An article in the lineage of its story. */
export interface LineageNode {
  readonly id: string
  readonly source: string
  readonly claimedMs: number | null
  readonly seenMs: number
  readonly credit: string | null
  /** The article it was most likely copied from; null for originals, and where that cannot be told. */
  readonly parent: string | null
  /** Number of its origin, from 0: articles of one origin are copies of one text, or credit one agency. */
  readonly origin: number
  /** Whether it is the first text of its origin. */
  readonly isOrigin: boolean
  /** Share of its text that stands in the parent, 0..1; 0 without a parent. */
  readonly share: number
  /** 0..1. */
  readonly confidence: number
  readonly evidence: readonly LineageEvidence[]
}

/** Who published first: an article id, or `unknown` when the times do not tell. */
export interface FirstPublished {
  /** By all that is known. */
  readonly overall: string
  /** By the publishers' own times, corrected by their clocks. */
  readonly claimed: string
  /** By when we could first see the articles. */
  readonly seen: string
}

/** The copies of a story: a forest with one tree an origin. */
export interface Lineage {
  readonly nodes: readonly LineageNode[]
  readonly first: FirstPublished
  readonly independentOrigins: number
}
