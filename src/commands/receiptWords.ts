import type { Refusal } from '../shared/core/stories/contradictions.ts'
import type { Differences, Evidence } from '../shared/core/stories/evidence.ts'
import { wholeNames } from '../shared/core/stories/label.ts'
import type { Receipt, ReceiptCandidate } from '../shared/core/stories/receipt.ts'

/** What each rule says of an article. */
export const ruleWords: Readonly<Record<Receipt['rule'], string>> = {
  copy: 'it has the text of an article there',
  same_story: 'it is about the same event, by words, names and time',
  link: 'a story in another language shares its names, numbers and places',
  merge: 'two stories turned out to be one',
  split: 'its story turned out to be about two events',
  operator: 'an operator said so',
  open: 'no story was near enough: it opened its own',
}

const refusalWords: Readonly<Record<Refusal, string>> = {
  low_score: 'not near enough',
  no_date: 'kept apart: a date is missing, and the likeness is not sure enough without',
  one_kind: 'kept apart: evidence of one kind only',
  other_figures_in_table: 'kept apart: tables with other figures',
  other_names_in_table: 'kept apart: tables of other names',
  other_figures_in_template: 'kept apart: the same wording with other figures',
  other_names_in_template: 'kept apart: the same wording with other names',
  other_names: 'kept apart: other names, and hardly a figure in common',
  other_subjects: 'kept apart: other names and subjects, and no figure in common',
  other_names_and_figures: 'kept apart: other names and other figures',
}

/** Signals that tell a likeness, in the words of a reader. */
const cosineWords: Readonly<Record<string, string>> = {
  terms: 'words',
  title: 'titles',
  names: 'names',
  numbers: 'numbers',
  countries: 'countries',
  meaning: 'meaning',
}
const weights = { terms: 'cosine', jaccard: 'Jaccard', names: 'cosine of names' } as const
const mostShared = 6
const countries = new Intl.DisplayNames('en', { type: 'region' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** What an article and its story share, in one line: `share Patrushev, Vučić, 21 Feb; cosine .61`; null without. */
export function evidenceWords({ evidence, candidates }: Receipt): string | null {
  if (!evidence) return null
  const chosen = candidates.find(({ refusal }) => refusal === null)
  const shared = sharedWords(evidence).join(', ')
  return [`share ${shared || 'nothing that has a name'}`, ...cosineOf(chosen)].join('; ')
}

function sharedWords({ names, dates, numbers, countries: places, terms }: Evidence) {
  const told = [
    ...wholeNames(names).map(asName),
    ...dates.map(asDay),
    ...places.map((code) => countries.of(code) ?? code),
    ...numbers.slice(0, mostShared),
  ]
  return told.length > 0 ? [...new Set(told)] : terms.slice(0, mostShared)
}

function cosineOf(chosen: ReceiptCandidate | undefined): readonly string[] {
  for (const [name, word] of Object.entries(weights)) {
    const value = chosen?.signals[name]
    if (value) return [`${word} ${digits(value)}`]
  }
  return []
}

/** Why a candidate was taken or left, and by which likenesses: `kept apart: other names (Morra, Sironi) · words .41`. */
export function candidateWords(
  { refusal, differences, signals }: ReceiptCandidate,
  isChosen: boolean,
): string {
  const verdict = refusal ? refusalWords[refusal] : isChosen ? 'chosen' : 'fits, less well'
  const likeness = Object.entries(cosineWords).flatMap(([name, word]) =>
    signals[name] ? [`${word} ${digits(signals[name])}`] : [],
  )
  return [verdict + differenceWords(differences), ...likeness].join(' · ')
}

function differenceWords(differences: Differences | undefined): string {
  const words = [...(differences?.names ?? []).map(asName), ...(differences?.numbers ?? [])]
  return words.length > 0 ? ` (only here: ${words.join(', ')})` : ''
}

/** Names are compared in lower case. */
function asName(name: string): string {
  return name.replace(/(?<![\p{L}\p{M}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** `02-21` as `21 Feb`. */
function asDay(date: string): string {
  const [month = 1, of = 1] = date.split('-').map(Number)
  return day.format(Date.UTC(2024, month - 1, of))
}

/** `.61`, `1.00`. */
function digits(value: number): string {
  return value.toFixed(2).replace(/^0/, '')
}
