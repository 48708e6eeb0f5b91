import { isNamedBy, type Origins, shareIn } from './lineageOrigins.ts'
import { chanceBefore, likelySpan, seenSpan, type TimeSpan } from './lineageTimes.ts'
import type { LineageArticle, LineageEvidence, LineageInput } from './lineageTypes.ts'
import { isCopy } from './overlap.ts'

/** One article copied from another. */
export interface LineageEdge {
  readonly parent: string
  readonly child: string
  /** Share of the child's text that stands in the parent. */
  readonly share: number
  readonly confidence: number
  readonly evidence: readonly LineageEvidence[]
}

interface Candidate {
  readonly parent: LineageArticle
  readonly child: LineageArticle
  readonly share: number
  readonly score: number
}

/** Weights in natural logarithms: a share of 0.9 against 1 is worth 2.6, a named source more than any order of texts. */
const weights = {
  share: 50,
  syndicated: 6,
  named: 0.5,
  root: 1.5,
  cut: -2,
  leastChance: 0.002,
} as const

/** What a child may lack beyond what it changed before it counts as cut: that it was cut where another one was is unlikely. */
const excessCut = 0.02

/** Confidence below which no parent is given. */
const leastConfidence = 0.65

/**
 * The likeliest parent of every article but the first of each origin: the one that holds most of its text, was
 * earlier, and is named by it; the best-supported edges are taken first, and none that would close a circle.
 */
export function findEdges(input: LineageInput, origins: Origins): readonly LineageEdge[] {
  const candidates = candidatesOf(input, origins)
  const byChild = Map.groupBy(candidates, ({ child }) => child.id)
  const parents = new Map<string, string>()
  const edges: LineageEdge[] = []
  for (const candidate of candidates.toSorted((one, other) => other.score - one.score)) {
    const { child, parent } = candidate
    if (parents.has(child.id) || descendsFrom(parent.id, child.id, parents)) continue
    parents.set(child.id, parent.id)
    const certainty = origins.roots.get(origins.rootOf.get(child.id) ?? '') ?? 1
    const confidence = certainty * confidenceOf(candidate, byChild.get(child.id) ?? [])
    if (confidence < leastConfidence) continue
    edges.push({
      parent: parent.id,
      child: child.id,
      share: candidate.share,
      confidence,
      evidence: evidenceOf(candidate, input),
    })
  }
  return edges
}

function descendsFrom(id: string, ancestor: string, parents: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
    if (at === ancestor) return true
  }
  return false
}

function candidatesOf(input: LineageInput, { roots }: Origins): readonly Candidate[] {
  const byId = new Map(input.articles.map((article) => [article.id, article]))
  const spans = new Map(input.articles.map((article) => [article.id, likelySpan(article, input)]))
  return input.overlaps.filter(isCopy).flatMap((overlap) => {
    const one = byId.get(overlap.a)
    const other = byId.get(overlap.b)
    if (one === undefined || other === undefined || one === other) return []
    return [
      { parent: one, child: other },
      { parent: other, child: one },
    ]
      .filter(({ child }) => !roots.has(child.id))
      .map((pair) => {
        const share = shareIn(pair.parent, pair.child, overlap)
        const reverse = shareIn(pair.child, pair.parent, overlap)
        return { ...pair, share, score: scoreOf({ ...pair, share, reverse, spans, roots, input }) }
      })
  })
}

interface Scoring extends Omit<Candidate, 'score'> {
  /** Share of the parent's text that stands in the child. */
  readonly reverse: number
  readonly spans: ReadonlyMap<string, TimeSpan>
  readonly roots: ReadonlyMap<string, number>
  readonly input: LineageInput
}

function scoreOf({ parent, child, share, reverse, spans, roots, input }: Scoring): number {
  const before = spans.get(parent.id)
  const after = spans.get(child.id)
  const isRoot = roots.has(parent.id)
  const chance = isRoot || !before || !after ? 1 : chanceBefore(before, after)
  const isSyndicated = child.syndicatedFrom === parent.source
  return (
    Math.log(Math.max(chance, weights.leastChance)) +
    weights.share * Math.log(Math.max(share, 0.05)) +
    (share - reverse > excessCut ? weights.cut : 0) +
    (isSyndicated ? weights.syndicated : 0) +
    (!isSyndicated && isNamedBy(parent, child, input) ? weights.named : 0) +
    (isRoot ? weights.root : 0)
  )
}

/** The weight of a candidate among all parents its child could have. */
function confidenceOf(candidate: Candidate, rivals: readonly Candidate[]): number {
  const sum = rivals.reduce((total, { score }) => total + Math.exp(score - candidate.score), 0)
  return 1 / Math.max(1, sum)
}

function evidenceOf({ parent, child }: Candidate, input: LineageInput): LineageEvidence[] {
  const before = likelySpan(parent, input)
  const after = likelySpan(child, input)
  const found: Readonly<Record<LineageEvidence, boolean>> = {
    syndicated: child.syndicatedFrom === parent.source,
    credited: child.syndicatedFrom !== parent.source && isNamedBy(parent, child, input),
    earlier: chanceBefore(before, after) === 1,
    seen_earlier: seenSpan(parent).toMs < seenSpan(child).fromMs,
    longest: parent.shingleCount > child.shingleCount,
  }
  return lineageEvidence.filter((name) => found[name])
}

const lineageEvidence = ['syndicated', 'credited', 'earlier', 'seen_earlier', 'longest'] as const
