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

/** One of the values of `characterKinds`, as a table of bytes holds it. */
export type CharacterKind = number

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
export const codeUnitKinds: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  isSurrogate(unit) ? characterKinds.surrogate : characterKind(String.fromCharCode(unit)),
)

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

/** The kind of the character that begins at an index; of the second half of one a separator. */
export function kindAt(text: string, index: number): CharacterKind {
  const kind = codeUnitKinds[text.charCodeAt(index)] ?? characterKinds.separator
  if (kind !== characterKinds.surrogate) return kind
  return characterKind(String.fromCodePoint(text.codePointAt(index) ?? 0))
}

/** UTF-16 units of the letter, mark or digit at an index; 0 when none begins there. */
export function unitsOfLetter(text: string, index: number): number {
  const kind = codeUnitKinds[text.charCodeAt(index)]
  if (kind !== characterKinds.surrogate) return kind === characterKinds.separator ? 0 : 1
  return kindAt(text, index) === characterKinds.separator ? 0 : 2
}
