import anyAscii from 'any-ascii'
import { wordsOf } from '../../src/shared/core/text/languageNgrams.ts'

/** Parts the labelled texts are cut into: each is judged by a model fitted to the other four. */
export const PARTS = 5

interface Row {
  readonly text: string
  readonly lang: string
}

/** What one text is about: all rows of its language that begin with the same line, its headline. */
interface Topic {
  readonly lang: string
  readonly rows: readonly number[]
  readonly grams: ReadonlyMap<string, number>
}

/**
 * The rows with the part each is in. Translations of one document are in one part, as far as their likeness shows it:
 * else a model would have met a headline in the nearest relative of its language, and take it for that.
 */
export function withParts<Labelled extends Row>(
  rows: readonly Labelled[],
): readonly (Labelled & { readonly part: number })[] {
  const topics = topicsOf(rows)
  const parts = new Map<number, number>()
  const sizes = new Array<number>(PARTS).fill(0)
  for (const group of groupsOf(topics).toSorted((a, b) => b.length - a.length)) {
    const lightest = sizes.indexOf(Math.min(...sizes))
    sizes[lightest] = (sizes[lightest] ?? 0) + group.length
    for (const topic of group) for (const row of topics[topic]?.rows ?? []) parts.set(row, lightest)
  }
  return rows.map((row, at) => ({ ...row, part: parts.get(at) ?? 0 }))
}

const HEADLINE_LENGTH = 60

function topicsOf(rows: readonly Row[]): readonly Topic[] {
  const byHeadline = Map.groupBy(rows.entries(), ([, { text, lang }]) => {
    const [headline = ''] = text.split('\n')
    return `${lang} ${headline.trim().slice(0, HEADLINE_LENGTH)}`
  })
  return [...byHeadline.values()].map((own) => ({
    lang: own[0]?.[1].lang ?? '',
    rows: own.map(([at]) => at),
    grams: gramsOf(
      own.map(([, { text }]) => text).toSorted((a, b) => b.length - a.length)[0] ?? '',
    ),
  }))
}

const GRAM_LENGTH = 4

/** The runs of four letters of a text in plain Latin letters, its headline counted twice more. */
function gramsOf(text: string): ReadonlyMap<string, number> {
  const [headline = ''] = text.split('\n')
  const counts = new Map<string, number>()
  for (const word of wordsOf(anyAscii(`${headline} ${headline} ${text}`).toLowerCase())) {
    const edged = ` ${word} `
    for (let at = 0; at + GRAM_LENGTH <= edged.length; at++) {
      const gram = edged.slice(at, at + GRAM_LENGTH)
      counts.set(gram, (counts.get(gram) ?? 0) + 1)
    }
  }
  return counts
}

/** Cosine from which two texts of different languages are taken for one document; a wrong guess only costs balance. */
const ALIKE = 0.12

/** Groups of topics, the most alike joined first, no two of one language in a group. */
function groupsOf(topics: readonly Topic[]): readonly (readonly number[])[] {
  const groups = topics.map((_, at) => [at])
  for (const [one, other] of pairsOf(topics)) {
    const [into = [], from = []] = [groups[one], groups[other]]
    if (into === from || sharesLanguage(topics, into, from)) continue
    into.push(...from)
    for (const topic of from) groups[topic] = into
  }
  return [...new Set(groups)]
}

function sharesLanguage(
  topics: readonly Topic[],
  one: readonly number[],
  other: readonly number[],
): boolean {
  const langs = new Set(one.map((at) => topics[at]?.lang))
  return other.some((at) => langs.has(topics[at]?.lang))
}

/** Pairs of topics that are alike, the most alike first. */
function pairsOf(topics: readonly Topic[]): readonly (readonly [number, number])[] {
  const pairs: [one: number, other: number, cosine: number][] = []
  for (const [one, cosines] of cosinesOf(topics).entries()) {
    for (const [other, cosine] of cosines.entries()) {
      if (other < one && cosine >= ALIKE) pairs.push([one, other, cosine])
    }
  }
  return pairs.toSorted(([, , a], [, , b]) => b - a).map(([one, other]) => [one, other])
}

/** Topics, and the share of all, in which a run is met from which it tells nothing, and is left out to save time. */
const COMMON_TOPICS = 10
const COMMON_SHARE = 0.05

/** The cosine of each topic to each, of counts weighed by rarity (tf-idf). */
function cosinesOf(topics: readonly Topic[]): readonly Float32Array[] {
  const cosines = topics.map(() => new Float32Array(topics.length))
  for (const places of weighGrams(topics).values()) {
    for (const { topic, weight } of places) {
      const row = cosines[topic] ?? new Float32Array()
      for (const other of places) row[other.topic] = (row[other.topic] ?? 0) + weight * other.weight
    }
  }
  return cosines
}

interface Place {
  readonly topic: number
  readonly weight: number
}

/** Where each run that tells something is met, and its share of the length of that topic's vector. */
function weighGrams(topics: readonly Topic[]): ReadonlyMap<string, readonly Place[]> {
  const most = Math.max(COMMON_TOPICS, topics.length * COMMON_SHARE)
  const telling = [...placesOf(topics)].filter(([, own]) => own.length <= most)
  const weighed = telling.map(([gram, own]) => {
    const rarity = Math.log(topics.length / own.length)
    return [gram, own.map(({ topic, weight }) => ({ topic, weight: weight * rarity }))] as const
  })
  const squares = new Float64Array(topics.length)
  for (const [, own] of weighed) {
    for (const { topic, weight } of own) squares[topic] = (squares[topic] ?? 0) + weight ** 2
  }
  const scaled = ({ topic, weight }: Place): Place => ({
    topic,
    weight: weight / Math.sqrt(squares[topic] || 1),
  })
  return new Map(weighed.map(([gram, own]) => [gram, own.map(scaled)]))
}

function placesOf(topics: readonly Topic[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  for (const [topic, { grams }] of topics.entries()) {
    for (const [gram, count] of grams) {
      const own = places.get(gram) ?? []
      places.set(gram, own)
      own.push({ topic, weight: 1 + Math.log(count) })
    }
  }
  return places
}
