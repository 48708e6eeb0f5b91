import anyAscii from 'any-ascii'
import { CASE_ENDINGS, SERBIAN_LATIN } from './transliterateTables.ts'

const CYRILLIC = new Set(['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk', 'mn'])
const CASELESS = new Set(
  'ar fa he ur ps ckb yi hi bn ta te kn ml gu pa mr ne si ka ko th am my km ja zh lo'.split(' '),
)
const SERBIAN = /[\u0400-\u045f]/g
const NOT_LETTERS = /[^a-z]/g
const COARSE_SOUNDS: Readonly<Record<string, string>> = { l: 'r', p: 'b', v: 'b', f: 'b', g: 'k' }

/** The primary subtag: `zh-Hant` gives `zh`. */
export function primaryTag(lang: string): string {
  const dash = lang.indexOf('-')
  return (dash < 0 ? lang : lang.slice(0, dash)).toLowerCase()
}

/** The language's script has no capital letters, so names cannot be told from other words. */
export function isCaseless(lang: string): boolean {
  return CASELESS.has(primaryTag(lang))
}

/** Serbian, Bosnian and Montenegrin Cyrillic in Latin letters, one for one; other text unchanged. */
export function serbianLatin(text: string): string {
  return text.replace(SERBIAN, (letter) => SERBIAN_LATIN[letter] ?? letter)
}

/**
 * The consonants of a name, so that spellings in different languages agree: Putin, Путина and Πούτιν all give `ptn`.
 * Fewer than three sounds give `''`: too many words would share them.
 */
export function nameSkeleton(word: string, lang: string): string {
  const letters = anyAscii(word).toLowerCase().replace(/'s$/, '').replace(NOT_LETTERS, '')
  const stem = cutCaseEnding(letters, primaryTag(lang))
  const sounds = consonantSounds(primaryTag(lang) === 'zh' ? pinyinSounds(stem) : stem)
  return sounds.length >= 3 ? sounds : ''
}

/** A skeleton with the sounds merged that caseless scripts do not tell apart: l = r, p = b = v = f, g = k. */
export function coarseSkeleton(skeleton: string): string {
  let coarse = ''
  for (const sound of skeleton) {
    const merged = COARSE_SOUNDS[sound] ?? sound
    if (!coarse.endsWith(merged)) coarse += merged
  }
  return coarse
}

function cutCaseEnding(letters: string, tag: string): string {
  if (CYRILLIC.has(tag)) return letters.length > 5 ? cutLongest(letters, 'cyrillic') : letters
  return tag === 'el' ? cutLongest(letters, 'greek') : letters
}

function cutLongest(letters: string, family: keyof typeof CASE_ENDINGS): string {
  const ending = CASE_ENDINGS[family].find((candidate) => letters.endsWith(candidate))
  return ending === undefined ? letters : letters.slice(0, -ending.length)
}

/** A way to spell a sound, and the letters of which it has at least one. */
const spelling = (letters: string, pattern: RegExp, sound: string) => ({
  letters: lettersOf(letters),
  pattern,
  sound,
})

/** In this order: what one makes, the next may take up. None makes a letter another asks for that was not there before. */
const SPELLINGS = [
  spelling('c', /tsch|tch|cz|ch/g, 'k'),
  spelling('hz', /sch|sh|zh|sz/g, 's'),
  spelling('chq', /kh|ck|q/g, 'k'),
  spelling('h', /gh/g, 'g'),
  spelling('h', /ph/g, 'f'),
  spelling('h', /th/g, 't'),
  spelling('t', /ts|tz/g, 's'),
  spelling('jz', /dzh|dj/g, 'd'),
  spelling('x', /x/g, 'ks'),
  spelling('c', /c/g, 'k'),
  spelling('z', /z/g, 's'),
  spelling('w', /w/g, 'v'),
  spelling('hjy', /[jyh]/g, ''),
]

/** The letters a to z of a word, one bit each. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97)
  return letters
}

/** Pinyin as the sounds it stands for in foreign names. */
function pinyinSounds(letters: string): string {
  return letters
    .replace(/ng/g, 'n')
    .replace(/(?<!z|s)x|(?<![zs])c(?!h)/g, 's')
    .replace(/[jq]/g, 'k')
}

/** Most names need two or three of the spellings: trying all takes half as long again. */
function consonantSounds(word: string): string {
  const has = lettersOf(word)
  let sounds = word
  for (const { letters, pattern, sound } of SPELLINGS) {
    if ((has & letters) !== 0) sounds = sounds.replace(pattern, sound)
  }
  sounds = sounds.replace(/(.)\1+/g, '$1').replace(/[aeiou]/g, '')
  // before m or n and a stop some scripts need a vowel: Mbogo, امبوگو, 음보고
  return /^[aeiou]/.test(word) && !/^[mn][bdgkpt]/.test(sounds) ? `a${sounds}` : sounds
}
