import { createRandom } from '../../demo/random.ts'
import { packMatrix } from '../../src/shared/core/text/languageMatrix.ts'
import {
  families,
  familyRunsOf,
  type PackedFamily,
  RUN_BUCKETS,
} from '../../src/shared/core/text/languageRelatives.ts'
import { joined, type Lessons, lessonsOf, pickPiece } from './languageLessons.ts'
import { sharedNames } from './sharedNames.ts'
import type { LabelledText } from './textLibrary.ts'

/**
 * Fits the tables of all families to the texts of all parts but one; null leaves out none. The first source is news.
 * Softmax regression by AdaGrad (Duchi et al., 2011), the mean of its second half kept. Runs are weighed by the square of
 * their rarity: without it subjects, which the few texts have by chance, speak louder than grammar.
 */
export function fitRelatives(
  texts: readonly LabelledText[],
  without: number | null,
  steps = STEPS,
): readonly PackedFamily[] {
  const own = texts.filter(({ part }) => part === null || part !== without)
  const news = texts[0]?.source ?? ''
  const names = sharedNames(own.filter(({ source }) => source === news))
  const byLabel = Map.groupBy(own, ({ label }) => label)
  return families.map((family) => {
    const known = names.get(family.script) ?? new Set<string>()
    const lessons = lessonsOf(family, byLabel, { names: known, news })
    const odds = learn(lessons, raritiesOf(lessons), steps)
    return { ...family, odds: packMatrix(odds, family.langs.length) }
  })
}

/** Pieces of a source that rarities are counted in. */
const COUNTED = 4_000

/** The square of each run's rarity (tf-idf), about 1. */
function raritiesOf({ family: { script }, sources }: Lessons): Float32Array {
  const pieces = sources.flat().flatMap(({ pieces }) => pieces.slice(0, COUNTED))
  const counts = new Float64Array(RUN_BUCKETS)
  const places = new Float64Array(RUN_BUCKETS)
  for (const piece of pieces) {
    const runs = familyRunsOf(joined(piece, script), script)
    for (const run of runs) counts[run] = (counts[run] ?? 0) + 1
    for (const run of new Set(runs)) places[run] = (places[run] ?? 0) + 1
  }
  const rarities = places.map((count) => Math.log((1 + pieces.length) / (1 + count)) + 1)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const mean = rarities.reduce((sum, rarity, run) => sum + rarity * (counts[run] ?? 0), 0) / total
  return Float32Array.from(rarities, (rarity) => (rarity / mean) ** 2)
}

const STEPS = 80_000
const RATE = 0.3
/** Added to the squares of AdaGrad. */
const LEAST_SQUARE = 0.01
/** Steps from one look at the weights to the next, over which the mean is taken. */
const LOOK = 500

function learn(lessons: Lessons, rarities: Float32Array, steps: number): Float32Array {
  const { script, langs } = lessons.family
  const random = createRandom(42).next
  const weights = new Float32Array(RUN_BUCKETS * langs.length)
  const squares = new Float32Array(weights.length)
  const sums = new Float64Array(weights.length)
  for (let step = 0; step < steps; step++) {
    const right = Math.floor(random() * langs.length)
    const piece = pickPiece(lessons, right, random)
    const runs = familyRunsOf(joined(piece, script), script)
    const scale = 1 / Math.sqrt(Math.max(1, runs.length))
    const misses = missesOf(weights, { runs, rarities, scale, right, size: langs.length })
    for (const run of runs) {
      for (const [at, miss] of misses.entries()) {
        const place = run * langs.length + at
        const slope = miss * (rarities[run] ?? 0) * scale
        const square = (squares[place] ?? 0) + slope * slope
        squares[place] = square
        weights[place] = (weights[place] ?? 0) - (RATE * slope) / Math.sqrt(square + LEAST_SQUARE)
      }
    }
    if (step * 2 >= steps && step % LOOK === 0) {
      for (let place = 0; place < sums.length; place++) {
        sums[place] = (sums[place] ?? 0) + (weights[place] ?? 0)
      }
    }
  }
  const looks = Math.max(1, steps / 2 / LOOK)
  return Float32Array.from(sums, (sum, place) => {
    return (sum / looks) * (rarities[Math.floor(place / langs.length)] ?? 0)
  })
}

interface Guess {
  readonly runs: readonly number[]
  readonly rarities: Float32Array
  readonly scale: number
  readonly right: number
  readonly size: number
}

/** How much likelier each language is taken to be than it is. */
function missesOf(
  weights: Float32Array,
  { runs, rarities, scale, right, size }: Guess,
): readonly number[] {
  const scores = new Array<number>(size).fill(0)
  for (const run of runs) {
    const value = (rarities[run] ?? 0) * scale
    for (let at = 0; at < size; at++) {
      scores[at] = (scores[at] ?? 0) + (weights[run * size + at] ?? 0) * value
    }
  }
  const top = Math.max(...scores)
  const exps = scores.map((score) => Math.exp(score - top))
  const total = exps.reduce((sum, value) => sum + value, 0)
  return exps.map((value, at) => value / total - Number(at === right))
}
