import { type Cluster, gapMs } from './cluster.ts'
import { cosine, sectionOf, sharedKeys } from './profile.ts'
import { keepHeaviest, type SparseVector } from './sparse.ts'

const DAY_MS = 86_400_000
const MAIN_NAMES = 5
const FEWEST_NAMES = 3
/** So many numbers on both sides of which none is shared speak against a join. */
const ENOUGH_NUMBERS = 3

/**
 * Similarity measures of two clusters, one of which may be a single article. Each lies in 0..1 and is symmetric; each is
 * 1 for a cluster and itself where that has a meaning (not for counts and flags).
 */
export interface Signals {
  readonly [name: string]: number
}

type Measure = (a: Cluster, b: Cluster) => number

const JOIN_SIGNALS = {
  terms: (a, b) => cosine(a.profile, b.profile, 'terms'),
  title: (a, b) => cosine(a.profile, b.profile, 'title'),
  names: (a, b) => cosine(a.profile, b.profile, 'names'),
  titleInTerms: (a, b) =>
    Math.max(
      cosine(a.profile, b.profile, 'title', 'terms'),
      cosine(a.profile, b.profile, 'terms', 'title'),
    ),
  near: (a, b) => Math.exp(-gapMs(a, b) / (2 * DAY_MS)),
  origin: (a, b) => Math.exp(-Math.abs(a.firstMs - b.firstMs) / (4 * DAY_MS)),
  size: (a, b) => Math.min(1, Math.log(Math.max(a.size, b.size)) / 4.6),
} satisfies Readonly<Record<string, Measure>>

/**
 * Signals of what a story cannot change: its main names and its figures. Low values speak against a join. Only measured
 * for pairs that would be joined, since they cost more than all others.
 */
export function anchorSignals(a: Cluster, b: Cluster): Signals {
  const fewest = Math.min(numberCount(a), numberCount(b))
  const shared = sharedKeys(a.profile, b.profile, 'numbers').length
  return {
    mainNames: Math.max(knownNames(a, b), knownNames(b, a)),
    subjects: Math.max(knownSubjects(a, b), knownSubjects(b, a)),
    figures: fewest > 0 ? shared / fewest : 1,
    figureCount: Math.min(fewest, ENOUGH_NUMBERS) / ENOUGH_NUMBERS,
    anyFigure: shared > 0 ? 1 : 0,
    tables: a.table && b.table ? 1 : 0,
  }
}

/** The heaviest names of one, as far as the other knows them; 1 where there are too few to tell. Without
 * capitals subjects stand for them. */
function knownNames(one: Cluster, other: Cluster): number {
  if (!one.cased) return knownSubjects(one, other)
  const main = keepHeaviest(sectionOf(one.profile, 'names'), MAIN_NAMES)
  const known = sectionOf(other.profile, 'names').keys
  const enough = main.keys.length >= FEWEST_NAMES && known.length >= FEWEST_NAMES
  return enough ? knownShare(main, new Set(known)) : 1
}

/** What one is about, as far as the other mentions it; subjects are names or terms. */
function knownSubjects(one: Cluster, other: Cluster): number {
  const section = one.cased ? 'names' : 'terms'
  const subjects = sectionOf(one.profile, 'subjects')
  return knownShare(subjects, new Set(sectionOf(other.profile, section).keys))
}

/** Share of the weight of a vector that lies on known keys; 1 for an empty one. */
function knownShare({ keys, weights }: SparseVector, known: ReadonlySet<number>): number {
  let all = 0
  let found = 0
  for (const [place, weight] of weights.entries()) {
    all += weight
    if (known.has(keys[place] ?? 0)) found += weight
  }
  return all > 0 ? found / all : 1
}

function numberCount(cluster: Cluster): number {
  return sectionOf(cluster.profile, 'numbers').keys.length
}

/** Signals for two clusters of one language group, by name; `near` and `origin` halve in 1.4 and 2.8 days. */
export function joinSignals(a: Cluster, b: Cluster): Signals {
  const signals: Record<string, number> = {}
  for (const [name, measure] of Object.entries(JOIN_SIGNALS)) signals[name] = measure(a, b)
  return signals
}
