import { createRandom } from '../../demo/random.ts'
import { packMatrix } from '../../src/shared/core/text/languageMatrix.ts'
import {
  dotProduct,
  type PackedLanguageModel,
  sumRows,
} from '../../src/shared/core/text/languageModel.ts'
import { NGRAM_BUCKETS, ngramsOf, wordsOf } from '../../src/shared/core/text/languageNgrams.ts'
import { isCapitalized, scriptOf, sharedNames } from './sharedNames.ts'

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
  readonly buckets: Uint32Array
  readonly starts: Uint32Array
  /** By word, 1 where it is a name of world news. */
  readonly names: Uint8Array
}

/** Texts of a label, by source, and the n-grams of each name that may stand in them. */
interface Shelf {
  readonly sources: readonly (readonly Shelved[])[]
  readonly names: readonly (readonly number[])[]
}

/**
 * Softmax regression over n-grams through a hidden layer, by stochastic gradient descent. Every step takes
 * a label, a source of it and a piece of one of its texts at random: so labels count alike, however much
 * text they have, and short pieces are met more often than long ones. Names of world news are swapped for others,
 * so that none speaks for a language.
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

function shelve(texts: readonly LabelledText[]): ReadonlyMap<string, Shelf> {
  const sources = [...new Set(texts.map(({ source }) => source))]
  const names = sharedNames(texts.filter(({ source }) => source === sources[0]))
  const ngramsOfNames = new Map(
    [...names].map(([script, words]) => [script, [...words].map((word) => ngramsOf(word).buckets)]),
  )
  const shelves = new Map<string, Shelf>()
  for (const [label, own] of Map.groupBy(texts, (text) => text.label)) {
    const script = scriptOf(label)
    const ownNames = names.get(script) ?? new Set()
    const bySource = Map.groupBy(own, ({ source }) => source)
    shelves.set(label, {
      sources: sources.map((source) =>
        (bySource.get(source) ?? []).map((text) => shelveText(text, ownNames)),
      ),
      names: ngramsOfNames.get(script) ?? [],
    })
  }
  return shelves
}

function shelveText({ text }: LabelledText, names: ReadonlySet<string>): Shelved {
  const { buckets, starts } = ngramsOf(text)
  const isName = wordsOf(text).map((word) => isCapitalized(word) && names.has(word.toLowerCase()))
  return {
    buckets: Uint32Array.from(buckets),
    starts: Uint32Array.from(starts),
    names: Uint8Array.from(isName, Number),
  }
}

/** The n-grams of some words of a text. */
function pickPiece(shelf: Shelf, random: () => number): readonly number[] {
  const source = pickSource(shelf, random)
  const text = source[Math.floor(random() * source.length)]
  if (text === undefined) return []
  const words = text.starts.length - 1
  // of a word of n letters there are about 4 n + 4 n-grams
  const wanted = 5 * (FEWEST_LETTERS + random() ** 2 * (MOST_LETTERS - FEWEST_LETTERS))
  const piece: number[] = []
  const first = text.buckets.length > wanted ? Math.floor(random() * words) : 0
  for (let word = first; word < words && piece.length < wanted; word++) {
    const isName = text.names[word] === 1
    const name = isName ? shelf.names[Math.floor(random() * shelf.names.length)] : undefined
    piece.push(...(name ?? text.buckets.subarray(text.starts[word], text.starts[word + 1])))
  }
  return piece
}

function pickSource({ sources }: Shelf, random: () => number): readonly Shelved[] {
  const [first = [], ...others] = sources
  const rest = others.filter((texts) => texts.length > 0)
  const isFirst = first.length > 0 && (rest.length === 0 || random() < FIRST_SHARE)
  return isFirst ? first : (rest[Math.floor(random() * rest.length)] ?? [])
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
