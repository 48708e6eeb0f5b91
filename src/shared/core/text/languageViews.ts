import { isWrittenIn } from './languageCodes.ts'
import type { LanguageEngine, LanguageGuess, ShortTextEngine } from './languageEngines.ts'
import type { LanguageModel } from './languageModel.ts'
import type { Evidence } from './languageSample.ts'

/** The three detectors a decision draws on. */
export interface Engines {
  readonly engine: LanguageEngine
  readonly shortEngine: ShortTextEngine
  readonly model: LanguageModel
}

/** Scores, of about 1000 on running text: from the first a guess is sure, below the second it is worth little. */
export const SURE_SCORE = 700
export const POOR_SCORE = 350

/** The guesses of the engine of many languages, and the part of the text they are about. */
export interface MainView {
  readonly guesses: readonly LanguageGuess[]
  readonly text: string
}

/** Percent of English in a text from which it may be the frame of a page. */
const FRAME_SHARE = 20

/** Letters from which the second half of a text tells whether English is only the frame. */
const FRAMED_LETTERS = 100

/**
 * What the engine of many languages sees in a text. English may be only the frame of a page around it:
 * where the second half is in another language, or poor English, that half is looked at alone.
 */
export function viewMain(engine: LanguageEngine, { text, profile }: Evidence): MainView {
  const whole = { guesses: engine.guess(text), text }
  if (profile.letters < FRAMED_LETTERS || !whole.guesses.some(isFrame)) return whole
  const half = text.slice(text.length / 2)
  const guesses = engine.guess(half)
  const [first] = guesses
  if (first === undefined || (first.lang === 'en' && first.score >= POOR_SCORE)) return whole
  return { guesses, text: half }
}

function isFrame(guess: LanguageGuess): boolean {
  return guess.lang === 'en' && guess.percent >= FRAME_SHARE
}

/** What detectors and claims say of one text. */
export interface Views extends Engines {
  readonly guesses: readonly LanguageGuess[]
  /** What the engine sees once the capitalized words are gone: foreign names make headlines look English. */
  readonly plain: string | undefined
  /** Whether hardly a word of a short text is without a capital, as in lists of names and scores. */
  readonly isBare: boolean
  /** The same two of the engine for short texts. */
  readonly short: string | undefined
  readonly plainShort: string | undefined
  /** Logarithm of the odds of each language of the script; empty where the model knows but one. */
  readonly odds: ReadonlyMap<string, number>
  /** The same once the capitalized words are gone; empty where too little is left. */
  readonly plainOdds: ReadonlyMap<string, number>
  /** Logarithm of the share of each relative of the likeliest language, by longer runs of letters. */
  readonly shares: ReadonlyMap<string, number>
  /** Claims. */
  readonly hints: readonly string[]
}

/** Code units of a text that the model is asked about; of longer ones it knows more than the engine for short texts. */
const SECOND_LENGTH = 300

/** Asks all detectors. */
export function viewText(engines: Engines, main: MainView, { profile, hints }: Evidence): Views {
  const { engine, shortEngine, model } = engines
  const text = main.text.slice(0, SECOND_LENGTH)
  const isLong = main.text.length > text.length
  const plain = isLong ? undefined : withoutNames(text)
  const odds = isLong ? model.quickOdds(text, profile.script) : model.odds(text, profile.script)
  return {
    ...engines,
    guesses: main.guesses,
    plain: plain && engine.guess(plain)[0]?.lang,
    isBare: !isLong && plain === undefined && capital.test(text),
    short: isLong ? undefined : shortEngine.guess(text),
    plainShort: plain && shortEngine.guess(plain),
    odds,
    plainOdds: plain === undefined ? new Map() : model.odds(plain, profile.script),
    shares: model.relatives.shares(text, profile.script, likeliestOf(odds)),
    hints,
  }
}

function likeliestOf(odds: ReadonlyMap<string, number>): string {
  const [lang = ''] = [...odds].reduce(
    (best, one) => (one[1] > best[1] ? one : best),
    ['', -Infinity],
  )
  return lang
}

const capitalizedWords = /\p{Lu}[\p{L}\p{M}'’]*/gu

const capital = /\p{Lu}/u

/** Letters that are enough when no names are among them. */
const FEW_LETTERS = 10

/** A text without its capitalized words; undefined when it has none or too little is left. */
function withoutNames(text: string): string | undefined {
  const plain = text.replace(capitalizedWords, ' ')
  const isEnough = plain !== text && (plain.match(/\p{L}/gu)?.length ?? 0) >= FEW_LETTERS
  return isEnough ? plain : undefined
}

/** Languages of the model's ranking that are weighed. */
const BEST_RANKED = 4

/** The languages a text may be in: what any detector sees, and the claims its script allows. */
export function candidatesOf(views: Views, { profile, hints }: Evidence): ReadonlySet<string> {
  const { guesses, plain, short, odds } = views
  const ranked = [...odds].toSorted(([, a], [, b]) => b - a).slice(0, BEST_RANKED)
  const seen = [...guesses.map(({ lang }) => lang), plain, short, ...ranked.map(([lang]) => lang)]
  const claimed = hints.filter((hint) => isWrittenIn(hint, profile.script))
  return new Set([...seen, ...claimed].filter((lang) => lang !== undefined))
}
