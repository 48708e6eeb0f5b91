import { permutationCount } from './permutations.ts'

/** What the copy index stores of an article, to verify a candidate without loading the article. */
export interface CopyRecord {
  /** Low bytes of the signature; empty when `shingleCount` is 0. */
  readonly signature: Uint8Array
  readonly shingleCount: number
  /** Time of the article in whole seconds since 1970, 0..2^32-1. */
  readonly timeSeconds: number
  /** `a` and 20 hex digits. */
  readonly articleId: string
  /** 16 hex digits; `''` when `shingleCount` is 0. */
  readonly textHash: string
}

const countOffset = permutationCount
const timeOffset = countOffset + 4
const idOffset = timeOffset + 4
const hashOffset = idOffset + 10

/** Size of a packed record: 128 signature, 4 count, 4 time, 10 article id, 8 text hash; integers little-endian. */
export const recordBytes: number = hashOffset + 8

/** Where the ten bytes of the article id stand in a packed record. */
export const recordIdOffset = idOffset
export const recordIdBytes = 10

/** Packs a record into `recordBytes` bytes; fields beyond their range are cut to it. */
export function packRecord(record: CopyRecord): Buffer {
  const packed = Buffer.alloc(recordBytes)
  packed.set(record.signature.subarray(0, permutationCount))
  packed.writeUInt32LE(cutToUint32(record.shingleCount), countOffset)
  packed.writeUInt32LE(cutToUint32(record.timeSeconds), timeOffset)
  packed.write(record.articleId.slice(1, 21), idOffset, 'hex')
  packed.write(record.textHash.slice(0, 16), hashOffset, 'hex')
  return packed
}

/** Reads a packed record back; null when the buffer has another size. The signature is a copy. */
export function unpackRecord(packed: Buffer): CopyRecord | null {
  if (packed.length !== recordBytes) return null
  const shingleCount = packed.readUInt32LE(countOffset)
  return {
    signature: Uint8Array.from(packed.subarray(0, shingleCount === 0 ? 0 : permutationCount)),
    shingleCount,
    timeSeconds: packed.readUInt32LE(timeOffset),
    articleId: `a${packed.toString('hex', idOffset, hashOffset)}`,
    textHash: shingleCount === 0 ? '' : packed.toString('hex', hashOffset),
  }
}

function cutToUint32(value: number): number {
  return Math.min(Math.max(Math.trunc(value), 0), 0xffffffff)
}
