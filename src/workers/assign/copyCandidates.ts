import { estimateOverlap } from '../../shared/core/copies/overlap.ts'
import { type CopyRecord, unpackRecord } from '../../shared/core/copies/record.ts'
import type { Overlap } from '../../shared/core/copies/types.ts'

/** An article of the window that shares anchors with another, and how much of its text. */
export interface Candidate extends Overlap {
  readonly articleId: string
  /** The normalised words are the same. */
  readonly sameText: boolean
  readonly story: string
  readonly cluster: string
  readonly lang: string
  readonly source: string
}

const groupSize = 5

/** Reads what `findCopies.lua` found: five values a candidate, most alike first. */
export function candidatesOf(own: CopyRecord, flat: readonly Buffer[]): Candidate[] {
  const byId = new Map<string, Candidate>()
  for (let at = 0; at + groupSize <= flat.length; at += groupSize) {
    const [packed, ...facts] = flat.slice(at, at + groupSize)
    const record = packed ? unpackRecord(packed) : null
    if (!record || record.articleId === own.articleId) continue
    const [story = '', cluster = '', lang = '', source = ''] = facts.map(String)
    const sameText = own.textHash !== '' && own.textHash === record.textHash
    const overlap = sameText ? { jaccard: 1, containment: 1 } : estimateOverlap(own, record)
    const found = {
      ...overlap,
      articleId: record.articleId,
      sameText,
      story,
      cluster,
      lang,
      source,
    }
    const known = byId.get(record.articleId)
    // a revised article has a record a version: the most alike counts
    if (!known || known.jaccard < found.jaccard) byId.set(record.articleId, found)
  }
  return [...byId.values()].sort(mostAlikeFirst)
}

function mostAlikeFirst(left: Candidate, right: Candidate): number {
  return (
    right.jaccard - left.jaccard ||
    right.containment - left.containment ||
    (left.articleId < right.articleId ? -1 : 1)
  )
}
