import {
  COUNTRY_ALIASES,
  NATIONAL_LANGUAGES,
  NO_ADJECTIVES,
  NOT_COUNTRIES,
  SHORT_NAMED,
  SUBSTRING_LANGUAGES,
} from './countryAliases.ts'
import { memoized } from './memoized.ts'
import { isCapitalized, type Words } from './tokens.ts'
import { isCaseless, primaryTag } from './transliterate.ts'

interface CountryNames {
  readonly words: ReadonlyMap<string, string>
  /** First letters of single-word names, for inflected forms and adjectives. */
  readonly stems: ReadonlyMap<string, string>
  /** Names of several words, by their first word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  /** For scripts without spaces: every name, longest first. */
  readonly substrings: RegExp | null
}

interface Phrase {
  readonly words: readonly string[]
  readonly country: string
}

const SHORTEST_STEM = 4
const LONGEST_STEM = 12
const FINAL_VOWELS = /[aeiouyäáéíóúàèъьяюийеёоаы]{1,4}$/u
const SPECIAL = /[.*+?^${}()|[\]\\]/g
const PARENTHESIS = /[(（][^)）]*[)）]/g

/**
 * ISO 3166 codes of the countries a text names, one for each mention, by CLDR's names of countries and languages in that
 * language. Inflected names are found by their first letters; where a script has capitals only capitalised words count.
 */
export function findCountries(text: Words, lang: string): string[] {
  const names = countryNames(lang)
  if (names.substrings) return findSubstrings(text.text, names, names.substrings)
  const needsCapital = !isCaseless(lang)
  const { folded } = text
  const found: string[] = []
  folded.forEach((word, position) => {
    if (needsCapital && !isCapitalized(text.words[position] ?? '')) return
    const country = names.words.get(word) ?? byStem(word, names.stems)
    if (country !== undefined) found.push(country)
    for (const phrase of names.phrases.get(word) ?? []) {
      if (phrase.words.every((part, step) => folded[position + step] === part)) {
        found.push(phrase.country)
      }
    }
  })
  return found
}

function findSubstrings(text: string, names: CountryNames, substrings: RegExp): string[] {
  const found: string[] = []
  for (const match of text.toLowerCase().matchAll(substrings)) {
    const country = names.words.get(match[0])
    if (country !== undefined) found.push(country)
  }
  return found
}

function byStem(word: string, stems: ReadonlyMap<string, string>): string | undefined {
  if (word.length <= SHORTEST_STEM) return undefined
  const shortest = Math.max(SHORTEST_STEM, word.length - 4)
  for (let length = Math.min(word.length, LONGEST_STEM); length >= shortest; length -= 1) {
    const country = stems.get(word.slice(0, length))
    if (country !== undefined) return country
  }
  return undefined
}

function countryNames(lang: string): CountryNames {
  return namesOfTag(knownTag(lang))
}

/** More than there are languages with their scripts. */
const mostTags = 500

const knownTag = memoized(mostTags, (lang) => {
  const tag = primaryTag(lang)
  const isKnown = /^[a-z]{2,3}$/.test(tag) && Intl.DisplayNames.supportedLocalesOf(tag).length > 0
  return isKnown ? tag : 'en'
})

/** Building one takes 2 ms. */
const namesOfTag = memoized(mostTags, buildNames)

function buildNames(tag: string): CountryNames {
  const entries = listNames(tag)
  const words = new Map<string, string>()
  const stems = new Map<string, string>()
  const phrases = new Map<string, Phrase[]>()
  for (const [name, country] of entries) {
    const parts = SUBSTRING_LANGUAGES.has(tag) ? [name] : name.split(/[\s.]/).filter(Boolean)
    const first = parts[0] ?? name
    if (parts.length > 1) {
      addPhrase(phrases, { words: parts, country })
    } else {
      keepFirst(words, first, country)
      const stem = first.replace(FINAL_VOWELS, '')
      if (first.length > SHORTEST_STEM && stem.length >= SHORTEST_STEM) {
        keepFirst(stems, stem, country)
      }
    }
  }
  const substrings = SUBSTRING_LANGUAGES.has(tag) ? anyOf([...words.keys()]) : null
  return { words, stems, phrases, substrings }
}

function addPhrase(phrases: Map<string, Phrase[]>, phrase: Phrase): void {
  const first = phrase.words[0] ?? ''
  const known = phrases.get(first) ?? []
  const text = phrase.words.join(' ')
  if (known.some(({ words }) => words.join(' ') === text)) return
  phrases.set(first, [...known, phrase])
}

function keepFirst(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value)
}

function anyOf(names: readonly string[]): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length)
  return new RegExp(longestFirst.map((name) => name.replace(SPECIAL, '\\$&')).join('|'), 'gu')
}

/** Pairs of a folded name and its country. */
function listNames(tag: string): (readonly [string, string])[] {
  const regions = new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' })
  const short = new Intl.DisplayNames([tag], { type: 'region', fallback: 'none', style: 'short' })
  const pairs: (readonly [string | undefined, string])[] = [
    ...countryCodes().map((code) => [regions.of(code), code] as const),
    ...SHORT_NAMED.map((code) => [short.of(code), code] as const),
    ...Object.entries(COUNTRY_ALIASES[tag] ?? {}),
    ...adjectives(tag),
  ]
  return pairs.flatMap(([name, code]) => {
    const folded = foldName(name ?? '')
    return folded.length >= 2 ? [[folded, code] as const] : []
  })
}

function adjectives(tag: string): (readonly [string | undefined, string])[] {
  if (NO_ADJECTIVES.has(tag) || SUBSTRING_LANGUAGES.has(tag)) return []
  const languages = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' })
  return NATIONAL_LANGUAGES.map(
    (language) =>
      [languages.of(language), new Intl.Locale(language).maximize().region ?? ''] as const,
  )
}

function countryCodes(): string[] {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !NOT_COUNTRIES.has(code) && english.of(code) !== undefined)
}

function foldName(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(PARENTHESIS, ' ')
  return plain.replace(/[-–]/g, ' ').trim()
}
