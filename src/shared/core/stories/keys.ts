/** Vocabularies with document frequencies of their own. Terms and names have one for each language group. */
export type Vocabulary = 'term' | 'name' | 'sound' | 'coarse' | 'number' | 'country'

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** 32-bit key of a word in a vocabulary: FNV-1a with a final mix. Never 0, which marks an empty place in tables. */
export function wordKey(seed: number, word: string): number {
  let hash = seed
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), FNV_PRIME)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (hash ^ (hash >>> 15)) | 0 || 1
}

/** Start value of `wordKey` for a vocabulary of one language group; cross-lingual vocabularies pass `''`. */
export function vocabularySeed(vocabulary: Vocabulary, group: string): number {
  let hash = FNV_OFFSET
  for (const letter of `${vocabulary}:${group}:`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), FNV_PRIME)
  }
  return hash
}
