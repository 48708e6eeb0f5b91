import { Minhash } from 'minhash'
import { filterSlack, maximumHash, permutationCount, permutations, prime } from './permutations.ts'

/** Flipping the sign bit lets signed comparison order unsigned 32-bit integers. */
const signBit = 0x80000000 | 0
const inversePrime = 1 / prime
const { multipliers, increments, filterHigh, filterLow, filterBase } = permutations

/**
 * The MinHash signature of a set of shingles, given as 32-bit string hashes: 128 values, the same bit
 * for bit as the `minhash` package gives for the strings. Order and repetition do not matter.
 *
 * A value needs the product a x modulo the prime in doubles. A 32-bit multiplication first gives its
 * upper bits to within a known slack, and only a shingle that may be the new minimum (about one in six
 * hundred) is evaluated exactly. Four permutations share each pass over the shingles.
 */
export function signatureOf(shingles: Int32Array): Uint32Array {
  const minima = new Uint32Array(permutationCount).fill(maximumHash)
  for (let first = 0; first < permutationCount; first += 4) minimizeFour(shingles, minima, first)
  return minima
}

function minimizeFour(shingles: Int32Array, minima: Uint32Array, first: number): void {
  const second = first + 1
  const third = first + 2
  const fourth = first + 3
  const high1 = filterHigh[first] ?? 0
  const high2 = filterHigh[second] ?? 0
  const high3 = filterHigh[third] ?? 0
  const high4 = filterHigh[fourth] ?? 0
  const low1 = filterLow[first] ?? 0
  const low2 = filterLow[second] ?? 0
  const low3 = filterLow[third] ?? 0
  const low4 = filterLow[fourth] ?? 0
  const base1 = (filterBase[first] ?? 0) ^ signBit
  const base2 = (filterBase[second] ?? 0) ^ signBit
  const base3 = (filterBase[third] ?? 0) ^ signBit
  const base4 = (filterBase[fourth] ?? 0) ^ signBit
  let limit1 = 0x7fffffff
  let limit2 = 0x7fffffff
  let limit3 = 0x7fffffff
  let limit4 = 0x7fffffff
  for (let index = 0; index < shingles.length; index++) {
    const hash = shingles[index] ?? 0
    const upper = hash >> 16
    const value1 = (Math.imul(high1, hash) + Math.imul(low1, upper) + base1) | 0
    if (value1 <= limit1) limit1 = lower(minima, first, hash)
    const value2 = (Math.imul(high2, hash) + Math.imul(low2, upper) + base2) | 0
    if (value2 <= limit2) limit2 = lower(minima, second, hash)
    const value3 = (Math.imul(high3, hash) + Math.imul(low3, upper) + base3) | 0
    if (value3 <= limit3) limit3 = lower(minima, third, hash)
    const value4 = (Math.imul(high4, hash) + Math.imul(low4, upper) + base4) | 0
    if (value4 <= limit4) limit4 = lower(minima, fourth, hash)
  }
}

/** Takes the exact value into the minimum; returns the filter value above which nothing can be lower. */
function lower(minima: Uint32Array, index: number, hash: number): number {
  const value = permuted(index, hash)
  const minimum = Math.min(minima[index] ?? 0, value)
  minima[index] = minimum
  const limit = Math.floor(minimum * (4294967296 * inversePrime)) + 2 * filterSlack + 2
  return Math.min(limit, maximumHash) ^ signBit
}

/**
 * (a x + b) % prime as the package computes it, without the slow remainder: the product is rounded once
 * to a double, and every step after that is exact, because q * 2^32 and q * 15 are.
 */
function permuted(index: number, hash: number): number {
  const product = (multipliers[index] ?? 0) * (hash + maximumHash) + (increments[index] ?? 0)
  const quotient = Math.floor(product * inversePrime)
  const rest = product - quotient * 4294967296 - quotient * 15
  if (rest < 0) return rest + prime
  return rest >= prime ? rest - prime : rest
}

/** The signature as an object of the `minhash` package, to compare or index it with the package's own code. */
export function toMinhash(signature: Uint32Array): Minhash {
  const minhash = new Minhash()
  minhash.hashvalues = Array.from(signature)
  return minhash
}
