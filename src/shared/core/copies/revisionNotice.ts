import { correctionNotices, withdrawals } from './revisionNotices.ts'

/** A paragraph by which a newsroom announces what it did to an article. */
export interface Notice {
  readonly kind: 'corrected' | 'retracted'
  readonly text: string
}

interface Text {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** Longest notice, in code units: longer paragraphs report on corrections of others. */
const longestNotice = 600
/** Paragraphs at either end of a text where a withdrawal is announced. */
const ends = 2

/** Finds a notice in what is new in a text: a withdrawal in its title or at either end, a correction anywhere. */
export function findNotice(previous: Text, next: Text): Notice | null {
  const known = new Set([previous.title, ...previous.paragraphs])
  const isNew = (text: string) => text.length <= longestNotice && !known.has(text)
  const { title, paragraphs } = next
  const atEnds = [
    title,
    ...paragraphs.filter((_, at) => at < ends || at >= paragraphs.length - ends),
  ]
  const withdrawal = atEnds.filter(isNew).find(announcesWithdrawal)
  if (withdrawal !== undefined) return { kind: 'retracted', text: withdrawal }
  const correction = [title, ...paragraphs].filter(isNew).find(announcesCorrection)
  return correction === undefined ? null : { kind: 'corrected', text: correction }
}

function announcesWithdrawal(text: string): boolean {
  const lower = text.toLowerCase()
  return Object.values(withdrawals).some(
    ({ subjects, verbs }) => holdsAny(lower, subjects) && holdsAny(lower, verbs),
  )
}

function announcesCorrection(text: string): boolean {
  const lower = text.toLowerCase()
  return Object.values(correctionNotices).some((phrases) => holdsAny(lower, phrases))
}

function holdsAny(text: string, phrases: string): boolean {
  return phrases.split(' | ').some((phrase) => text.includes(phrase))
}
