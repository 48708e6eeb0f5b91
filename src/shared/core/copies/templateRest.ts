import { type Anchors, anchorsOf, maximumAnchors } from './anchors.ts'
import type { Sketch } from './overlap.ts'
import { hashWindows, shingleUnitOf } from './shingles.ts'
import { signatureOf } from './signature.ts'
import type { TemplateReading } from './templateMemory.ts'
import type { Tokens } from './tokens.ts'
import type { Overlap } from './types.ts'

/** Anchors of the whole text that a template page keeps in the index, so that a source new to it finds its kind. */
const hooks = 8

/** The keys of a template page in the copy index: what it is looked up by, and what it is stored under. */
export interface TemplateAnchors {
  readonly lookUp: Anchors
  readonly store: Anchors
}

/**
 * The signature of the part of a page that is not skeleton. Empty when nothing is left: then it is a copy of
 * nothing.
 */
export function sketchRest(tokens: Tokens, { skeletonShingles }: TemplateReading): Sketch {
  const left = windowsOf(tokens).filter((_, start) => skeletonShingles[start] !== 1)
  if (left.length === 0) return noSketch
  return {
    signature: Uint8Array.from(signatureOf(left)),
    shingleCount: new Set(left).size,
  }
}

const noSketch: Sketch = { signature: new Uint8Array(0), shingleCount: 0 }

/**
 * The overlap of two pages of one template without its skeleton, exact, as far as the memory knows the
 * skeleton of `a`. Pages of which nothing is left overlap with nothing.
 */
export function overlapOfRests(
  a: Tokens,
  b: Tokens,
  { skeletonShingles }: TemplateReading,
): Overlap {
  const skeleton = new Set<number>()
  const own = new Set<number>()
  windowsOf(a).forEach((window, start) => {
    if (skeletonShingles[start] === 1) skeleton.add(window)
    else own.add(window)
  })
  const other = new Set(windowsOf(b)).difference(skeleton)
  const smaller = Math.min(own.size, other.size)
  if (smaller === 0) return { jaccard: 0, containment: 0 }
  const shared = own.intersection(other).size
  return { jaccard: shared / (own.size + other.size - shared), containment: shared / smaller }
}

function windowsOf(tokens: Tokens): Int32Array {
  const { size, spaced } = shingleUnitOf(tokens.kind)
  return tokens.count < 2 ? new Int32Array(0) : hashWindows(tokens, size, spaced)
}

/** Anchors of a page without those that stand wholly in its skeleton. */
export function templateAnchors(tokens: Tokens, reading: TemplateReading): TemplateAnchors {
  const lookUp = lowest(
    restRanges(tokens, reading).map(([start, end]) => anchorsOf(part(tokens, start, end))),
  )
  const whole = anchorsOf(tokens)
  return { lookUp, store: lowest([first(lookUp, maximumAnchors - hooks), first(whole, hooks)]) }
}

/** Ranges of tokens of which every run of anchor length holds a shingle that is not skeleton. */
function restRanges(tokens: Tokens, { skeletonShingles }: TemplateReading) {
  const { size, anchorSize } = shingleUnitOf(tokens.kind)
  const ranges: [start: number, end: number][] = []
  for (let start = 0; start + size <= tokens.count; start++) {
    if (skeletonShingles[start] === 1) continue
    const from = Math.max(0, start + size - anchorSize)
    const to = Math.min(tokens.count, start + anchorSize)
    const last = ranges.at(-1)
    if (last !== undefined && from <= last[1] - anchorSize + 1) last[1] = to
    else ranges.push([from, to])
  }
  return ranges
}

function part(tokens: Tokens, start: number, end: number): Tokens {
  return {
    count: end - start,
    hashes: tokens.hashes.subarray(start, end),
    powers: tokens.powers.subarray(start, end),
    checks: tokens.checks.subarray(start, end),
    kind: tokens.kind,
  }
}

function first({ anchors, partitions }: Anchors, count: number): Anchors {
  return { anchors: anchors.subarray(0, count), partitions: partitions.subarray(0, count) }
}

/** The smallest anchors of several lists, each once, ascending. */
function lowest(lists: readonly Anchors[]): Anchors {
  const partitions = new Map<number, number>()
  for (const list of lists) {
    list.anchors.forEach((anchor, index) => {
      partitions.set(anchor, list.partitions[index] ?? 0)
    })
  }
  const kept = [...partitions].sort(([one], [other]) => one - other).slice(0, maximumAnchors)
  return {
    anchors: Uint32Array.from(kept, ([anchor]) => anchor),
    partitions: Uint32Array.from(kept, ([, partition]) => partition),
  }
}
