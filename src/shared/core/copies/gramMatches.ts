import { mix32 } from './mix32.ts'

/** Place of a gram that occurs more than once. */
const repeated = -1
/** Place of a gram that does not occur. */
const absent = 0

/** A stretch of tokens of either text: `[aStart, aEnd)` of one and `[bStart, bEnd)` of the other. */
export interface Stretches {
  readonly aStart: number
  readonly aEnd: number
  readonly bStart: number
  readonly bEnd: number
}

interface GramSearch extends Stretches {
  /** Tokens of a gram: one or two. */
  readonly size: number
}

/** Where a gram stands that occurs once on either side. */
export interface GramMatch {
  readonly a: number
  readonly b: number
}

/**
 * The grams that both stretches have once, ascending in `a`. One open-addressed table with linear probing (Knuth, volume 3,
 * section 6.4), at most half full, of the grams of `b` and their places on either side: those of `a` that are not in it match nothing.
 */
export function uniqueMatches(
  a: Int32Array,
  b: Int32Array,
  { aStart, aEnd, bStart, bEnd, size }: GramSearch,
): readonly GramMatch[] {
  const table = createTable(bEnd - bStart)
  for (let index = bStart; index + size <= bEnd; index++) {
    const slot = slotOf(table, gramAt(b, index, size))
    table[slot + 1] = table[slot + 1] === absent ? index + 1 : repeated
  }
  const shared: number[] = []
  for (let index = aStart; index + size <= aEnd; index++) {
    const slot = slotOf(table, gramAt(a, index, size))
    if ((table[slot + 1] ?? absent) <= absent) continue
    if (table[slot + 2] === absent) shared.push(slot)
    table[slot + 2] = table[slot + 2] === absent ? index + 1 : repeated
  }
  const matches: GramMatch[] = []
  for (const slot of shared) {
    const own = table[slot + 2] ?? repeated
    if (own !== repeated) matches.push({ a: own - 1, b: (table[slot + 1] ?? 0) - 1 })
  }
  return matches
}

function gramAt(tokens: Int32Array, index: number, size: number): number {
  const first = tokens[index] ?? 0
  return size === 1 ? first : mix32(Math.imul(first, 31) ^ (tokens[index + 1] ?? 0))
}

/** A slot is four numbers: a gram, its place in `b` and in `a`, counted from 1, and nothing. */
function createTable(grams: number): Int32Array {
  return new Int32Array(4 * 2 ** Math.ceil(Math.log2(2 * Math.max(1, grams))))
}

/** Where the slot of a gram begins; a free one becomes its own. */
function slotOf(table: Int32Array, gram: number): number {
  const mask = table.length - 1
  let slot = (gram << 2) & mask
  while (table[slot + 1] !== absent && table[slot] !== gram) slot = (slot + 4) & mask
  table[slot] = gram
  return slot
}
