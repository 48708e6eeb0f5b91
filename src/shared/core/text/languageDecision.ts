import { languageGroupOf } from './languageCodes.ts'
import type { LanguageGuess } from './languageEngines.ts'
import { profileHan } from './languageHan.ts'
import type { Evidence } from './languageSample.ts'
import { isDense } from './languageScripts.ts'
import { weighSignals } from './languageSignals.ts'
import { chooseSouthSlavic } from './languageSouthSlavic.ts'
import { candidatesOf, type Engines, type Views, viewMain, viewText } from './languageViews.ts'
import { languageWeights } from './languageWeights.ts'
import type { Language } from './types.ts'

/** Numbers of letters that change how a text is judged. */
interface LetterCounts {
  /** Below it nothing is said. */
  readonly least: number
  /** Below it a language must be thrice as likely as all others, as in names and single words. */
  readonly few: number
  /** Below it a language must be likelier than not. */
  readonly doubtful: number
  /** Below it the weights for short texts hold. */
  readonly short: number
  /** From it the engine of many languages needs no second opinion on most languages. */
  readonly plenty: number
}

const sparse: LetterCounts = { least: 4, few: 10, doubtful: 20, short: 40, plenty: 300 }
const dense: LetterCounts = { least: 2, few: 2, doubtful: 4, short: 20, plenty: 60 }

/** Languages that the engine of many languages says of long texts in relatives it knows less well, or not at all. */
const contested: ReadonlySet<string> = new Set(
  'am bs da gl hr id ms nb nn ny pt rn rw sr ss st tn xh zh zh-Hant zu'.split(' '),
)

/** The language of a sample, from all detectors, its hints and its script. */
export function classifyLanguage(engines: Engines, evidence: Evidence): Language {
  const { profile, hints } = evidence
  const counts = isDense(profile.script) ? dense : sparse
  if (profile.letters < counts.least) return fromHintAlone(hints[0], profile.script)
  const main = viewMain(engines.engine, evidence)
  const [first] = main.guesses
  const { lang, confidence } =
    profile.letters >= counts.plenty && isClear(first)
      ? { lang: first.lang, confidence: 1 }
      : weighAll(viewText(engines, main, evidence), evidence)
  if (lang === undefined || confidence < neededConfidence(profile.letters, counts)) {
    return unknown(profile.script)
  }
  return {
    ...refine(lang, evidence),
    confidence: Math.round(confidence * 100) / 100,
    source: hints.includes(lang) ? 'both' : 'detected',
  }
}

function neededConfidence(letters: number, { few, doubtful }: LetterCounts): number {
  if (letters < few) return 0.75
  return letters < doubtful ? 0.5 : 0
}

/** Score from which the guess on a long text is right but for contested languages. */
const CLEAR_SCORE = 500

function isClear(guess: LanguageGuess | undefined): guess is LanguageGuess {
  return guess !== undefined && guess.score >= CLEAR_SCORE && !contested.has(guess.lang)
}

/** A claim without a text to bear it out is better than nothing, but only just. */
function fromHintAlone(hint: string | undefined, script: string): Language {
  if (hint === undefined) return unknown(script)
  return { lang: hint, script, group: languageGroupOf(hint), confidence: 0.3, source: 'hint' }
}

function unknown(script: string): Language {
  return { lang: 'und', script, group: 'und', confidence: 0, source: 'none' }
}

interface Verdict {
  readonly lang: string | undefined
  /** Probability, 0..1. */
  readonly confidence: number
}

/** The likeliest of the candidates, by a logistic model over all signals. */
function weighAll(views: Views, evidence: Evidence): Verdict {
  const { script, letters } = evidence.profile
  const counts = isDense(script) ? dense : sparse
  const weights = languageWeights[views.engine.name][letters < counts.short ? 'short' : 'long']
  const scored = [...candidatesOf(views, evidence)].map((lang) => ({
    lang,
    score: weighSignals(lang, views, weights),
  }))
  const [best] = scored.toSorted((a, b) => b.score - a.score)
  if (best === undefined) return { lang: undefined, confidence: 0 }
  const total = scored.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0)
  return { lang: best.lang, confidence: 1 / total }
}

/** Settles what no detector can: Chinese by its characters, Bosnian, Croatian and Serbian by their words. */
function refine(lang: string, evidence: Evidence): Pick<Language, 'lang' | 'script' | 'group'> {
  const { script } = evidence.profile
  if (languageGroupOf(lang) === 'zh' || lang === 'yue') return refineChinese(lang, evidence)
  const chosen = languageGroupOf(lang) === 'bcms' ? chooseSouthSlavic(lang, evidence) : lang
  return { lang: chosen, script, group: languageGroupOf(chosen) }
}

function refineChinese(
  lang: string,
  { text, hints }: Evidence,
): Pick<Language, 'lang' | 'script' | 'group'> {
  const { script, isCantonese } = profileHan(text, lang === 'zh' ? 'Hans' : 'Hant')
  const chinese = script === 'Hant' ? 'zh-Hant' : 'zh'
  const chosen = isCantonese || lang === 'yue' || hints.includes('yue') ? 'yue' : chinese
  return { lang: chosen, script, group: languageGroupOf(chosen) }
}
