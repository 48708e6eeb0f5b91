import { createRandom } from '../../demo/random.ts'
import { packMatrix } from '../../src/shared/core/text/languageMatrix.ts'
import { dotProduct, type PackedRanking } from '../../src/shared/core/text/languageModel.ts'
import { NGRAM_BUCKETS } from '../../src/shared/core/text/languageNgrams.ts'
import { scriptOf } from './sharedNames.ts'
import {
  type LabelledText,
  namesWithout,
  noNames,
  type ShelvedNames,
  type ShelvedText,
  shelveTexts,
  type TextLibrary,
} from './textLibrary.ts'

/** Sizes of the model and of its training; measured by cross-validation. */
const SIZE = 64
const STEPS = 1_200_000
const RATE = 0.15
/** Share of the examples from the first source, the others share the rest. */
const FIRST_SHARE = 0.5
const FEWEST_LETTERS = 15
const MOST_LETTERS = 300
/** How much more often short pieces are met: 1 = not at all. */
const SHORTNESS = 2.5

/** Texts of a label, by source, and the n-grams of the names that may stand in them. */
interface Shelf {
  readonly sources: readonly (readonly ShelvedText[])[]
  readonly names: ShelvedNames
}

/** Fits a model to the texts of all parts but one, null leaves out none, from a start of its own for each seed. */
export type LanguageTrainer = (without: number | null, seed: number) => PackedRanking

/**
 * Softmax regression over n-grams through a hidden layer, by stochastic gradient descent. Every step takes
 * a label, a source of it and a piece of one of its texts at random: so labels count alike, however much
 * text they have, and short pieces are met more often than long ones. Names of world news are swapped for others,
 * so that none speaks for a language.
 */
export function languageTrainer(texts: readonly LabelledText[], steps = STEPS): LanguageTrainer {
  const library = shelveTexts(texts)
  return (without, seed) => train(shelvesOf(library, without), steps, seed)
}

function train(shelves: ReadonlyMap<string, Shelf>, steps: number, seed: number): PackedRanking {
  const random = createRandom(seed).next
  const labels = [...shelves.keys()].sort()
  const ngrams = new Float32Array(NGRAM_BUCKETS * SIZE)
  const weights = Float32Array.from({ length: labels.length * SIZE }, () => random() - 0.5)
  const rows = labels.map((_, row) => weights.subarray(row * SIZE, (row + 1) * SIZE))
  const rivals = labels.map((label) => rows.filter((_, row) => sameScript(labels[row], label)))
  for (let step = 0; step < steps; step++) {
    const right = Math.floor(random() * labels.length)
    const shelf = shelves.get(labels[right] ?? '')
    const buckets = shelf === undefined ? [] : pickPiece(shelf, random)
    if (buckets.length === 0) continue
    const rate = RATE * (1 - step / steps)
    learn(ngrams, { buckets, right: rows[right], rivals: rivals[right] ?? [], rate })
  }
  return {
    labels,
    unproven: labels.filter((label) => shelves.get(label)?.sources[0]?.length === 0),
    ngrams: packMatrix(ngrams, SIZE),
    weights: packMatrix(weights, SIZE),
  }
}

function sameScript(label: string | undefined, other: string): boolean {
  return scriptOf(label ?? '') === scriptOf(other)
}

function shelvesOf(library: TextLibrary, without: number | null): ReadonlyMap<string, Shelf> {
  const names = namesWithout(library, without)
  return new Map(
    [...library.sources].map(([label, sources]) => [
      label,
      {
        sources: sources.map((texts) =>
          texts.filter(({ part }) => part === null || part !== without),
        ),
        names: names.get(scriptOf(label)) ?? noNames,
      },
    ]),
  )
}

/** The n-grams of some words of a text. */
function pickPiece(shelf: Shelf, random: () => number): readonly number[] {
  const source = pickSource(shelf, random)
  const text = source[Math.floor(random() * source.length)]
  if (text === undefined) return []
  const words = text.starts.length - 1
  // of a word of n letters there are about 5 n n-grams
  const wanted = 5 * (FEWEST_LETTERS + random() ** SHORTNESS * (MOST_LETTERS - FEWEST_LETTERS))
  const piece: number[] = []
  const first = text.buckets.length > wanted ? Math.floor(random() * words) : 0
  for (let word = first; word < words && piece.length < wanted; word++) {
    const name = nameFor(shelf.names, text.names[word] ?? 0, random)
    piece.push(...(name ?? text.buckets.subarray(text.starts[word], text.starts[word + 1])))
  }
  return piece
}

/** Any name in the place of a name. */
function nameFor(
  { isKnown, ngrams }: ShelvedNames,
  number: number,
  random: () => number,
): readonly number[] | undefined {
  return isKnown[number] === 1 ? ngrams[Math.floor(random() * ngrams.length)] : undefined
}

function pickSource({ sources }: Shelf, random: () => number): readonly ShelvedText[] {
  const [first = [], ...others] = sources
  const rest = others.filter((texts) => texts.length > 0)
  const isFirst = first.length > 0 && (rest.length === 0 || random() < FIRST_SHARE)
  return isFirst ? first : (rest[Math.floor(random() * rest.length)] ?? [])
}

/** Share of a label that is as good as none: most labels of a script are out of the question. */
const LEAST_MISS = 1e-4

interface Lesson {
  readonly buckets: readonly number[]
  /** Weights of the right label, and of all labels of its script. */
  readonly right: Float32Array | undefined
  readonly rivals: readonly Float32Array[]
  readonly rate: number
}

function learn(ngrams: Float32Array, { buckets, right, rivals, rate }: Lesson): void {
  const hidden = sumRows(ngrams, buckets, SIZE)
  const back = new Float32Array(SIZE)
  for (const [index, share] of softmax(hidden, rivals).entries()) {
    const weights = rivals[index] ?? hidden
    const miss = share - Number(weights === right)
    if (Math.abs(miss) < LEAST_MISS) continue
    for (let at = 0; at < SIZE; at++) {
      back[at] = (back[at] ?? 0) + miss * (weights[at] ?? 0)
      weights[at] = (weights[at] ?? 0) - rate * miss * (hidden[at] ?? 0)
    }
  }
  const step = rate / Math.sqrt(buckets.length)
  for (const bucket of buckets) {
    for (let at = 0; at < SIZE; at++) {
      const place = bucket * SIZE + at
      ngrams[place] = (ngrams[place] ?? 0) - step * (back[at] ?? 0)
    }
  }
}

/** The sum of rows of a matrix, divided by the square root of their number. */
function sumRows(matrix: Float32Array, rows: readonly number[], size: number): Float32Array {
  const sum = new Float32Array(size)
  for (const row of rows) {
    const from = row * size
    for (let at = 0; at < size; at++) sum[at] = (sum[at] ?? 0) + (matrix[from + at] ?? 0)
  }
  const scale = 1 / Math.sqrt(rows.length)
  return sum.map((value) => value * scale)
}

function softmax(hidden: Float32Array, rivals: readonly Float32Array[]): readonly number[] {
  const scores = rivals.map((weights) => dotProduct(hidden, weights))
  const top = Math.max(...scores)
  const exps = scores.map((score) => Math.exp(score - top))
  const total = exps.reduce((sum, value) => sum + value, 0)
  return exps.map((value) => value / total)
}
