import { isWrittenIn, languageGroupOf } from './languageCodes.ts'
import type { LanguageEngine, LanguageGuess } from './languageEngines.ts'
import {
  type Engines,
  framedLetters,
  guessMain,
  guessWithoutNames,
  isPoor,
  isSameGroup,
} from './languageGuesses.ts'
import { profileHan } from './languageHan.ts'
import { chooseAmongRelatives, findRareLanguage } from './languageRelatives.ts'
import type { Evidence } from './languageSample.ts'
import { isDense } from './languageScripts.ts'
import type { Language } from './types.ts'

/** Numbers of letters that change how a text is judged. */
interface LetterCounts {
  /** Below it nothing is said. */
  readonly least: number
  /** Below it engines that disagree are right less often than wrong. */
  readonly doubtful: number
  /** From it the engine of many languages needs no second opinion. */
  readonly plenty: number
}

const sparse: LetterCounts = { least: 4, doubtful: 8, plenty: 300 }
const dense: LetterCounts = { least: 2, doubtful: 4, plenty: 60 }

/** Scores, of about 1000 on running text: below it a hint is worth more; from it English is not doubted. */
const fairScore = 700
const sureScore = 1100

/** The language of a sample, from both engines, its hints, its script and its marker words. */
export function classifyLanguage(engines: Engines, evidence: Evidence): Language {
  const { profile, hints } = evidence
  const counts = isDense(profile.script) ? dense : sparse
  if (profile.letters < counts.least) return fromHintAlone(hints[0], profile.script)
  const isPlenty = profile.letters >= counts.plenty
  const { lang, agreed } = judge(engines, evidence, isPlenty)
  const isHinted = lang !== undefined && hints.includes(lang)
  const isDoubtful = !agreed && !isHinted && profile.letters < counts.doubtful
  if (lang === undefined || isDoubtful) return unknown(profile.script)
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

/** A language before relatives are told apart, and whether nothing speaks against it. */
interface Judgement {
  readonly lang: string | undefined
  readonly agreed: boolean
}

function judge(engines: Engines, evidence: Evidence, isPlenty: boolean): Judgement {
  const { first, text } = guessMain(engines.engine, evidence)
  if (isPlenty && first !== undefined && !isPoor(first)) return { lang: first.lang, agreed: true }
  const second = engines.shortEngine.guess(text)
  const agreed = first !== undefined && isSameGroup(first.lang, second)
  if (agreed && (first.lang !== 'en' || first.score >= sureScore))
    return { lang: first.lang, agreed }
  const plain = guessWithoutNames(engines, text)
  if (plain !== undefined) return { lang: plain, agreed: true }
  if (agreed) return { lang: first.lang, agreed }
  const claimed = claimedLanguage(engines.engine, first, evidence)
  const isOpen = isPoor(first) && evidence.profile.script === 'Latn'
  const rare = isOpen ? findRareLanguage(text) : undefined
  return { lang: claimed ?? rare ?? settle(first, second, evidence), agreed }
}

/**
 * The hint that decides between engines that disagree, unless the first guess is fit to refute it. English
 * is claimed by pages in every language, and guessed of any list of names: it neither decides nor refutes.
 */
function claimedLanguage(
  engine: LanguageEngine,
  first: LanguageGuess | undefined,
  { hints, profile }: Evidence,
): string | undefined {
  const claimed = hints.find((hint) => hint !== 'en' && isWrittenIn(hint, profile.script))
  if (claimed === undefined) return undefined
  const isKept = first !== undefined && first.lang !== 'en' && first.score >= fairScore
  const isRefuted = isKept && first.lang !== claimed && engine.languages.has(claimed)
  return isRefuted ? undefined : claimed
}

/** The second engine overrules the first on the languages it knows, but for English that is not in doubt. */
function settle(
  first: LanguageGuess | undefined,
  second: string | undefined,
  { text, profile }: Evidence,
): string | undefined {
  if (first === undefined || second === undefined) return first?.lang ?? second
  if (second === 'en' && profile.letters >= framedLetters) return first.lang
  if (isSurelyEnglish(first, text)) return first.lang
  return isPoor(first) || shortTextLanguages.has(first.lang) ? second : first.lang
}

/** English headlines full of foreign names fit English less, but other languages lack its small words. */
function isSurelyEnglish(guess: LanguageGuess, text: string): boolean {
  if (guess.lang !== 'en' || isPoor(guess)) return false
  return guess.score >= sureScore || englishWords.test(text)
}

const englishWords = /\b(?:the|and|to|with|from|after|how|why|who|his|says|dies)\b/i

/** The languages `eld` knows, but for those it cannot tell from a neighbour. */
const shortTextLanguages: ReadonlySet<string> = new Set(
  (
    'am ar az be bg bn ca cs da de el en es et eu fa fi fil fr gu he hi hu hy is it ja ka kn ko lo lt ' +
    'lv ml mr ms nl nb or pa pl pt ro ru sk sl sq sv ta te th tr uk ur vi yo zh'
  ).split(' '),
)

/** Settles what neither engine can: Chinese by its characters, close relatives by their words. */
function refine(lang: string, evidence: Evidence): Pick<Language, 'lang' | 'script' | 'group'> {
  if (lang === 'zh' || lang === 'zh-Hant') return refineChinese(lang, evidence)
  const chosen = chooseAmongRelatives(lang, evidence)
  return { lang: chosen, script: evidence.profile.script, group: languageGroupOf(chosen) }
}

function refineChinese(
  lang: string,
  { text, hints }: Evidence,
): Pick<Language, 'lang' | 'script' | 'group'> {
  const { script, isCantonese } = profileHan(text, lang === 'zh' ? 'Hans' : 'Hant')
  const chinese = script === 'Hant' ? 'zh-Hant' : 'zh'
  const chosen = isCantonese || hints.includes('yue') ? 'yue' : chinese
  return { lang: chosen, script, group: languageGroupOf(chosen) }
}
