import { type Alignment, alignTokens, type Gap } from './alignment.ts'
import { type MarkedText, marks, markText, wordsBetween } from './markedText.ts'
import { negations, unspacedNegations } from './revisionWords.ts'

/** A number or name that took the place of another, as written. */
export interface Change {
  readonly before: string
  readonly after: string
}

/** Two versions of a text side by side. */
export interface VersionPair {
  readonly before: MarkedText
  readonly after: MarkedText
  readonly alignment: Alignment
}

/** Aligns two versions; separators inside numbers are dropped first, so that `1,200` is `1200`. */
export function pairVersions(before: string, after: string): VersionPair {
  const pair = { before: markText(plainNumbers(before)), after: markText(plainNumbers(after)) }
  const alignment = alignTokens(hashesOf(pair.before), hashesOf(pair.after))
  return { ...pair, alignment }
}

function hashesOf({ tokens }: MarkedText): Int32Array {
  return tokens.hashes.subarray(0, tokens.count)
}

const thousandsSeparator = /(?<=(?<!\d)\d{1,3})[,.'’ \u00a0\u202f\u2009](?=\d{3}(?!\d))/g

function plainNumbers(text: string): string {
  return text.replace(thousandsSeparator, '')
}

/** Longest stretch, in tokens, that an editor replaces to change a fact; longer ones are new text. */
const longestFact = 24
/** Longest stretch that is one value for another. */
const longestSlot = 4
const longestNegation = 8
/** Changes listed of one revision. */
const maximumChanges = 20

/** Numbers that took the place of others. */
export function changedNumbers(pair: VersionPair): readonly Change[] {
  return changedValues(pair, (page, index) => page.marks[index] === marks.number)
}

/** Names that took the place of others; another spelling of the same name is none. */
export function changedNames(pair: VersionPair): readonly Change[] {
  return changedValues(pair, isCapitalized).filter(
    ({ before, after }) => !isSpelling(before.toLowerCase(), after.toLowerCase()),
  )
}

type Test = (page: MarkedText, index: number) => boolean

function changedValues(pair: VersionPair, test: Test): readonly Change[] {
  const { before, after, alignment } = pair
  const isGone = isUnknownTo(after)
  const isNew = isUnknownTo(before)
  const changes = alignment.gaps.filter(isFactSized).flatMap((gap) => {
    const isSlot = Math.max(gap.aEnd - gap.aStart, gap.bEnd - gap.bStart) <= longestSlot
    const old = indexesOf(gap.aStart, gap.aEnd).filter(
      (at) => test(before, at) && (isSlot || isGone(before, at)),
    )
    const young = indexesOf(gap.bStart, gap.bEnd).filter(
      (at) => test(after, at) && (isSlot || isNew(after, at)),
    )
    return old.slice(0, young.length).map((at, index) => ({
      before: wordsBetween(before, at, at + 1),
      after: wordsBetween(after, young[index] ?? 0, (young[index] ?? 0) + 1),
    }))
  })
  return changes.filter((change) => change.before !== change.after).slice(0, maximumChanges)
}

/** In longer stretches a value counts only when the other version has it nowhere: text moves. */
function isUnknownTo(page: MarkedText): Test {
  const known = new Set(hashesOf(page))
  return (other, index) => !known.has(other.tokens.hashes[index] ?? 0)
}

function isFactSized({ aStart, aEnd, bStart, bEnd }: Gap): boolean {
  return Math.max(aEnd - aStart, bEnd - bStart) <= longestFact
}

function indexesOf(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index)
}

function isCapitalized(page: MarkedText, index: number): boolean {
  if (page.marks[index] === marks.number) return false
  const letter = String.fromCodePoint(page.text.codePointAt(page.starts[index] ?? 0) ?? 0)
  return letter !== letter.toLowerCase()
}

/** Whether two words differ by a slip: the same letters but one, or two that changed places. */
function isSpelling(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  const most = Math.min(one.length, other.length) - start
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end++
  const left = one.slice(start, one.length - end)
  const right = other.slice(start, other.length - end)
  if (Math.max(left.length, right.length) <= 1) return Math.min(one.length, other.length) >= 3
  return left.length === 2 && left[0] === right[1] && left[1] === right[0] && right.length === 2
}

/** Whether a short change made a statement its opposite. */
export function changedNegation(pair: VersionPair, lang: string): 'added' | 'removed' | null {
  const language = lang.toLowerCase().split('-')[0] ?? ''
  let balance = 0
  for (const gap of pair.alignment.gaps) {
    if (Math.max(gap.aEnd - gap.aStart, gap.bEnd - gap.bStart) > longestNegation) continue
    const denied = countNegations(wordsBetween(pair.before, gap.aStart, gap.aEnd), language)
    const denies = countNegations(wordsBetween(pair.after, gap.bStart, gap.bEnd), language)
    if (denied > 0 !== denies > 0) balance += denies > 0 ? 1 : -1
  }
  if (balance === 0) return null
  return balance > 0 ? 'added' : 'removed'
}

function countNegations(text: string, language: string): number {
  const forms = (negations[language] ?? '').split(' ').filter(Boolean)
  const lower = text.toLowerCase()
  if (unspacedNegations.has(language)) return forms.filter((form) => lower.includes(form)).length
  return lower.split(/[^\p{L}\p{M}]+/u).filter((word) => forms.some((form) => isForm(word, form)))
    .length
}

function isForm(word: string, form: string): boolean {
  return form.endsWith('*') ? word.startsWith(form.slice(0, -1)) : word === form
}
