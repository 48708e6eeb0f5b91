import { createRandom } from '../../demo/random.ts'
import { packMatrix } from '../../src/shared/core/text/languageMatrix.ts'
import {
  dotProduct,
  type PackedLanguageModel,
  sumRows,
} from '../../src/shared/core/text/languageModel.ts'
import { NGRAM_BUCKETS, ngramsOf } from '../../src/shared/core/text/languageNgrams.ts'

/** A text to learn from. */
export interface LabelledText {
  readonly text: string
  /** Language and script, as in `sr Cyrl`. */
  readonly label: string
  /** Texts of one kind, from one place. */
  readonly source: string
}

/** Sizes of the model and of its training; measured by cross-validation. */
const SIZE = 32
const STEPS = 600_000
const RATE = 0.15
/** Share of the examples from the first source, the others share the rest. */
const FIRST_SHARE = 0.5
const FEWEST_LETTERS = 15
const MOST_LETTERS = 300

/** The n-grams of a text in a quarter of the memory. */
interface Shelved {
  readonly buckets: Uint16Array
  readonly starts: Uint32Array
}

/** Texts of a label, by source. */
type Shelf = readonly (readonly Shelved[])[]

/**
 * Softmax regression over n-grams through a hidden layer, by stochastic gradient descent. Every step takes
 * a label, a source of it and a piece of one of its texts at random: so labels count alike, however much
 * text they have, and short pieces are met more often than long ones.
 */
export function trainLanguageModel(
  texts: readonly LabelledText[],
  steps = STEPS,
): PackedLanguageModel {
  const random = createRandom(42).next
  const shelves = shelve(texts)
  const labels = [...shelves.keys()].sort()
  const ngrams = new Float32Array(NGRAM_BUCKETS * SIZE)
  const weights = Float32Array.from({ length: labels.length * SIZE }, () => random() - 0.5)
  const rows = labels.map((_, row) => weights.subarray(row * SIZE, (row + 1) * SIZE))
  const rivals = labels.map((label) => rows.filter((_, row) => sameScript(labels[row], label)))
  for (let step = 0; step < steps; step++) {
    const right = Math.floor(random() * labels.length)
    const buckets = pickPiece(shelves.get(labels[right] ?? '') ?? [], random)
    if (buckets.length === 0) continue
    const rate = RATE * (1 - step / steps)
    learn(ngrams, { buckets, right: rows[right], rivals: rivals[right] ?? [], rate })
  }
  return {
    labels,
    unproven: labels.filter((label) => shelves.get(label)?.[0]?.length === 0),
    ngrams: packMatrix(ngrams, SIZE),
    weights: packMatrix(weights, SIZE),
  }
}

function sameScript(label: string | undefined, other: string): boolean {
  return label?.split(' ')[1] === other.split(' ')[1]
}

function shelve(texts: readonly LabelledText[]): ReadonlyMap<string, Shelf> {
  const sources = [...new Set(texts.map(({ source }) => source))]
  const shelves = new Map<string, Shelf>()
  for (const [label, own] of Map.groupBy(texts, (text) => text.label)) {
    const shelf = sources.map((source) =>
      own.filter((text) => text.source === source).map(shelveText),
    )
    shelves.set(label, shelf)
  }
  return shelves
}

function shelveText({ text }: LabelledText): Shelved {
  const { buckets, starts } = ngramsOf(text)
  return { buckets: Uint16Array.from(buckets), starts: Uint32Array.from(starts) }
}

/** The n-grams of some words of a text. */
function pickPiece(shelf: Shelf, random: () => number): readonly number[] {
  const [first = [], ...others] = shelf
  const rest = others.filter((texts) => texts.length > 0)
  const isFirst = first.length > 0 && (rest.length === 0 || random() < FIRST_SHARE)
  const source = isFirst ? first : (rest[Math.floor(random() * rest.length)] ?? [])
  const text = source[Math.floor(random() * source.length)]
  if (text === undefined) return []
  const { buckets, starts } = text
  const words = starts.length - 1
  // of a word of n letters there are about 4 n + 4 n-grams
  const wanted = 5 * (FEWEST_LETTERS + random() ** 2 * (MOST_LETTERS - FEWEST_LETTERS))
  const isLong = buckets.length > wanted
  const from = isLong ? (starts[Math.floor(random() * words)] ?? 0) : 0
  const end = starts.find((start) => start >= from + wanted) ?? buckets.length
  return [...buckets.subarray(from, end)]
}

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

function softmax(hidden: Float32Array, rivals: readonly Float32Array[]): readonly number[] {
  const scores = rivals.map((weights) => dotProduct(hidden, weights))
  const top = Math.max(...scores)
  const exps = scores.map((score) => Math.exp(score - top))
  const total = exps.reduce((sum, value) => sum + value, 0)
  return exps.map((value) => value / total)
}
