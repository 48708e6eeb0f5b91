import { findEdges, type LineageEdge } from './lineageEdges.ts'
import { findOrigins } from './lineageOrigins.ts'
import { findFirst } from './lineageTimes.ts'
import type { Lineage, LineageArticle, LineageInput, LineageNode } from './lineageTypes.ts'

/** Articles of a story that are traced; later ones are left out. */
export const maximumLineageArticles = 200

/**
 * Traces who copied from whom. Each article has at most one parent; all articles of one origin descend from, or
 * credit, the same text. Order of the input does not matter but between articles that nothing tells apart.
 */
export function traceLineage(input: LineageInput): Lineage {
  const bounded = { ...input, articles: input.articles.slice(0, maximumLineageArticles) }
  const origins = findOrigins(bounded)
  const edges = new Map(findEdges(bounded, origins).map((edge) => [edge.child, edge]))
  const nodes = bounded.articles.map((article) =>
    nodeOf(article, {
      origin: origins.numberOf.get(article.id) ?? 0,
      isOrigin: origins.roots.has(article.id),
      edge: edges.get(article.id) ?? null,
    }),
  )
  return {
    nodes,
    first: findFirst(bounded, (one, other) => saysItComesFrom(other, one, edges)),
    independentOrigins: origins.count,
  }
}

interface Place {
  readonly origin: number
  readonly isOrigin: boolean
  readonly edge: LineageEdge | null
}

function nodeOf(article: LineageArticle, { origin, isOrigin, edge }: Place): LineageNode {
  const { id, source, claimedMs, seenMs, credit } = article
  return {
    ...{ id, source, claimedMs, seenMs, credit, origin, isOrigin },
    parent: edge?.parent ?? null,
    share: edge?.share ?? 0,
    confidence: edge?.confidence ?? (isOrigin ? 1 : 0),
    evidence: edge?.evidence ?? [],
  }
}

/** Whether an article is a copy by its own word: what it names as its source was there before it. */
function saysItComesFrom(
  article: LineageArticle,
  other: LineageArticle,
  edges: ReadonlyMap<string, LineageEdge>,
): boolean {
  const edge = edges.get(article.id)
  return (
    edge !== undefined &&
    edge.parent === other.id &&
    edge.evidence.some((reason) => reason === 'syndicated' || reason === 'credited')
  )
}
