import { vocabularySeed } from './keys.ts'

/** The two vocabularies of name skeletons. */
export type SoundVocabulary = 'sound' | 'coarse'

/** Every sound of a skeleton; its number takes four bits of a key. */
const SOUNDS = ' abdfgklmnprstv'
const BITS = 4
const MOST_SOUNDS = 8
const SEEDS: Readonly<Record<SoundVocabulary, number>> = {
  sound: vocabularySeed('sound', ''),
  coarse: vocabularySeed('coarse', ''),
}
/** Sounds that two names which differ in one must have together; coarse sounds are fewer, so more names are near. */
const FEWEST_SOUNDS: Readonly<Record<SoundVocabulary, number>> = { sound: 9, coarse: 11 }

/**
 * 32-bit key of a skeleton, from which its first eight sounds can be read again: names can be compared sound by sound
 * without keeping them. Never 0 but for one skeleton in 2^32.
 */
export function soundKey(vocabulary: SoundVocabulary, skeleton: string): number {
  let packed = 0
  for (let place = 0; place < MOST_SOUNDS; place += 1) {
    packed = (packed << BITS) | Math.max(0, SOUNDS.indexOf(skeleton[place] ?? ' '))
  }
  return scramble(packed ^ SEEDS[vocabulary]) || 1
}

/** The sounds of a key, four bits each, the first in the highest bits. */
export function packedSounds(vocabulary: SoundVocabulary, key: number): number {
  return unscramble(key) ^ SEEDS[vocabulary]
}

/** Two long names, as packed sounds, of which one sound differs, is added or is left out. */
export function areNear(vocabulary: SoundVocabulary, a: number, b: number): boolean {
  if (a === b || soundCount(a) + soundCount(b) < FEWEST_SOUNDS[vocabulary]) return false
  const same = (Math.clz32(a ^ b) >>> 2) * BITS
  const [fromA, fromB] = [a << same, b << same]
  const [restA, restB] = [fromA << BITS, fromB << BITS]
  return restA === restB || restA === fromB || fromA === restB
}

function soundCount(packed: number): number {
  const lowest = packed & -packed
  return packed === 0 ? 0 : MOST_SOUNDS - ((31 - Math.clz32(lowest)) >>> 2)
}

/** Wellons' lowbias32 (public domain): a bijection of 32-bit numbers that spreads every bit. */
function scramble(value: number): number {
  let x = value
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return x ^ (x >>> 16)
}

/** Inverse of `scramble`. */
function unscramble(value: number): number {
  let x = value
  x = Math.imul(x ^ (x >>> 16), 0x43021123)
  x = Math.imul(x ^ (x >>> 15) ^ (x >>> 30), 0x1d69e2a5)
  return x ^ (x >>> 16)
}
