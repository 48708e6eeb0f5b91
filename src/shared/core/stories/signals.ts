import { type Cluster, gapMs } from './cluster.ts'
import { cosine, sectionOf, sectionSize, sharedKeys } from './profile.ts'
import { keepHeaviest, knownIn, type SparseVector } from './sparse.ts'

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

/** Signals for two clusters of one language group, by name; `near` and `origin` halve in 1.4 and 2.8 days. */
export function joinSignals(a: Cluster, b: Cluster): Signals {
  return {
    terms: cosine(a.profile, b.profile, 'terms'),
    title: cosine(a.profile, b.profile, 'title'),
    names: cosine(a.profile, b.profile, 'names'),
    titleInTerms: Math.max(
      cosine(a.profile, b.profile, 'title', 'terms'),
      cosine(a.profile, b.profile, 'terms', 'title'),
    ),
    near: Math.exp(-gapMs(a, b) / (2 * DAY_MS)),
    origin: Math.exp(-Math.abs(a.firstMs - b.firstMs) / (4 * DAY_MS)),
    size: Math.min(1, Math.log(Math.max(a.size, b.size)) / 4.6),
  }
}

/** The value of a signal, 0 when it was not measured. */
export function at(signals: Signals, name: string): number {
  return signals[name] ?? 0
}

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
  const known = sectionOf(other.profile, 'names')
  const enough = main.keys.length >= FEWEST_NAMES && known.keys.length >= FEWEST_NAMES
  return enough ? knownShare(main, known) : 1
}

/** What one is about, as far as the other mentions it; subjects are names or terms. */
function knownSubjects(one: Cluster, other: Cluster): number {
  const section = one.cased ? 'names' : 'terms'
  return knownShare(sectionOf(one.profile, 'subjects'), sectionOf(other.profile, section))
}

/** Share of the weight of a vector that lies on keys of another; 1 for an empty one. */
function knownShare(vector: SparseVector, other: SparseVector): number {
  const known = knownIn(vector, other)
  let all = 0
  let found = 0
  for (let place = 0; place < known.length; place += 1) {
    const weight = vector.weights[place] ?? 0
    all += weight
    if (known[place] === 1) found += weight
  }
  return all > 0 ? found / all : 1
}

function numberCount(cluster: Cluster): number {
  return sectionSize(cluster.profile, 'numbers')
}
