import { mix32 } from './mix32.ts'
import { hashWindows, shingleUnitOf } from './shingles.ts'
import type { Tokens } from './tokens.ts'

/** Every shingle of a page in order, cut to 16 bits. */
export function cutWindows(tokens: Tokens): Uint16Array {
  if (tokens.count < 2) return new Uint16Array(0)
  const { size, spaced } = shingleUnitOf(tokens.kind)
  const windows = hashWindows(tokens, size, spaced)
  const cut = new Uint16Array(windows.length)
  for (let index = 0; index < windows.length; index++)
    cut[index] = mix32(windows[index] ?? 0) >>> 16
  return cut
}

export function sortedDistinct(windows: Uint16Array): Uint16Array {
  const sorted = windows.toSorted()
  let count = 0
  for (let index = 0; index < sorted.length; index++) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) sorted[count++] = sorted[index] ?? 0
  }
  return sorted.slice(0, count)
}
