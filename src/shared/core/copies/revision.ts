import {
  type Change,
  changedNames,
  changedNegation,
  changedNumbers,
  pairVersions,
  type VersionPair,
} from './revisionChanges.ts'
import { findNotice } from './revisionNotice.ts'
import { titleSimilarity } from './titleSimilarity.ts'

/** What a revision does to an article; of several the weightiest, which stands last. */
export const revisionGrades = [
  'cosmetic',
  'shortened',
  'expanded',
  'fact_changed',
  'corrected',
  'retracted',
] as const
export type RevisionGrade = (typeof revisionGrades)[number]

/** The text of an article at one time. */
export interface ArticleVersion {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** BCP 47 tag, for the words that deny. */
  readonly lang: string
}

/** How one version of an article differs from the one before. */
export interface Revision {
  /** False when the texts have so little in common that the page was given to another article. */
  readonly sameArticle: boolean
  readonly grade: RevisionGrade
  readonly titleChanged: boolean
  readonly numbers: readonly Change[]
  readonly names: readonly Change[]
  readonly negation: 'added' | 'removed' | null
  readonly paragraphsAdded: number
  readonly paragraphsRemoved: number
  /** Share of both texts that is not in the other, 0..1. */
  readonly changedShare: number
  /** The new paragraph that announces a correction or a withdrawal. */
  readonly notice: string | null
}

/** Compares two versions of one page. */
export function compareVersions(previous: ArticleVersion, next: ArticleVersion): Revision {
  const pair = pairVersions(previous.paragraphs.join('\n'), next.paragraphs.join('\n'))
  const size = sizeOf(pair)
  const notice = findNotice(previous, next)
  const facts = {
    numbers: changedNumbers(pair),
    names: changedNames(pair),
    negation: changedNegation(pair, next.lang),
  }
  return {
    sameArticle: notice?.kind === 'retracted' || isSameText(size, previous, next),
    grade: notice?.kind ?? gradeOf(facts, size),
    titleChanged: previous.title !== next.title,
    ...facts,
    paragraphsAdded: countNew(previous.paragraphs, next.paragraphs),
    paragraphsRemoved: countNew(next.paragraphs, previous.paragraphs),
    changedShare: (size.added + size.removed) / Math.max(1, size.before + size.after),
    notice: notice?.text ?? null,
  }
}

interface Size {
  /** Tokens of either version, and how many of them the other lacks. */
  readonly before: number
  readonly after: number
  readonly removed: number
  readonly added: number
}

function sizeOf({ before, after, alignment }: VersionPair): Size {
  const kept = alignment.runs.reduce((sum, { length }) => sum + length, 0)
  return {
    before: before.tokens.count,
    after: after.tokens.count,
    removed: before.tokens.count - kept,
    added: after.tokens.count - kept,
  }
}

type Facts = Pick<Revision, 'numbers' | 'names' | 'negation'>

/** Words more or less from which a text has grown or shrunk: a short sentence. */
const sentenceLength = 7

function gradeOf({ numbers, names, negation }: Facts, { added, removed }: Size): RevisionGrade {
  if (numbers.length > 0 || names.length > 0 || negation !== null) return 'fact_changed'
  if (added - removed >= sentenceLength) return 'expanded'
  return removed - added >= sentenceLength ? 'shortened' : 'cosmetic'
}

const leastKept = 0.4
const leastKeptWithTitle = 0.15
const likeTitle = 0.5

function isSameText(
  { before, added, after }: Size,
  previous: ArticleVersion,
  next: ArticleVersion,
) {
  const kept = (after - added) / Math.max(1, Math.min(before, after))
  if (kept >= leastKept) return true
  return kept >= leastKeptWithTitle && titleSimilarity(previous.title, next.title) >= likeTitle
}

/** Paragraphs of which less than half stands in the other version. */
function countNew(known: readonly string[], paragraphs: readonly string[]): number {
  const words = new Set(known.flatMap(pairsOfWords))
  return paragraphs.filter((paragraph) => {
    const pairs = pairsOfWords(paragraph)
    return pairs.filter((pair) => words.has(pair)).length < pairs.length / 2
  }).length
}

/** Neighbouring words; of a text without spaces, neighbouring characters. */
function pairsOfWords(paragraph: string): readonly string[] {
  const words = paragraph.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const units = words.length * 12 < paragraph.length ? [...words.join('')] : words
  return units.slice(1).map((unit, index) => `${units[index]} ${unit}`)
}
