import { mix32 } from './mix32.ts'

/** Place of a gram that occurs more than once. */
const repeated = -1
/** Place of a gram that does not occur. */
const absent = -2

/** Where the grams of a stretch of tokens stand. */
export interface GramPlaces {
  readonly gramAt: (index: number) => number
  /** Index of the only token that begins the gram; negative when there is none, or more than one. */
  readonly placeOf: (gram: number) => number
}

/**
 * Notes where the grams of `size` tokens (one or two) begin in `[start, end)`. An open-addressed table with linear probing (Knuth,
 * volume 3, section 6.4), at most half full: texts are laid side by side in two thirds of the time that a Map takes.
 */
export function notePlaces(
  tokens: Int32Array,
  { start, end, size }: { readonly start: number; readonly end: number; readonly size: number },
): GramPlaces {
  const gramAt = (index: number): number => {
    const first = tokens[index] ?? 0
    return size === 1 ? first : mix32(Math.imul(first, 31) ^ (tokens[index + 1] ?? 0))
  }
  const mask = 2 ** Math.ceil(Math.log2(2 * Math.max(1, end - start))) - 1
  const grams = new Int32Array(mask + 1)
  const places = new Int32Array(mask + 1).fill(absent)
  const slotOf = (gram: number): number => {
    let slot = gram & mask
    while (places[slot] !== absent && grams[slot] !== gram) slot = (slot + 1) & mask
    return slot
  }
  for (let index = start; index + size <= end; index++) {
    const gram = gramAt(index)
    const slot = slotOf(gram)
    grams[slot] = gram
    places[slot] = places[slot] === absent ? index : repeated
  }
  return { gramAt, placeOf: (gram) => places[slotOf(gram)] ?? absent }
}
