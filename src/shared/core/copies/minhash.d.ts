/** The part of the untyped `minhash` package in use. */
declare module 'minhash' {
  /** A MinHash signature under construction, seed 1 and 128 permutations unless told otherwise. */
  export class Minhash {
    constructor(options?: { numPerm?: number; seed?: number })
    readonly prime: number
    readonly permA: readonly number[]
    readonly permB: readonly number[]
    hashvalues: number[]
    update(shingle: string): void
    jaccard(other: Minhash): number
  }
}
