import {
  type CharacterKind,
  characterKind,
  characterKinds,
  codeUnitKinds,
  normalizedCodeUnits,
} from './characters.ts'

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
  const normalized = normalizeText(text.slice(0, maximumTextLength))
  const hashes = new Int32Array(normalized.length)
  const powers = new Int32Array(normalized.length)
  const checks = new Int32Array(normalized.length)
  const tally = new Uint32Array(characterKinds.surrogate)
  let count = 0
  for (let start = 0, end = 0; start < normalized.length; start = end) {
    const kind = kindAt(normalized, start)
    end = endOfToken(normalized, start, kind)
    if (kind === characterKinds.separator) continue
    let hash = 0
    let power = 1
    let check = fnvBasis
    for (let index = start; index < end; index++) {
      const unit = normalized.charCodeAt(index)
      hash = (Math.imul(hash, 31) + unit) | 0
      power = Math.imul(power, 31)
      check = Math.imul(check ^ unit, fnvPrime)
    }
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

/** NFKC, then lower case; the first is skipped where it would change nothing. */
function normalizeText(text: string): string {
  for (let index = 0; index < text.length; index++) {
    if (normalizedCodeUnits[text.charCodeAt(index)] === 0)
      return text.normalize('NFKC').toLowerCase()
  }
  return text.toLowerCase()
}

function kindAt(text: string, index: number): CharacterKind {
  const kind = codeUnitKinds[text.charCodeAt(index)] ?? characterKinds.separator
  return kind === characterKinds.surrogate ? characterKind(characterAt(text, index)) : kind
}

function characterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0)
}

/** A word goes on while its characters do; every other token, and a separator, is one character. */
function endOfToken(text: string, start: number, kind: CharacterKind): number {
  let end = start + widthAt(text, start)
  if (kind !== characterKinds.word) return end
  while (end < text.length && kindAt(text, end) === characterKinds.word) end += widthAt(text, end)
  return end
}

function widthAt(text: string, index: number): number {
  if (codeUnitKinds[text.charCodeAt(index)] !== characterKinds.surrogate) return 1
  return characterAt(text, index).length
}

function commonestKind(tally: Uint32Array): CharacterKind {
  const [, words = 0, ideographs = 0, syllables = 0] = tally
  if (ideographs > Math.max(words, syllables)) return characterKinds.ideograph
  return syllables > words ? characterKinds.syllable : characterKinds.word
}
