import {
  ARABIC_PREFIXES,
  HAN_NAME_CHARACTERS,
  HEBREW_PREFIXES,
  KOREAN_ENDINGS,
} from './foreignNameTables.ts'
import { isIdeographic } from './tokens.ts'
import { primaryTag } from './transliterate.ts'

const LATIN_WORD = /[A-Za-z]{2,}/g
const KATAKANA_OR_LATIN = /[\p{Script=Katakana}ー]{3,}|[A-Za-z]{3,}/gu
const HAN_NAME = new RegExp(`[${HAN_NAME_CHARACTERS}]{2,}`, 'gu')
const MEDIAL_WAW = /(?<=.)[وۆ](?=.)|(?<=..)[وۆ]$/g
const HEBREW_V = /וו/g
const MEDIAL_VAV = /(?<=.)ו/g
const BENGALI_W = /ওয়|ওয়/g
const SHORTEST_STEM = 3

/**
 * The ways in which a word of a script without capitals may spell a foreign name: without the letters that are glued to
 * it (articles, prepositions, particles), and with letters read as the vowels they mostly are. In Chinese the runs of
 * characters that are used for their sound; in Japanese katakana.
 */
export function foreignNameForms(word: string, lang: string): readonly string[] {
  const tag = primaryTag(lang)
  const forms = FORMS[tag]?.(word) ?? (isIdeographic(word) && tag === 'zh' ? [] : [word])
  return [...new Set([...forms, ...(word.match(LATIN_WORD) ?? [])])]
}

const FORMS: Readonly<Record<string, (word: string) => readonly string[]>> = {
  zh: (word) => word.match(HAN_NAME) ?? [],
  yue: (word) => word.match(HAN_NAME) ?? [],
  ja: (word) => word.match(KATAKANA_OR_LATIN) ?? [],
  ko: (word) => [cutLast(word, KOREAN_ENDINGS)],
  he: hebrewForms,
  yi: hebrewForms,
  ar: arabicForms,
  fa: arabicForms,
  ur: arabicForms,
  ps: arabicForms,
  ckb: arabicForms,
  bn: (word) => [word.replace(BENGALI_W, 'ভ')],
}

/** Vav and yod are vowels, but a double vav is a consonant; particles of one letter are written with the word. */
function hebrewForms(word: string): readonly string[] {
  const voiced = (form: string): string => form.replace(HEBREW_V, 'ב').replace(MEDIAL_VAV, '')
  return [voiced(word), voiced(cutFirst(word, HEBREW_PREFIXES))]
}

/** Waw inside a name is a vowel in most; Persian also writes v with it. */
function arabicForms(word: string): readonly string[] {
  const stem = cutFirst(word, ARABIC_PREFIXES)
  return [stem.replace(MEDIAL_WAW, ''), stem]
}

function cutFirst(word: string, prefixes: readonly string[]): string {
  const prefix = prefixes.find((candidate) => word.startsWith(candidate))
  return prefix !== undefined && word.length - prefix.length >= SHORTEST_STEM
    ? word.slice(prefix.length)
    : word
}

function cutLast(word: string, endings: readonly string[]): string {
  const ending = endings.find((candidate) => word.endsWith(candidate))
  return ending !== undefined && word.length - ending.length >= 2
    ? word.slice(0, -ending.length)
    : word
}
