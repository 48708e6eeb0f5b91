import { extractFeatures } from '../src/shared/core/stories/features.ts'
import { findWords } from '../src/shared/core/text/tokens.ts'
import type { LabelledArticle } from './storyData.ts'

const COPY_JACCARD = 0.5
const SAME_STORY_COSINE = 0.25
const WINDOW_MS = 7 * 86_400_000
/** Shingles and terms in more articles than this are skipped: pairs grow with the square. */
const MOST_ARTICLES = 300

type WeightedSet = ReadonlyMap<string, number>

/** Groups of articles that share half of their runs of three words: what fingerprints alone can do. */
export function groupCopies(articles: readonly LabelledArticle[]): string[] {
  const sets = articles.map(wordTriples)
  const groups = new Groups(articles.length)
  for (const [[a, b], shared] of sharedWeights(sets)) {
    const union = (sets[a]?.size ?? 0) + (sets[b]?.size ?? 0) - shared
    if (shared / union >= COPY_JACCARD) groups.join(a, b)
  }
  return groups.names()
}

/** Groups of articles of one language linked by a cosine of rare terms of 0.25 or more within seven days. */
export function groupByCosine(articles: readonly LabelledArticle[]): string[] {
  const vectors = termVectors(articles)
  const groups = new Groups(articles.length)
  for (const [[a, b], cosine] of sharedWeights(vectors)) {
    const apart = Math.abs(timeOf(articles[a]) - timeOf(articles[b]))
    if (cosine >= SAME_STORY_COSINE && apart <= WINDOW_MS) groups.join(a, b)
  }
  return groups.names()
}

function wordTriples({ title, text }: LabelledArticle): WeightedSet {
  const words = findWords(`${title} ${text}`).folded
  return new Map(words.slice(2).map((word, at) => [`${words[at]} ${words[at + 1]} ${word}`, 1]))
}

function termVectors(articles: readonly LabelledArticle[]): WeightedSet[] {
  const bags = articles.map(({ title, text, lang }) => {
    const { terms } = extractFeatures({ title, paragraphs: text.split('\n'), lang })
    return terms.keys.map((key, at) => [`${lang} ${key}`, terms.counts[at] ?? 0] as const)
  })
  const documents = new Map<string, number>()
  for (const bag of bags) for (const [key] of bag) documents.set(key, (documents.get(key) ?? 0) + 1)
  return bags.map((bag) => {
    const weights = bag.map(([key, count]): [string, number] => [
      key,
      (1 + Math.log(count)) * Math.log(articles.length / (documents.get(key) ?? 1)),
    ])
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
    return new Map(weights.map(([key, weight]) => [key, weight / length]))
  })
}

/** Every pair of sets that share keys, with the sum of the products of their weights. */
function* sharedWeights(
  sets: readonly WeightedSet[],
): Generator<[readonly [number, number], number]> {
  const holders = new Map<string, [number, number][]>()
  for (const [index, set] of sets.entries()) {
    const sums = new Map<number, number>()
    for (const [key, weight] of set) {
      const earlier = holders.get(key) ?? []
      holders.set(key, earlier)
      if (earlier.length > MOST_ARTICLES) continue
      for (const [other, own] of earlier) sums.set(other, (sums.get(other) ?? 0) + own * weight)
      earlier.push([index, weight])
    }
    for (const [other, sum] of sums) yield [[other, index], sum]
  }
}

function timeOf(article: LabelledArticle | undefined): number {
  return Date.parse(article?.time ?? '')
}

/** Disjoint sets of numbers. */
class Groups {
  readonly #parents: number[]

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index)
  }

  join(a: number, b: number): void {
    this.#parents[this.#root(b)] = this.#root(a)
  }

  names(): string[] {
    return this.#parents.map((_, index) => String(this.#root(index)))
  }

  #root(index: number): number {
    let root = index
    for (
      let next = this.#parents[root];
      next !== undefined && next !== root;
      next = this.#parents[root]
    ) {
      root = next
    }
    this.#parents[index] = root
    return root
  }
}
