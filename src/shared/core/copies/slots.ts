import { type Alignment, alignTokens, type Gap } from './alignment.ts'
import { type MarkedText, marks, wordsBetween } from './markedText.ts'

/** One place of a shared skeleton where two pages say different things, in their own words. */
export interface Slot {
  /** The words before it that both pages share; `''` at the start. */
  readonly context: string
  readonly a: string
  readonly b: string
}

/** How far two pages agree, counted in tokens; a token that is known as skeleton counts nowhere. */
export interface SlotCount {
  /** Numbers and names that stand where the other page has another one. */
  readonly contradictingValues: number
  /** Numbers and names both pages have in the same place. */
  readonly agreeingValues: number
  /** Other words replaced by other words, and kept. */
  readonly replacedWords: number
  readonly keptWords: number
}

/** Two pages side by side. */
export interface PagePair {
  readonly a: MarkedText
  readonly b: MarkedText
  readonly alignment: Alignment
}

/** Lays two pages side by side. */
export function pairPages(a: MarkedText, b: MarkedText): PagePair {
  const alignment = alignTokens(
    a.tokens.hashes.subarray(0, a.tokens.count),
    b.tokens.hashes.subarray(0, b.tokens.count),
  )
  return { a, b, alignment }
}

/** Counts what contradicts and what agrees; `skeleton` flags tokens of `a`. */
export function countSlots(pair: PagePair, skeleton: Uint8Array | null): SlotCount {
  const kept = countKept(pair, skeleton)
  let contradictingValues = 0
  let agreeingValues = kept.values
  let replacedWords = 0
  for (const gap of pair.alignment.gaps) {
    const own = valuesIn(pair.a, gap.aStart, gap.aEnd)
    const other = valuesIn(pair.b, gap.bStart, gap.bEnd)
    const shared = countShared(own, other)
    agreeingValues += shared
    contradictingValues += Math.min(own.length, other.length) - shared
    const words = gap.aEnd - gap.aStart - own.length
    replacedWords += Math.min(words, gap.bEnd - gap.bStart - other.length)
  }
  return { contradictingValues, agreeingValues, replacedWords, keptWords: kept.words }
}

function countKept({ a, alignment }: PagePair, skeleton: Uint8Array | null) {
  let values = 0
  let words = 0
  for (const run of alignment.runs) {
    for (let index = run.a; index < run.a + run.length; index++) {
      if (skeleton !== null && skeleton[index] === 1) continue
      if (a.marks[index] === marks.plain) words++
      else values++
    }
  }
  return { values, words }
}

function valuesIn(page: MarkedText, start: number, end: number): number[] {
  const values: number[] = []
  for (let index = start; index < end; index++) {
    if (page.marks[index] !== marks.plain) values.push(page.tokens.hashes[index] ?? 0)
  }
  return values
}

function countShared(own: readonly number[], other: readonly number[]): number {
  const left = [...other]
  let shared = 0
  for (const value of own) {
    const at = left.indexOf(value)
    if (at < 0) continue
    left.splice(at, 1)
    shared++
  }
  return shared
}

const contextWords = 4
const longestSlotWords = 12

/** The first `most` places where the pages contradict each other, for people to read. */
export function contradictingSlots(pair: PagePair, most: number): readonly Slot[] {
  return pair.alignment.gaps
    .filter((gap) => isContradiction(pair, gap))
    .slice(0, most)
    .map((gap) => slotOf(pair, gap))
}

function isContradiction({ a, b }: PagePair, gap: Gap): boolean {
  const own = valuesIn(a, gap.aStart, gap.aEnd)
  const other = valuesIn(b, gap.bStart, gap.bEnd)
  return Math.min(own.length, other.length) > countShared(own, other)
}

function slotOf({ a, b }: PagePair, { aStart, aEnd, bStart, bEnd }: Gap): Slot {
  return {
    context: wordsBetween(a, Math.max(0, aStart - contextWords), aStart),
    a: wordsBetween(a, aStart, Math.min(aEnd, aStart + longestSlotWords)),
    b: wordsBetween(b, bStart, Math.min(bEnd, bStart + longestSlotWords)),
  }
}
