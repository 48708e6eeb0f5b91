import { createHash } from 'node:crypto'
import { Minhash } from 'minhash'

/** Values of a signature, one for each permutation of the `minhash` package. */
export const permutationCount = 128

/** The prime all permutations work modulo: the smallest above 2^32. */
export const prime = 4294967311

/** The largest hash value, and what `minhash` adds to every 32-bit string hash. */
export const maximumHash = 4294967295

/**
 * How far the 32-bit filter of a permutation may be off, in units of prime / 2^32: dropping the lower
 * 16 bits of two factors costs less than 2^16 + 2^15, and the package's own rounding less than 2^12.
 */
export const filterSlack = 1 << 17

/** Permutations x -> (a x + b) mod prime as parallel tables, with a 32-bit approximation of each. */
export interface Permutations {
  readonly multipliers: Float64Array
  readonly increments: Float64Array
  /** Bits 0-31 after the binary point of multiplier / prime. */
  readonly filterHigh: Int32Array
  /** Bits 32-47 after the binary point of multiplier / prime. */
  readonly filterLow: Int32Array
  /** The constant part of the filter, raised by the slack so that it never errs downwards past zero. */
  readonly filterBase: Int32Array
}

/** The permutations of the `minhash` package with its default seed 1. */
export const permutations: Permutations = buildPermutations(new Minhash())

function buildPermutations(source: Minhash): Permutations {
  const table: Permutations = {
    multipliers: Float64Array.from(source.permA),
    increments: Float64Array.from(source.permB),
    filterHigh: new Int32Array(permutationCount),
    filterLow: new Int32Array(permutationCount),
    filterBase: new Int32Array(permutationCount),
  }
  for (let index = 0; index < permutationCount; index++) setFilter(table, index)
  return table
}

/** (a x + b) / prime has the fraction that orders the values; x is the string hash + maximumHash. */
function setFilter(table: Permutations, index: number): void {
  const multiplier = BigInt(table.multipliers[index] ?? 0)
  const increment = BigInt(table.increments[index] ?? 0)
  const modulus = BigInt(prime)
  const fraction = (multiplier << 64n) / modulus
  const constant = (multiplier * BigInt(maximumHash) + increment) % modulus
  table.filterHigh[index] = Number(BigInt.asIntN(32, fraction >> 32n))
  table.filterLow[index] = Number((fraction >> 16n) & 0xffffn)
  table.filterBase[index] = Number(
    BigInt.asIntN(32, (constant << 32n) / modulus + BigInt(filterSlack)),
  )
}

/** SHA-256 of the 256 package constants as little-endian doubles, the same on V8 11 and 13. */
const expectedDigest = '96ee1e3cfdc008f830494a4e2a32cb40c6f4a6c5ad4586c461eb9ee631d9e69f'

/** Whether this engine gives the permutations that all stored signatures were made with. */
export type PermutationCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly expected: string; readonly found: string }

/**
 * Compares the permutations with a frozen digest. They come from `Math.sin`, whose last bits the
 * language leaves to the engine: signatures of an engine that differs compare with none in the index.
 */
export function checkPermutations(table: Permutations = permutations): PermutationCheck {
  const hash = createHash('sha256')
  for (const constants of [table.multipliers, table.increments])
    hash.update(littleEndian(constants))
  const found = hash.digest('hex')
  return found === expectedDigest ? { ok: true } : { ok: false, expected: expectedDigest, found }
}

function littleEndian(values: Float64Array): Buffer {
  const bytes = Buffer.alloc(values.length * 8)
  values.forEach((value, index) => {
    bytes.writeDoubleLE(value, index * 8)
  })
  return bytes
}
