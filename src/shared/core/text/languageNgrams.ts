/** Buckets n-grams are hashed into; a power of two. */
export const NGRAM_BUCKETS = 1 << 17

/** Shortest and longest runs of letters, in code units, and the buckets they are hashed into, a power of two. */
export interface Runs {
  readonly least: number
  readonly most: number
  readonly buckets: number
}

const ngrams: Runs = { least: 1, most: 5, buckets: NGRAM_BUCKETS }

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
 * All runs of one to five letters inside each word, its edges counted as blanks, and the word itself: as
 * buckets, in order.
 */
export function ngramsOf(text: string): Ngrams {
  const buckets: number[] = []
  const starts = [0]
  for (const word of edgedWordsOf(text)) {
    addRuns(buckets, word, ngrams)
    buckets.push(bucketOf(hashOf(word), NGRAM_BUCKETS))
    starts.push(buckets.length)
  }
  return { buckets, starts }
}

/** The runs of letters inside each word of a text, its edges counted as blanks: as buckets, in order. */
export function runsOf(text: string, runs: Runs): readonly number[] {
  const buckets: number[] = []
  for (const word of edgedWordsOf(text)) addRuns(buckets, word, runs)
  return buckets
}

/** The same, and each word, and each word with the one before it. */
export function runsAndPairsOf(text: string, runs: Runs): readonly number[] {
  const found: number[] = []
  let last = ''
  for (const word of edgedWordsOf(text)) {
    addRuns(found, word, runs)
    found.push(bucketOf(hashOf(word), runs.buckets))
    if (last !== '') found.push(bucketOf(hashOf(last + word), runs.buckets))
    last = word
  }
  return found
}

/** The words of a text, as n-grams are taken from them. */
export function wordsOf(text: string): readonly string[] {
  return text.match(wordPattern) ?? []
}

function edgedWordsOf(text: string): readonly string[] {
  return wordsOf(text.toLowerCase()).map((word) => ` ${word.replace(apostrophes, "'")} `)
}

function hashOf(word: string): number {
  let hash = WORD_SEED
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME)
  return hash
}

function addRuns(found: number[], word: string, { least, most, buckets }: Runs): void {
  for (let from = 0; from < word.length; from++) {
    const end = Math.min(from + most, word.length)
    let hash = FNV_OFFSET
    for (let at = from; at < end; at++) {
      hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME)
      if (at > 0 && at - from + 1 >= least) found.push(bucketOf(hash, buckets))
    }
  }
}

function bucketOf(hash: number, buckets: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), MIXER)
  mixed ^= mixed >>> 12
  return (mixed >>> 0) & (buckets - 1)
}
