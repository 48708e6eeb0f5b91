/** The MinHash side of a text: what the copy index stores and compares. */
export interface Fingerprint {
  /** 128 values, low 8 bits of each `minhash` package value; empty when `shingleCount` is 0. */
  readonly signature: Uint8Array
  /** Distinct shingles of the text. */
  readonly shingleCount: number
  /** Up to 32 smallest word 5-gram hashes, ascending. */
  readonly anchors: Uint32Array
  /** Partition hash of each anchor: independent of the anchor hash. */
  readonly partitions: Uint32Array
  /** 64-bit hash of the normalised word stream, 16 hex digits; empty text gives `''`. */
  readonly textHash: string
}

/** How much two texts share, estimated from their fingerprints. */
export interface Overlap {
  /** |A ∩ B| / |A ∪ B| over shingles, 0..1. */
  readonly jaccard: number
  /** |A ∩ B| / min(|A|, |B|), 0..1. */
  readonly containment: number
}
