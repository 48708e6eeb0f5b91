import { chanceBefore, likelySpan } from './lineageTimes.ts'
import type { LineageArticle, LineageInput, PairOverlap } from './lineageTypes.ts'
import { isCopy } from './overlap.ts'

/** Which articles are of one origin. */
export interface Origins {
  readonly count: number
  /** Number of the origin by article id, in the order of the articles. */
  readonly numberOf: ReadonlyMap<string, number>
  /** The first article of each origin, and how sure that is, 0..1. */
  readonly roots: ReadonlyMap<string, number>
  /** The root of an article's origin. */
  readonly rootOf: ReadonlyMap<string, string>
}

/** Whether an article is published by the agency or host another one names. */
export function isNamedBy(
  article: LineageArticle,
  naming: LineageArticle,
  { agencyHosts }: LineageInput,
): boolean {
  if (naming.source === article.source) return false
  if (naming.syndicatedFrom === article.source) return true
  const hosts = naming.credit === null ? [] : (agencyHosts.get(naming.credit) ?? [])
  return hosts.includes(article.source)
}

/** Groups articles that are copies of each other, name one another, or credit the same agency. */
export function findOrigins(input: LineageInput): Origins {
  const { articles, overlaps } = input
  const groups = new Map(articles.map(({ id }) => [id, id]))
  const leader = (id: string): string => {
    let current = id
    for (let next = groups.get(current); next !== undefined && next !== current; ) {
      current = next
      next = groups.get(current)
    }
    return current
  }
  const join = (one: string, other: string) => {
    if (groups.has(one) && groups.has(other)) groups.set(leader(other), leader(one))
  }
  for (const overlap of overlaps) if (isCopy(overlap)) join(overlap.a, overlap.b)
  for (const [one, other] of namedPairs(input)) join(one.id, other.id)
  const members = Map.groupBy(articles, ({ id }) => leader(id))
  const trees = [...members.values()].map((group) => ({ group, root: rootOf(group, input) }))
  return {
    count: members.size,
    numberOf: new Map(
      [...members.values()].flatMap((group, number) => group.map(({ id }) => [id, number])),
    ),
    roots: new Map(trees.map(({ root }) => root)),
    rootOf: new Map(trees.flatMap(({ group, root }) => group.map(({ id }) => [id, root[0]]))),
  }
}

function namedPairs(input: LineageInput): readonly (readonly [LineageArticle, LineageArticle])[] {
  const { articles } = input
  const credited = [...Map.groupBy(articles, ({ credit }) => credit ?? '')]
    .filter(([credit]) => credit !== '')
    .flatMap(([, group]) => group.slice(1).map((other) => [group[0] ?? other, other] as const))
  const named = articles.flatMap((naming) =>
    articles
      .filter((article) => isNamedBy(article, naming, input))
      .map((article) => [article, naming] as const),
  )
  return [...credited, ...named]
}

/** Weights of what makes an article the first of its group, each 0..1 before it is weighed. */
const weights = { named: 2, naming: -1, earlier: 2.5, central: 8, longest: 0.3 } as const

/**
 * Copies are edited each in its own way, so the original is more like them than they are like one another; it is
 * earlier than they are, and named by them.
 */
function rootOf(
  group: readonly LineageArticle[],
  input: LineageInput,
): readonly [id: string, confidence: number] {
  const spans = group.map((article) => likelySpan(article, input))
  const longest = Math.max(1, ...group.map(({ shingleCount }) => shingleCount))
  const alike = similarities(group, input)
  const others = Math.max(1, group.length - 1)
  const scoreOf = (article: LineageArticle, index: number) => {
    const own = spans[index]
    const earlier = spans
      .filter((_, at) => at !== index)
      .map((span) => (own ? chanceBefore(own, span) : 0))
    const isNamed = group.some((other) => isNamedBy(article, other, input))
    const isNaming = article.syndicatedFrom !== null || isCrediting(article, input)
    return (
      (isNamed ? weights.named : 0) +
      (isNaming ? weights.naming : 0) +
      (weights.earlier * sum(earlier)) / others +
      (weights.central * (alike.get(article.id) ?? 0)) / others +
      (weights.longest * article.shingleCount) / longest
    )
  }
  const scored = group.map((article, index) => ({ article, score: scoreOf(article, index) }))
  const best = scored.reduce((one, next) => (next.score > one.score ? next : one))
  const total = sum(scored.map(({ score }) => Math.exp(sharpness * (score - best.score))))
  return [best.article.id, 1 / total]
}

/** With it, 2 in 100 roots of a confidence of 0.9 or more were wrong, and 4 in 10 of those around 0.5 (600 generated trees). */
const sharpness = 2

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** For each article, its similarities to the others, summed up. */
function similarities(group: readonly LineageArticle[], { overlaps }: LineageInput) {
  const sums = new Map(group.map(({ id }) => [id, 0]))
  for (const { a, b, jaccard } of overlaps) {
    const one = sums.get(a)
    const other = sums.get(b)
    if (one === undefined || other === undefined) continue
    sums.set(a, one + jaccard)
    sums.set(b, other + jaccard)
  }
  return sums
}

/** |parent ∩ child| / |child|, from the overlap and both sizes. */
export function shareIn(
  parent: LineageArticle,
  child: LineageArticle,
  overlap: PairOverlap,
): number {
  if (child.shingleCount <= parent.shingleCount) return overlap.containment
  return (overlap.containment * parent.shingleCount) / Math.max(1, child.shingleCount)
}

/** An agency's own page names the agency too. */
function isCrediting({ credit, source }: LineageArticle, { agencyHosts }: LineageInput): boolean {
  return credit !== null && !(agencyHosts.get(credit) ?? []).includes(source)
}
