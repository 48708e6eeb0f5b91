import { createRequire } from 'node:module'
import { eld } from 'eld/extrasmall'
import { parseLanguageTag } from './languageCodes.ts'

/** One language an engine sees in a text. */
export interface LanguageGuess {
  /** The engine's own code, not canonical. */
  readonly code: string
  /** Share of the text, 0..100. */
  readonly percent: number
  /** How well the text fits the language: about 1000 on running text, under 400 on names and other languages. */
  readonly score: number
}

/** A detector of many languages; gives the likeliest first, none when it has no idea. */
export interface LanguageEngine {
  readonly name: 'cld' | 'cld3'
  /** Canonical tags of the languages it can find. */
  readonly languages: ReadonlySet<string>
  /** `hints` are canonical tags, the strongest first. */
  guess(text: string, hints: readonly string[]): readonly LanguageGuess[]
}

/** A detector of few languages that is better on short texts; it knows no "other language". */
export interface ShortTextEngine {
  guess(text: string): { readonly code: string; readonly reliable: boolean }
}

/** The part of cld's native module in use. Its JavaScript front offers only a promise per text. */
interface CldBinding {
  /** English names. */
  readonly DETECTED_LANGUAGES: readonly string[]
  /** Codes by English name. */
  readonly LANGUAGES: Readonly<Record<string, string>>
  detect(
    text: string,
    isPlainText: boolean,
    languageHint: string,
    encodingHint: string,
    tldHint: string,
    httpHint: string,
    bestEffort: boolean,
  ): { readonly languages: readonly LanguageGuess[] }
}

/** Loads CLD2 (`cld`, compiled at install), or CLD3 as WebAssembly where that binary is missing. */
export async function loadLanguageEngine(): Promise<LanguageEngine> {
  return loadCld() ?? (await loadCld3())
}

/** CLD2 through its native module; null when it was not compiled or does not fit this machine. */
export function loadCld(): LanguageEngine | null {
  try {
    const binding: CldBinding = createRequire(import.meta.url)('cld/build/Release/cld.node')
    return {
      name: 'cld',
      languages: canonicalTags(binding.DETECTED_LANGUAGES.map((name) => binding.LANGUAGES[name])),
      guess: (text, hints) =>
        binding.detect(text, true, '', '', '', hints.map(cldCode).join(','), true).languages,
    }
  } catch {
    return null
  }
}

function canonicalTags(codes: readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set(codes.map((code) => parseLanguageTag(code ?? '')).filter((tag) => tag !== null))
}

/** The codes CLD2 keeps from before they were replaced. */
const cldCodes: ReadonlyMap<string, string> = new Map([
  ['he', 'iw'],
  ['nb', 'no'],
  ['fil', 'tl'],
  ['jv', 'jw'],
  ['ckb', 'ku'],
])

function cldCode(lang: string): string {
  return cldCodes.get(lang) ?? lang
}

/** The languages of CLD3; the package declares them in a form that is gone at run time. */
const cld3Codes =
  'af am ar az be bg bn bs ca ceb co cs cy da de el en eo es et eu fa fi fil fr fy ga gd gl gu ha haw hi ' +
  'hmn hr ht hu hy id ig is it iw ja jv ka kk km kn ko ku ky la lb lo lt lv mg mi mk ml mn mr ms mt my ne nl ' +
  'no ny pa pl ps pt ro ru sd si sk sl sm sn so sq sr st su sv sw ta te tg th tr uk ur uz vi xh yi yo zh zu'

/** CLD3, which takes no hints. */
export async function loadCld3(): Promise<LanguageEngine> {
  const { loadModule } = await import('cld3-asm')
  const identifier = (await loadModule()).create(0, 4000)
  return {
    name: 'cld3',
    languages: canonicalTags(cld3Codes.split(' ')),
    guess: (text) =>
      identifier
        .findMostFrequentLanguages(text, 3)
        .filter((found) => found.language !== 'und')
        .map((found) => ({
          code: found.language,
          percent: found.proportion * 100,
          score: found.probability * 1000,
        })),
  }
}

/** The smallest model of `eld`: 60 languages, within 1 % of the largest on headlines. */
export const shortTextEngine: ShortTextEngine = {
  guess: (text) => {
    const found = eld.detect(text)
    return { code: found.language, reliable: found.isReliable() }
  },
}
