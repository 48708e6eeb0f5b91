import { findCountries } from '../text/countries.ts'
import { findDates } from '../text/dates.ts'
import { findNames } from '../text/names.ts'
import { findNumbers } from '../text/numbers.ts'
import { findWords, normalizeText, type Words, wordCount } from '../text/tokens.ts'
import { primaryTag, serbianLatin } from '../text/transliterate.ts'
import { type Bag, toBag } from './bag.ts'
import { classifyKind, type TextKind } from './kind.ts'
import type { Embedding } from './meaning.ts'
import { countSounds } from './sounds.ts'
import { countTerms, titleCounts } from './terms.ts'

/** What the clusterer needs of an article: raw counts, since rarity is known only to the assigner. JSON-safe. */
export interface ArticleFeatures {
  /** Words, character pairs or triples of title and body, one for each stem; the title counts three times. */
  readonly terms: Bag
  readonly title: Bag
  /** Capitalised words and `_`-prefixed runs of them, lower case. */
  readonly names: Bag
  /** Consonant skeletons of names; in caseless scripts of every word, in the coarse form. */
  readonly sounds: Bag
  /** Numbers of two to nine digits, and calendar days as `MM-DD`. */
  readonly numbers: Bag
  /** ISO 3166 codes. */
  readonly countries: Bag
  /** The script has no capitals, so `sounds` holds coarse skeletons of all words. */
  readonly caseless: boolean
  readonly kind: TextKind
  /** Words of the body, before any cut. */
  readonly bodyTokens: number
  /** The text as a vector, where the operator has a sentence model (EMBEDDING_MODEL_DIR). */
  readonly embedding?: Embedding
}

/** The text features are taken from. */
export interface FeatureText {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly lang: string
}

const BODY_LETTERS = 6_000
const TITLE_LETTERS = 500
const TITLE_WEIGHT = 3
const PHRASE_WEIGHT = 1.5
const CAPS = { terms: 600, title: 60, names: 120, sounds: 200, numbers: 60, countries: 30 } as const
const SERBIAN = new Set(['sr', 'bs', 'hr', 'sh', 'cnr'])

/** Counts terms, names, numbers, days and countries in the title and the first 6,000 letters of the body. */
export function extractFeatures(article: FeatureText): ArticleFeatures {
  const title = prepare(article.title.slice(0, TITLE_LETTERS), article.lang)
  const body = prepare(firstLetters(article.paragraphs), article.lang)
  const whole = joinWords(title, body)
  const titleTerms = countTerms(title, article.lang, new Map())
  const terms = countTerms(body, article.lang, titleCounts(titleTerms, TITLE_WEIGHT))
  const names = findNames(title, body)
  const sounds = countSounds(title, body, { names: names.words, lang: article.lang })
  const numbers = tally([...findNumbers(whole.text), ...findDates(whole, article.lang)])
  return {
    terms: toBag(terms.values(), CAPS.terms),
    title: toBag(titleTerms.values(), CAPS.title),
    names: toBag(withPhrases(names.words, names.phrases), CAPS.names),
    sounds: toBag(sounds.counts, CAPS.sounds),
    numbers: toBag(numbers, CAPS.numbers),
    countries: toBag(tally(findCountries(whole, article.lang)), CAPS.countries),
    caseless: sounds.coarse,
    kind: classifyKind({ title, body, names: new Set(names.words.keys()) }),
    bodyTokens: wordCount(body),
  }
}

function prepare(text: string, lang: string): Words {
  const normal = normalizeText(text)
  return findWords(SERBIAN.has(primaryTag(lang)) ? serbianLatin(normal) : normal)
}

function firstLetters(paragraphs: readonly string[]): string {
  let text = ''
  for (const paragraph of paragraphs) {
    if (text.length >= BODY_LETTERS) break
    text += `${paragraph.slice(0, BODY_LETTERS)}\n`
  }
  return text.slice(0, BODY_LETTERS)
}

function joinWords(title: Words, body: Words): Words {
  const offset = title.text.length + 1
  return {
    text: `${title.text}\n${body.text}`,
    words: [...title.words, ...body.words],
    starts: [...title.starts, ...body.starts.map((start) => start + offset)],
    folded: [...title.folded, ...body.folded],
  }
}

function withPhrases(words: ReadonlyMap<string, number>, phrases: ReadonlyMap<string, number>) {
  const names = new Map(words)
  for (const [phrase, count] of phrases) names.set(`_${phrase}`, count * PHRASE_WEIGHT)
  return names
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
