import { POOR_SCORE, SURE_SCORE, type Views } from './languageViews.ts'

/** Score below which English may be only the names in the text. */
const PLAIN_ENGLISH = 1100

/** Log odds below which it makes no difference how unlikely a language is. */
const LEAST_ODDS = -12

/** Signals that speak for or against a language, each 0..1 but the log odds (-12..0) and `unseen` (0..1.5). */
export const languageSignals = {
  ngrams: (lang, { odds }) => Math.max(LEAST_ODDS, odds.get(lang) ?? 0),
  bare: (lang, { odds, isBare }) => (isBare ? Math.max(LEAST_ODDS, odds.get(lang) ?? 0) : 0),
  plainNgrams: (lang, { plainOdds }) => Math.max(LEAST_ODDS, plainOdds.get(lang) ?? 0),
  unranked: (lang, { odds }) => Number(odds.size > 0 && !odds.has(lang)),
  relatives: (lang, { shares }) => Math.max(LEAST_ODDS, shares.get(lang) ?? 0),
  sure: (lang, views) => Number(scoreOfFirst(lang, views) >= SURE_SCORE),
  fair: (lang, views) =>
    Number(scoreOfFirst(lang, views) >= POOR_SCORE && scoreOfFirst(lang, views) < SURE_SCORE),
  poor: (lang, views) =>
    Number(scoreOfFirst(lang, views) >= 0 && scoreOfFirst(lang, views) < POOR_SCORE),
  share: (lang, views) => shareOf(lang, views),
  unseen: (lang, { engine, guesses }) =>
    engine.languages.has(lang) && !guesses.some((guess) => guess.lang === lang)
      ? Math.min(1.5, (guesses[0]?.score ?? 0) / SURE_SCORE)
      : 0,
  short: (lang, { shortEngine, short }) => Number(isCalled(shortEngine, lang, short)),
  otherShort: (lang, { shortEngine, short }) =>
    Number(
      short !== undefined && shortEngine.languages.has(lang) && !isCalled(shortEngine, lang, short),
    ),
  plain: (lang, { engine, plain }) => Number(isCalled(engine, lang, plain)),
  plainShort: (lang, { shortEngine, plainShort }) =>
    Number(isCalled(shortEngine, lang, plainShort)),
  hint: (lang, { hints }) => Number(lang !== 'en' && hints.includes(lang)),
  englishHint: (lang, { hints }) => Number(lang === 'en' && hints.includes(lang)),
  english: (lang) => Number(lang === 'en'),
  namesOnly: (lang, { guesses }) =>
    Number(lang === 'en' && guesses[0]?.lang === 'en' && guesses[0].score < PLAIN_ENGLISH),
  unproven: (lang, { model, odds }) => Number(odds.has(lang) && !model.proven.has(lang)),
} satisfies Readonly<Record<string, (lang: string, views: Views) => number>>

/** What each signal is worth, in logits. */
export type SignalWeights = Readonly<Record<keyof typeof languageSignals, number>>

/** Names of the signals, in the order of their values. */
export const signalNames: readonly string[] = Object.keys(languageSignals)

/** The values of all signals of a language, in the order of `signalNames`. */
export function readSignals(lang: string, views: Views): readonly number[] {
  return Object.values(languageSignals).map((read) => read(lang, views))
}

/** The sum of all signals of a language by their weights, in logits. */
export function weighSignals(lang: string, views: Views, weights: SignalWeights): number {
  const worth: Readonly<Record<string, number>> = weights
  return Object.entries(languageSignals).reduce(
    (sum, [name, read]) => sum + read(lang, views) * (worth[name] ?? 0),
    0,
  )
}

/** The score of the engine's first guess where it is this language, else -1. */
function scoreOfFirst(lang: string, { engine, guesses }: Views): number {
  const [first] = guesses
  return first !== undefined && isCalled(engine, lang, first.lang) ? first.score : -1
}

function shareOf(lang: string, { engine, guesses }: Views): number {
  const guess = guesses.find((other) => isCalled(engine, lang, other.lang))
  return (guess?.percent ?? 0) / 100
}

/** What an engine calls a language that it does not know: its nearest relative, and the nearest of that. */
const nearest: ReadonlyMap<string, readonly string[]> = new Map([
  ['nd', ['zu']],
  ['nr', ['zu']],
  ['ss', ['zu']],
  ['tn', ['st']],
  ['nso', ['st']],
  ['yue', ['zh-Hant', 'zh']],
  ['zh-Hant', ['zh']],
  ['bs', ['hr']],
  ['id', ['ms']],
  ['nn', ['nb']],
])

/** Whether an engine that says `guess` may mean `lang`. */
function isCalled(
  { languages }: { readonly languages: ReadonlySet<string> },
  lang: string,
  guess: string | undefined,
): boolean {
  if (guess === undefined || guess === lang) return guess === lang
  return !languages.has(lang) && (nearest.get(lang)?.includes(guess) ?? false)
}
