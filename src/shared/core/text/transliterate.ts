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

const DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|cz|ch/g, 'k'],
  [/sch|sh|zh|sz/g, 's'],
  [/kh|ck|q/g, 'k'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ts|tz/g, 's'],
  [/dzh|dj/g, 'd'],
  [/x/g, 'ks'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/w/g, 'v'],
  [/[jyh]/g, ''],
]

/** Pinyin as the sounds it stands for in foreign names. */
function pinyinSounds(letters: string): string {
  return letters
    .replace(/ng/g, 'n')
    .replace(/(?<!z|s)x|(?<![zs])c(?!h)/g, 's')
    .replace(/[jq]/g, 'k')
}

function consonantSounds(letters: string): string {
  let sounds = letters
  for (const [spelling, sound] of DIGRAPHS) sounds = sounds.replace(spelling, sound)
  sounds = sounds.replace(/(.)\1+/g, '$1').replace(/[aeiou]/g, '')
  // before m or n and a stop some scripts need a vowel: Mbogo, امبوگو, 음보고
  return /^[aeiou]/.test(letters) && !/^[mn][bdgkpt]/.test(sounds) ? `a${sounds}` : sounds
}
