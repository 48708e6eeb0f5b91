import { type GramMatch, type Stretches, uniqueMatches } from './gramMatches.ts'

/** Equal tokens at `a`, `a + 1`, … of one text and `b`, `b + 1`, … of another. */
export interface EqualRun {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** The tokens between two equal runs: those of one text stand where those of the other do. */
export type Gap = Stretches

/** Two texts laid side by side; runs and gaps ascend in both and cover both. */
export interface Alignment {
  readonly runs: readonly EqualRun[]
  readonly gaps: readonly Gap[]
}

/** Tokens of a text that are compared; what follows is left out of the alignment. */
export const maximumAlignedTokens = 4_000

/** Rounds in which what lies between the runs is searched again. */
const maximumDepth = 4

/**
 * Aligns two texts by their token hashes: patience diff (Cohen, 2003) over pairs of tokens that occur
 * once in either text, then inside every gap by the pairs and single tokens that occur once there.
 */
export function alignTokens(a: Int32Array, b: Int32Array): Alignment {
  const whole = {
    aStart: 0,
    aEnd: Math.min(a.length, maximumAlignedTokens),
    bStart: 0,
    bEnd: Math.min(b.length, maximumAlignedTokens),
  }
  const runs = joinRuns(runsIn({ a, b }, whole, 0))
  return { runs, gaps: gapsBetween(runs, whole) }
}

interface Pair {
  readonly a: Int32Array
  readonly b: Int32Array
}

function runsIn(texts: Pair, range: Stretches, depth: number): EqualRun[] {
  const head = matchForward(texts, range)
  const rest = { ...range, aStart: range.aStart + head, bStart: range.bStart + head }
  const tail = matchBackward(texts, rest)
  const inner = { ...rest, aEnd: rest.aEnd - tail, bEnd: rest.bEnd - tail }
  const between = isOpen(inner) && depth < maximumDepth ? runsBetween(texts, inner, depth) : []
  return [
    { a: range.aStart, b: range.bStart, length: head },
    ...between,
    { a: inner.aEnd, b: inner.bEnd, length: tail },
  ].filter(({ length }) => length > 0)
}

function isOpen({ aStart, aEnd, bStart, bEnd }: Stretches): boolean {
  return aEnd > aStart && bEnd > bStart
}

function runsBetween(texts: Pair, range: Stretches, depth: number): EqualRun[] {
  const pairs = commonRuns(texts, range, 2)
  const found = pairs.length > 0 ? pairs : commonRuns(texts, range, 1)
  if (found.length === 0) return []
  const inner = gapsBetween(found, range).filter(isOpen)
  return [...found, ...inner.flatMap((gap) => runsIn(texts, gap, depth + 1))].sort(
    (one, other) => one.a - other.a,
  )
}

/** The longest chain of grams that occur once on either side, each grown as far as the texts agree. */
function commonRuns(texts: Pair, range: Stretches, size: number): EqualRun[] {
  const matches = uniqueMatches(texts.a, texts.b, { ...range, size })
  return grow(texts, longestChain(matches), range)
}

const none = -1

/** The longest subsequence ascending in `b`; the matches must ascend in `a` (patience sorting). */
function longestChain(matches: readonly GramMatch[]): GramMatch[] {
  const tops: number[] = []
  const before = new Int32Array(matches.length).fill(none)
  matches.forEach(({ b }, index) => {
    const pile = firstPileFrom(tops, matches, b)
    before[index] = tops[pile - 1] ?? none
    tops[pile] = index
  })
  const chain: GramMatch[] = []
  for (let index = tops.at(-1) ?? none; index >= 0; index = before[index] ?? none) {
    const match = matches[index]
    if (match !== undefined) chain.push(match)
  }
  return chain.reverse()
}

function firstPileFrom(tops: readonly number[], matches: readonly GramMatch[], b: number): number {
  let low = 0
  let high = tops.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((matches[tops[middle] ?? 0]?.b ?? 0) < b) low = middle + 1
    else high = middle
  }
  return low
}

function grow(texts: Pair, chain: readonly GramMatch[], range: Stretches): EqualRun[] {
  const runs: EqualRun[] = []
  let { aStart, bStart } = range
  for (const { a, b } of chain) {
    if (a < aStart || b < bStart) continue
    const back = matchBackward(texts, { aStart, aEnd: a, bStart, bEnd: b })
    const from = { ...range, aStart: a - back, bStart: b - back }
    const length = matchForward(texts, from)
    runs.push({ a: from.aStart, b: from.bStart, length })
    aStart = from.aStart + length
    bStart = from.bStart + length
  }
  return runs
}

function matchForward({ a, b }: Pair, { aStart, aEnd, bStart, bEnd }: Stretches): number {
  const most = Math.min(aEnd - aStart, bEnd - bStart)
  let length = 0
  while (length < most && a[aStart + length] === b[bStart + length]) length++
  return length
}

function matchBackward({ a, b }: Pair, { aStart, aEnd, bStart, bEnd }: Stretches): number {
  const most = Math.min(aEnd - aStart, bEnd - bStart)
  let length = 0
  while (length < most && a[aEnd - length - 1] === b[bEnd - length - 1]) length++
  return length
}

function joinRuns(runs: readonly EqualRun[]): EqualRun[] {
  const joined: EqualRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const follows = last && last.a + last.length === run.a && last.b + last.length === run.b
    if (follows) joined[joined.length - 1] = { ...last, length: last.length + run.length }
    else joined.push(run)
  }
  return joined
}

function gapsBetween(runs: readonly EqualRun[], range: Stretches): Gap[] {
  const gaps: Gap[] = []
  let { aStart, bStart } = range
  for (const { a, b, length } of [...runs, { a: range.aEnd, b: range.bEnd, length: 0 }]) {
    if (a > aStart || b > bStart) gaps.push({ aStart, aEnd: a, bStart, bEnd: b })
    aStart = a + length
    bStart = b + length
  }
  return gaps
}
