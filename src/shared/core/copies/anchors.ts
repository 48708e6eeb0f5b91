import { mix32 } from './mix32.ts'
import { hashWindows, shingleUnitOf } from './shingles.ts'
import type { Tokens } from './tokens.ts'

/** Anchors kept of a text: with 32, an excerpt of a fifth still shares two with the whole in 99 % of cases. */
export const maximumAnchors = 32

/** Keys under which a text is looked up in the copy index; both tables run in parallel. */
export interface Anchors {
  readonly anchors: Uint32Array
  readonly partitions: Uint32Array
}

/**
 * The bottom-k sketch of a text (Cohen and Kaplan, 2007): its smallest word 5-gram hashes, so that two
 * texts share anchors in proportion to what they share, wherever it stands in them.
 */
export function anchorsOf(tokens: Tokens): Anchors {
  const { anchorSize, spaced } = shingleUnitOf(tokens.kind)
  if (tokens.count < 2) return { anchors: new Uint32Array(0), partitions: new Uint32Array(0) }
  const windows = hashWindows(tokens, anchorSize, spaced)
  const starts = smallest(windows.map(anchorHash))
  return {
    anchors: Uint32Array.from(starts.keys()),
    partitions: Uint32Array.from(starts.values(), (start) =>
      partitionHash(tokens, start, anchorSize),
    ),
  }
}

/** The salt keeps the order of anchors apart from the hashes the signature is made of. */
function anchorHash(window: number): number {
  return mix32(window ^ 0x2545f491)
}

/** Each of the smallest hashes, as unsigned integers ascending, with where it first stands. */
function smallest(hashes: Int32Array): ReadonlyMap<number, number> {
  const limit = likelyLimit(hashes.length)
  const below = firstPositions(hashes, limit)
  const positions =
    below.size < maximumAnchors && limit < wholeRange ? firstPositions(hashes, wholeRange) : below
  return new Map([...positions].sort((a, b) => a[0] - b[0]).slice(0, maximumAnchors))
}

const wholeRange = 2 ** 32

/** The value below which at least `maximumAnchors` of so many even hashes lie, but for four standard deviations. */
function likelyLimit(count: number): number {
  const share = (maximumAnchors + 4 * Math.sqrt(maximumAnchors) + 4) / count
  return Math.min(wholeRange, wholeRange * share)
}

function firstPositions(hashes: Int32Array, limit: number): Map<number, number> {
  const positions = new Map<number, number>()
  for (let index = 0; index < hashes.length; index++) {
    const hash = (hashes[index] ?? 0) >>> 0
    if (hash < limit && !positions.has(hash)) positions.set(hash, index)
  }
  return positions
}

/** A second hash of the same tokens from their FNV hashes, independent of the first. */
function partitionHash(tokens: Tokens, start: number, size: number): number {
  let hash = 0
  for (let index = start; index < Math.min(start + size, tokens.count); index++) {
    hash = mix32(Math.imul(hash, 0x9e3779b1) ^ (tokens.checks[index] ?? 0))
  }
  return hash >>> 0
}
