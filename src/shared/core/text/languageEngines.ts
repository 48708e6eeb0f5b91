import { createRequire } from 'node:module'
import { eld } from 'eld/extrasmall'
import { parseLanguageTag } from './languageCodes.ts'
import {
  type LanguageModel,
  type PackedLanguageModel,
  unpackLanguageModel,
} from './languageModel.ts'

/** One language an engine sees in a text. */
export interface LanguageGuess {
  /** Canonical tag. */
  readonly lang: string
  /** Share of the text, 0..100. */
  readonly percent: number
  /** How well the text fits the language: about 1000 on running text, under 400 on names and other languages. */
  readonly score: number
}

/** A detector of many languages. */
export interface LanguageEngine {
  readonly name: 'cld' | 'cld3'
  /** Canonical tags of the languages it can find. */
  readonly languages: ReadonlySet<string>
  /** The likeliest language first, none when it has no idea. */
  guess(text: string): readonly LanguageGuess[]
}

/** A detector of few languages that is better on short texts, but knows no "other language". */
export interface ShortTextEngine {
  /** Canonical tags of the languages it can find. */
  readonly languages: ReadonlySet<string>
  /** Undefined when it has no idea or is unsure. */
  guess(text: string): string | undefined
}

interface CldLanguage {
  readonly code: string
  readonly percent: number
  readonly score: number
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
  ): { readonly languages: readonly CldLanguage[] }
}

/** Loads CLD2 (`cld`, compiled at install), or CLD3 as WebAssembly where that binary is missing. */
export async function loadLanguageEngine(): Promise<LanguageEngine> {
  return loadCld() ?? (await loadCld3())
}

/** What it means that CLD3 is in use, and what to do about it. */
export const standInNote =
  'language engine cld3: the compiled cld is missing, so rare languages are told less well and pages read more slowly'
export const standInCure = 'install python3, make and a C++ compiler, then run `npm rebuild cld`'

/** CLD2 through its native module; null when it was not compiled or does not fit this machine. */
export function loadCld(): LanguageEngine | null {
  try {
    const binding: CldBinding = createRequire(import.meta.url)('cld/build/Release/cld.node')
    const tags = canonicalTags(Object.values(binding.LANGUAGES))
    const detected = binding.DETECTED_LANGUAGES.map((name) => binding.LANGUAGES[name] ?? '')
    return {
      name: 'cld',
      languages: new Set(canonicalTags(detected).values()),
      guess: (text) => {
        const { languages } = binding.detect(text, true, '', '', '', '', true)
        return languages.flatMap(({ code, percent, score }) => {
          const lang = tagOf(tags, code, text)
          return lang === undefined ? [] : [{ lang, percent, score }]
        })
      },
    }
  } catch {
    return null
  }
}

/** What cld calls Bork, Elmer Fudd's, hackers' and Pig Latin, and Klingon: in news each is a mistake. */
const playful: ReadonlySet<string> = new Set(['zzb', 'zze', 'zzh', 'zzp', 'tlh'])

/** The tag of every code that names a language news may be in. */
function canonicalTags(codes: readonly string[]): ReadonlyMap<string, string> {
  const tags = new Map<string, string>()
  for (const code of codes) {
    const tag = parseLanguageTag(code)
    if (tag !== null && !playful.has(tag)) tags.set(code, tag)
  }
  return tags
}

/** All engines file Sorani under Kurdish, which is the one written in Arabic letters. */
function tagOf(tags: ReadonlyMap<string, string>, code: string, text: string): string | undefined {
  return code === 'ku' && /[\u0620-\u06d5]/.test(text) ? 'ckb' : tags.get(code)
}

/** The languages of CLD3; the package declares them in a form that is gone at run time. */
const cld3Codes =
  'af am ar az be bg bn bs ca ceb co cs cy da de el en eo es et eu fa fi fil fr fy ga gd gl gu ha haw hi ' +
  'hmn hr ht hu hy id ig is it iw ja jv ka kk km kn ko ku ky la lb lo lt lv mg mi mk ml mn mr ms mt my ne nl ' +
  'no ny pa pl ps pt ro ru sd si sk sl sm sn so sq sr st su sv sw ta te tg th tr uk ur uz vi xh yi yo zh zu'

/** CLD3 as WebAssembly. */
export async function loadCld3(): Promise<LanguageEngine> {
  const { loadModule } = await import('cld3-asm')
  const identifier = (await loadModule()).create(0, 4000)
  const tags = canonicalTags(cld3Codes.split(' '))
  return {
    name: 'cld3',
    languages: new Set(tags.values()),
    guess: (text) =>
      identifier.findMostFrequentLanguages(text, 3).flatMap((found) => {
        const lang = tagOf(tags, found.language, text)
        const percent = found.proportion * 100
        return lang === undefined ? [] : [{ lang, percent, score: found.probability * 1000 }]
      }),
  }
}

const eldTags = canonicalTags(Object.values(eld.info().Languages))

/** The smallest model of `eld`: 60 languages, within 1 % of the largest on headlines. */
export const shortTextEngine: ShortTextEngine = {
  languages: new Set(eldTags.values()),
  guess: (text) => {
    const found = eld.detect(text)
    return found.isReliable() ? tagOf(eldTags, found.language, text) : undefined
  },
}

/** The n-gram model that `bench/fit/languageModel.ts` wrote: 19 MB of digits, which are let go of once they are numbers. */
export async function loadLanguageModel(): Promise<LanguageModel> {
  const load = createRequire(import.meta.url)
  const path = load.resolve('./languageModel.data.json')
  const packed: PackedLanguageModel = load(path)
  Reflect.deleteProperty(load.cache, path)
  return unpackLanguageModel(packed)
}
