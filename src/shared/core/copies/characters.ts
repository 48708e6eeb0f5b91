/** What a UTF-16 code unit is to the scanner of words. */
export const characterKinds = {
  /** Between words. */
  separator: 0,
  /** A letter, mark or digit of a script that puts spaces between words. */
  word: 1,
  /** A letter of Han or kana, a token of its own. */
  ideograph: 2,
  /** A letter or mark of Thai, Lao, Burmese or Khmer, a token of its own. */
  syllable: 3,
  /** Half of a character beyond U+FFFF. */
  surrogate: 4,
} as const

/** One of the values of `characterKinds`. */
export type CharacterKind = (typeof characterKinds)[keyof typeof characterKinds]

const markPattern = /\p{M}/u
const wordPattern = /[\p{L}\p{M}\p{N}]/u
const ideographPattern = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u
const syllablePattern = /[\p{scx=Thai}\p{scx=Lao}\p{scx=Myanmar}\p{scx=Khmer}]/u

/** The kind of a whole character. */
export function characterKind(character: string): CharacterKind {
  if (!wordPattern.test(character)) return characterKinds.separator
  if (ideographPattern.test(character)) return characterKinds.ideograph
  return syllablePattern.test(character) ? characterKinds.syllable : characterKinds.word
}

/** The kind of every code unit. */
export const codeUnitKinds: readonly CharacterKind[] = Array.from({ length: 0x10000 }, (_, unit) =>
  isSurrogate(unit) ? characterKinds.surrogate : characterKind(String.fromCharCode(unit)),
)

/**
 * 1 for the code units that NFKC leaves as they are next to any neighbour: a text of these alone is
 * already normalized. Marks and conjoining Hangul letters may combine with what precedes them.
 */
export const normalizedCodeUnits: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  isNormalized(unit) ? 1 : 0,
)

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

function isNormalized(unit: number): boolean {
  if (isSurrogate(unit) || (unit >= 0x1100 && unit <= 0x11ff)) return false
  const character = String.fromCharCode(unit)
  return character.normalize('NFKC') === character && !markPattern.test(character)
}
