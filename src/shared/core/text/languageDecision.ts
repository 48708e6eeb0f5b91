import { languageGroupOf, likelyScriptOf, parseLanguageTag } from './languageCodes.ts'
import type { LanguageEngine, LanguageGuess, ShortTextEngine } from './languageEngines.ts'
import { profileHan } from './languageHan.ts'
import { chooseAmongRelatives, findRareLanguage } from './languageRelatives.ts'
import type { Evidence } from './languageSample.ts'
import { isDense } from './languageScripts.ts'
import type { Language } from './types.ts'

/** The two detectors a decision draws on. */
export interface Engines {
  readonly engine: LanguageEngine
  readonly shortEngine: ShortTextEngine
}

/** Letters below which nothing is said; two of a script in which a letter is a syllable or a word. */
const leastLetters = 4
const leastDenseLetters = 2

/** Letters from which the engine of many languages needs no second opinion. */
const plentyOfLetters = 300

/** Letters below which two engines that disagree are right less often than wrong. */
const doubtfulLetters = 12

/** Scores, of about 1000 on running text, below which a guess is worth little, and less than a hint. */
const poorScore = 350
const fairScore = 700

interface Guess {
  readonly lang: string
  readonly score: number
}

/** The language of a sample, from both engines, its hints, its script and its marker words. */
export function classifyLanguage(engines: Engines, evidence: Evidence): Language {
  const { profile, hints } = evidence
  const least = isDense(profile.script) ? leastDenseLetters : leastLetters
  if (profile.letters < least) return fromHintAlone(hints[0], profile.script)
  const { first, text } = firstGuess(engines.engine, evidence)
  const isPlenty = profile.letters >= plentyOfLetters
  const second = isPlenty ? first : secondGuess(engines.shortEngine, text, profile.script)
  const agreed = isSameGroup(first?.lang, second?.lang)
  const isPoor = profile.script === 'Latn' && (first === undefined || first.score < poorScore)
  const rare = isPoor ? findRareLanguage(text) : undefined
  const lang =
    rare ?? (agreed ? first?.lang : settle({ first, second, engine: engines.engine }, evidence))
  if (lang === undefined) return unknown(profile.script)
  const isHinted = hints.includes(lang)
  if (!agreed && !isHinted && profile.letters < doubtfulLetters) return unknown(profile.script)
  return {
    ...refine(lang, evidence),
    confidence: isPlenty ? 1 : agreed || isHinted ? 0.9 : 0.5,
    source: isHinted ? 'both' : 'detected',
  }
}

/** A claim without a text to bear it out is better than nothing, but only just. */
function fromHintAlone(hint: string | undefined, script: string): Language {
  if (hint === undefined) return unknown(script)
  return { lang: hint, script, group: languageGroupOf(hint), confidence: 0.3, source: 'hint' }
}

function unknown(script: string): Language {
  return { lang: 'und', script, group: 'und', confidence: 0, source: 'none' }
}

/** Percent of English in a text from which it may be the frame of a page. */
const frameShare = 20

/** Letters from which the second half of a text tells whether English is only the frame. */
const framedLetters = 100

/** The first engine's guess, and the part of the text it is about. */
interface FirstGuess {
  readonly first: Guess | undefined
  readonly text: string
}

/**
 * The main language of a text. English may be only the frame of a page around it: where the second half
 * of the text is in another language, that half is looked at alone.
 */
function firstGuess(engine: LanguageEngine, { text, profile, hints }: Evidence): FirstGuess {
  const guesses = engine.guess(text, hints)
  const [first] = guesses.map((guess) => canonical(guess, profile.script))
  const whole = { first, text }
  if (profile.letters < framedLetters || !guesses.some(isFrame)) return whole
  const half = text.slice(text.length / 2)
  const framed = canonical(engine.guess(half, hints)[0], profile.script)
  const isFramed = framed !== undefined && framed.lang !== 'en' && framed.score >= poorScore
  return isFramed ? { first: framed, text: half } : whole
}

function isFrame(guess: LanguageGuess): boolean {
  return guess.code === 'en' && guess.percent >= frameShare
}

function secondGuess(engine: ShortTextEngine, text: string, script: string): Guess | undefined {
  const { code, reliable } = engine.guess(text)
  return canonical({ code, score: reliable ? 1000 : 0 }, script)
}

/** Both engines file Sorani, written in Arabic letters, under Kurdish. */
function canonical(
  guess: { readonly code: string; readonly score: number } | undefined,
  script: string,
): Guess | undefined {
  const lang = guess === undefined ? null : parseLanguageTag(guess.code)
  if (guess === undefined || lang === null) return undefined
  return { lang: lang === 'ku' && script === 'Arab' ? 'ckb' : lang, score: guess.score }
}

function isSameGroup(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && languageGroupOf(a) === languageGroupOf(b)
}

interface Disagreement {
  readonly first: Guess | undefined
  readonly second: Guess | undefined
  readonly engine: LanguageEngine
}

/** Chooses between engines that disagree: a hint, the better of both, the language the text fits. */
function settle(
  { first, second, engine }: Disagreement,
  { hints, profile }: Evidence,
): string | undefined {
  const claimed = hints.find((hint) => hint !== 'en' && likelyScriptOf(hint) === profile.script)
  const isWeak = first === undefined || first.score < fairScore
  if (
    claimed !== undefined &&
    (isWeak || first.lang === claimed || !engine.languages.has(claimed))
  ) {
    return claimed
  }
  if (second === undefined || second.score === 0) return first?.lang
  const isOverruled =
    first === undefined || first.score < poorScore || shortTextLanguages.has(first.lang)
  return isOverruled ? second.lang : first.lang
}

/** The languages `eld` knows, but for those it cannot tell from a neighbour. */
const shortTextLanguages: ReadonlySet<string> = new Set(
  (
    'am ar az be bg bn ca cs da de el en es et eu fa fi fil fr gu he hi hu hy is it ja ka kn ko lo lt ' +
    'lv ml mr ms nl nb or pa pl pt ro ru sk sl sq sv ta te th tr uk ur vi yo zh'
  ).split(' '),
)

/** Settles what neither engine can: Chinese by its characters, close relatives by their words. */
function refine(lang: string, evidence: Evidence): Pick<Language, 'lang' | 'script' | 'group'> {
  const { text, profile, hints } = evidence
  if (lang === 'zh' || lang === 'zh-Hant') return refineChinese(lang, evidence)
  const isCyrillicSerbian = profile.script === 'Cyrl' && languageGroupOf(lang) === 'bcms'
  const chosen = isCyrillicSerbian ? lang : chooseAmongRelatives(lang, text, hints)
  return { lang: chosen, script: profile.script, group: languageGroupOf(chosen) }
}

function refineChinese(
  lang: string,
  { text, hints }: Evidence,
): Pick<Language, 'lang' | 'script' | 'group'> {
  const { script, isCantonese } = profileHan(text, lang === 'zh' ? 'Hans' : 'Hant')
  const chosen = isCantonese || hints.includes('yue') ? 'yue' : script === 'Hant' ? 'zh-Hant' : 'zh'
  return { lang: chosen, script, group: languageGroupOf(chosen) }
}
