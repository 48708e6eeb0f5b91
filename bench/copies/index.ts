import { estimateOverlap, isCopy } from '../../src/shared/core/copies/overlap.ts'
import type { Fingerprint } from '../../src/shared/core/copies/types.ts'

/** Shared anchors that make an article a candidate, and candidates that are verified. */
const sharedAnchors = 2
const maximumCandidates = 8

/** An index in memory with the rules of the one in Redis. */
export interface CopyIndex {
  /** Positions of the verified copies of a text among the articles added. */
  copiesOf(fingerprint: Fingerprint): readonly number[]
}

/** Indexes fingerprints by their anchors. */
export function indexFingerprints(fingerprints: readonly Fingerprint[]): CopyIndex {
  const byAnchor = new Map<string, number[]>()
  fingerprints.forEach((fingerprint, position) => {
    for (const key of keysOf(fingerprint)) {
      const positions = byAnchor.get(key)
      if (positions === undefined) byAnchor.set(key, [position])
      else positions.push(position)
    }
  })
  return {
    copiesOf: (fingerprint) =>
      candidatesOf(byAnchor, fingerprint).filter((position) => {
        const candidate = fingerprints[position]
        return candidate !== undefined && isCopy(estimateOverlap(fingerprint, candidate))
      }),
  }
}

function keysOf({ anchors, partitions }: Fingerprint): readonly string[] {
  return Array.from(anchors, (anchor, index) => `${partitions[index]}:${anchor}`)
}

function candidatesOf(
  byAnchor: ReadonlyMap<string, readonly number[]>,
  fingerprint: Fingerprint,
): readonly number[] {
  const shared = new Map<number, number>()
  for (const key of keysOf(fingerprint)) {
    for (const position of byAnchor.get(key) ?? []) {
      shared.set(position, (shared.get(position) ?? 0) + 1)
    }
  }
  return [...shared]
    .filter(([, count]) => count >= sharedAnchors)
    .sort((a, b) => b[1] - a[1])
    .slice(0, maximumCandidates)
    .map(([position]) => position)
}
