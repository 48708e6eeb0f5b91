import type { TemplateFamily, TemplateMemory } from './templateTypes.ts'

/** Families kept of a source. */
export const maximumFamilies = 12

/** Most bytes of a packed memory: some 2,000 shingles, or seven templates of 250 words. */
export const maximumMemoryBytes = 4_096

/** Pages, shingles of full support, other shingles: 1, 2 and 2 bytes. */
const headerBytes = 5
const fullSupport = 255

/** Length of `packTemplates`. */
export function packedBytes(memory: TemplateMemory): number {
  return memory.reduce((sum, family) => sum + familyBytes(family), 0)
}

function familyBytes({ shingles, supports }: TemplateFamily): number {
  let bytes = headerBytes
  let lastFull = 0
  let lastOther = 0
  for (let index = 0; index < shingles.length; index++) {
    const shingle = shingles[index] ?? 0
    if (supports[index] === fullSupport) {
      bytes += differenceBytes(shingle - lastFull)
      lastFull = shingle
    } else {
      bytes += differenceBytes(shingle - lastOther) + 1
      lastOther = shingle
    }
  }
  return bytes
}

function differenceBytes(difference: number): number {
  if (difference < 0x80) return 1
  return difference < 0x4000 ? 2 : 3
}

/**
 * Packs a memory. Of each family: pages (1 byte), number of shingles with full support and of others (2 each,
 * little-endian), both lists as differences of 7 bits a byte (LEB128), supports of the others (1 each).
 */
export function packTemplates(memory: TemplateMemory): Buffer {
  return Buffer.from(memory.flatMap(packFamily))
}

function packFamily({ pages, shingles, supports }: TemplateFamily): number[] {
  const isFull = (_: number, index: number) => supports[index] === fullSupport
  const full = shingles.filter(isFull)
  const others = shingles.filter((shingle, index) => !isFull(shingle, index))
  return [
    pages,
    ...[full.length & 0xff, full.length >> 8, others.length & 0xff, others.length >> 8],
    ...packAscending(full),
    ...packAscending(others),
    ...supports.filter((support) => support !== fullSupport),
  ]
}

function packAscending(values: Uint16Array): number[] {
  const packed: number[] = []
  let last = 0
  for (const value of values) {
    let rest = value - last
    last = value
    for (; rest >= 0x80; rest >>= 7) packed.push((rest & 0x7f) | 0x80)
    packed.push(rest)
  }
  return packed
}

/** Reads a packed memory back; what is cut off or out of order ends it. */
export function unpackTemplates(packed: Buffer): TemplateMemory {
  const memory: TemplateFamily[] = []
  let at = 0
  while (memory.length < maximumFamilies && at + headerBytes <= packed.length) {
    const read = unpackFamily(packed, at)
    if (read === null) break
    memory.push(read.family)
    at = read.end
  }
  return memory
}

function unpackFamily(packed: Buffer, at: number) {
  const full = unpackAscending(packed, at + headerBytes, packed.readUInt16LE(at + 1))
  const others = unpackAscending(packed, full.end, packed.readUInt16LE(at + 3))
  const end = others.end + others.values.length
  if (end > packed.length) return null
  const entries = [
    ...full.values.map((shingle) => [shingle, fullSupport] as const),
    ...others.values.map((shingle, index) => [shingle, packed[others.end + index] ?? 0] as const),
  ].sort(([one], [other]) => one - other)
  const family: TemplateFamily = {
    pages: packed[at] ?? 0,
    shingles: Uint16Array.from(entries, ([shingle]) => shingle),
    supports: Uint8Array.from(entries, ([, support]) => support),
  }
  return { family, end }
}

/** Reads `count` values; a list that is cut off ends beyond the buffer. */
function unpackAscending(packed: Buffer, start: number, count: number) {
  const values: number[] = []
  let at = start
  let last = 0
  while (values.length < count && at < packed.length) {
    let shift = 0
    let difference = 0
    for (; (packed[at] ?? 0) >= 0x80 && shift < 14; at++, shift += 7) {
      difference |= ((packed[at] ?? 0) & 0x7f) << shift
    }
    difference |= (packed[at++] ?? 0) << shift
    last += difference
    values.push(last)
  }
  return { values, end: values.length < count ? packed.length + 1 : at }
}
