import { languageGroupOf } from './languageCodes.ts'
import type { LanguageEngine, LanguageGuess, ShortTextEngine } from './languageEngines.ts'
import type { Evidence } from './languageSample.ts'

/** The two detectors a decision draws on. */
export interface Engines {
  readonly engine: LanguageEngine
  readonly shortEngine: ShortTextEngine
}

/** Score, of about 1000 on running text, below which a guess is worth little. */
const poorScore = 350

/** Whether a guess is missing or hardly fits the text. */
export function isPoor(guess: LanguageGuess | undefined): boolean {
  return guess === undefined || guess.score < poorScore
}

/** Percent of English in a text from which it may be the frame of a page. */
const frameShare = 20

/** Letters from which the second half of a text tells whether English is only the frame. */
export const framedLetters = 100

/** A guess of the engine of many languages, and the part of the text it is about. */
export interface MainGuess {
  readonly first: LanguageGuess | undefined
  readonly text: string
}

/**
 * The main language of a text. English may be only the frame of a page around it: where the second half
 * of the text is in another language, or poor English, that half is looked at alone.
 */
export function guessMain(engine: LanguageEngine, evidence: Evidence): MainGuess {
  const { text, profile, hints } = evidence
  const guesses = engine.guess(text, hints)
  const whole = { first: guesses[0], text }
  if (profile.letters < framedLetters || !guesses.some(isFrame)) return whole
  const half = text.slice(text.length / 2)
  const [framed] = engine.guess(half, hints)
  if (framed === undefined || (framed.lang === 'en' && !isPoor(framed))) return whole
  return { first: framed, text: half }
}

function isFrame(guess: LanguageGuess): boolean {
  return guess.lang === 'en' && guess.percent >= frameShare
}

const capitalizedWords = /\p{Lu}[\p{L}\p{M}'’]*/gu

/** Letters that are enough when no names are among them. */
const fewLetters = 10

/**
 * The language both engines see in a short text once its capitalized words are gone: foreign names make
 * headlines of every language look English. Undefined when they disagree or too little is left.
 */
export function guessWithoutNames(
  { engine, shortEngine }: Engines,
  text: string,
): string | undefined {
  const plain = text.replace(capitalizedWords, ' ')
  if ((plain.match(/\p{L}/gu)?.length ?? 0) < fewLetters) return undefined
  const first = engine.guess(plain, [])[0]?.lang
  return isSameGroup(first, shortEngine.guess(plain)) ? first : undefined
}

/** Whether two languages are one or treated as one; unknown ones are not. */
export function isSameGroup(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && languageGroupOf(a) === languageGroupOf(b)
}
