/** Buckets n-grams are hashed into; a power of two. */
export const NGRAM_BUCKETS = 1 << 16

/** Longest n-gram, in code units, besides whole words. */
const LONGEST = 4

const wordPattern = /[\p{L}\p{M}'’ʻʼ‘]+/gu
const apostrophes = /[’ʻʼ‘]/g

/** Multipliers of FNV-1a and of MurmurHash3's finalizer. */
const FNV_PRIME = 16777619
const FNV_OFFSET = 2166136261
const MIXER = 0x2c1b3c6d
const WORD_SEED = 7

/** The n-grams of a text, word after word. */
export interface Ngrams {
  /** Bucket of each n-gram. */
  readonly buckets: readonly number[]
  /** Where each word's n-grams begin, and the end of the last one. */
  readonly starts: readonly number[]
}

/**
 * All runs of one to four letters inside each word, its edges counted as blanks, and the word itself: as
 * buckets, in order.
 */
export function ngramsOf(text: string): Ngrams {
  const buckets: number[] = []
  const starts = [0]
  for (const word of wordsOf(text.toLowerCase())) {
    addWord(buckets, ` ${word.replace(apostrophes, "'")} `)
    starts.push(buckets.length)
  }
  return { buckets, starts }
}

/** The words of a text, as n-grams are taken from them. */
export function wordsOf(text: string): readonly string[] {
  return text.match(wordPattern) ?? []
}

function addWord(buckets: number[], word: string): void {
  for (let at = 0; at < word.length; at++) addRuns(buckets, word, at)
  let whole = WORD_SEED
  for (let at = 0; at < word.length; at++) whole = Math.imul(whole ^ word.charCodeAt(at), FNV_PRIME)
  buckets.push(bucketOf(whole))
}

function addRuns(buckets: number[], word: string, from: number): void {
  const end = Math.min(from + LONGEST, word.length)
  let hash = FNV_OFFSET
  for (let at = from; at < end; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME)
    if (at > 0) buckets.push(bucketOf(hash))
  }
}

function bucketOf(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), MIXER)
  mixed ^= mixed >>> 12
  return (mixed >>> 0) & (NGRAM_BUCKETS - 1)
}
