import { type CharacterKind, characterKinds, codeUnitKinds, kindAt } from '../text/characters.ts'

/** Code units of a text that are looked at: more than any article has. */
export const maximumTextLength = 1_000_000

/** The tokens of a text as parallel tables of 32-bit hashes, `count` long; no strings are made. */
export interface Tokens {
  readonly count: number
  /** Java's string hash, which `minhash` uses: the sum of unit * 31^(distance to the end). */
  readonly hashes: Int32Array
  /** 31^length: appending a token to a text multiplies the text's hash by this. */
  readonly powers: Int32Array
  /** FNV-1a over code units, independent of the other hash. */
  readonly checks: Int32Array
  /** The kind of most tokens; words win a draw. */
  readonly kind: CharacterKind
}

/**
 * Splits a text into words, and unspaced scripts into characters, after NFKC and lower-casing; anything
 * but letters, marks and digits separates.
 */
export function scanTokens(text: string): Tokens {
  const normalized = text.slice(0, maximumTextLength).normalize('NFKC').toLowerCase()
  const hashes = new Int32Array(normalized.length)
  const powers = new Int32Array(normalized.length)
  const checks = new Int32Array(normalized.length)
  const tally = new Uint32Array(characterKinds.surrogate)
  let count = 0
  let index = 0
  while (index < normalized.length) {
    const kind = kindAt(normalized, index)
    let hash = 0
    let power = 1
    let check = fnvBasis
    do {
      const unit = normalized.charCodeAt(index++)
      hash = (Math.imul(hash, 31) + unit) | 0
      power = Math.imul(power, 31)
      check = Math.imul(check ^ unit, fnvPrime)
    } while (index < normalized.length && isContinued(normalized, index, kind))
    if (kind === characterKinds.separator) continue
    hashes[count] = hash
    powers[count] = power
    checks[count] = check
    tally[kind] = (tally[kind] ?? 0) + 1
    count++
  }
  return { count, hashes, powers, checks, kind: commonestKind(tally) }
}

const fnvBasis = 0x811c9dc5 | 0
const fnvPrime = 0x01000193

/** A word goes on while its characters do, every other token for one character; halves stay together. */
function isContinued(text: string, index: number, kind: CharacterKind): boolean {
  const next = codeUnitKinds[text.charCodeAt(index)]
  if (next !== characterKinds.surrogate) return next === kind && kind === characterKinds.word
  const isSecondHalf = (text.codePointAt(index - 1) ?? 0) > 0xffff
  return isSecondHalf || (kind === characterKinds.word && kindAt(text, index) === kind)
}

function commonestKind(tally: Uint32Array): CharacterKind {
  const [, words = 0, ideographs = 0, syllables = 0] = tally
  if (ideographs > Math.max(words, syllables)) return characterKinds.ideograph
  return syllables > words ? characterKinds.syllable : characterKinds.word
}
