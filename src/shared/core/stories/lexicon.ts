import { loadBackground } from './background.ts'
import {
  type CountTable,
  countOf,
  createCountTable,
  halveCounts,
  increaseCount,
  listCounts,
} from './counts.ts'
import { decodeInt32, decodeUint16, encodeBytes } from './packed.ts'

/** Document frequencies: in how many articles each key occurred, with the number of articles for each language group. */
export interface Lexicon {
  readonly counts: CountTable
  readonly documents: Map<string, number>
  readonly limits: LexiconLimits
}

/** Bounds of the lexicon. */
export interface LexiconLimits {
  readonly maxKeys: number
  /** At this many articles in one group all counts are halved. */
  readonly maxDocuments: number
}

/** JSON-safe copy of a lexicon. */
export interface LexiconSnapshot {
  readonly documents: Readonly<Record<string, number>>
  readonly keys: string
  readonly counts: string
}

/** The group name under which articles of all languages are counted for cross-lingual keys. */
export const ALL_LANGUAGES = '*'

/** Articles a language without a background table is taken to have had, so that its first articles have weights. */
const FIRST_DOCUMENTS = 20

/** A lexicon that knows the shipped background counts only. */
export function createLexicon(limits: LexiconLimits): Lexicon {
  const lexicon = emptyLexicon(limits)
  const background = loadBackground()
  for (const [group, documents] of background.documents) lexicon.documents.set(group, documents)
  background.keys.forEach((key, place) => {
    increaseCount(lexicon.counts, key, background.counts[place] ?? 0)
  })
  return lexicon
}

/** Continues from a snapshot; the background counts are already in it. */
export function restoreLexicon(snapshot: LexiconSnapshot, limits: LexiconLimits): Lexicon {
  const lexicon = emptyLexicon(limits)
  for (const [group, documents] of Object.entries(snapshot.documents)) {
    lexicon.documents.set(group, documents)
  }
  const counts = decodeUint16(snapshot.counts)
  decodeInt32(snapshot.keys).forEach((key, place) => {
    increaseCount(lexicon.counts, key, counts[place] ?? 0)
  })
  return lexicon
}

/** A copy from which `restoreLexicon` gives the same frequencies. */
export function snapshotLexicon(lexicon: Lexicon): LexiconSnapshot {
  const { keys, counts } = listCounts(lexicon.counts)
  return {
    documents: Object.fromEntries([...lexicon.documents].sort()),
    keys: encodeBytes(keys),
    counts: encodeBytes(counts),
  }
}

/** Counts one article: its distinct keys, for its own group and for all languages. */
export function countDocument(lexicon: Lexicon, group: string, keys: Iterable<number>): void {
  for (const name of [group, ALL_LANGUAGES]) {
    lexicon.documents.set(name, documentsOf(lexicon, name) + 1)
  }
  for (const key of keys) increaseCount(lexicon.counts, key)
  if (documentsOf(lexicon, group) > lexicon.limits.maxDocuments) halve(lexicon)
}

/** Articles counted in a group. */
export function documentsOf(lexicon: Lexicon, group: string): number {
  return lexicon.documents.get(group) ?? FIRST_DOCUMENTS
}

/**
 * ln((N + 2) / (df + 2)), never below 0: the rarity of a key that the article at hand holds too, which therefore is
 * counted in both places.
 */
export function rarity(lexicon: Lexicon, documents: number, key: number): number {
  return Math.max(0, Math.log((documents + 2) / (countOf(lexicon.counts, key) + 2)))
}

function halve(lexicon: Lexicon): void {
  halveCounts(lexicon.counts)
  for (const [group, documents] of lexicon.documents) {
    lexicon.documents.set(group, Math.max(FIRST_DOCUMENTS, documents >> 1))
  }
}

function emptyLexicon(limits: LexiconLimits): Lexicon {
  return { counts: createCountTable(limits.maxKeys), documents: new Map(), limits }
}
