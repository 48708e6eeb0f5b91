import { traceLineage } from '../../src/shared/core/copies/lineage.ts'
import { growTree, type Hardship, usual } from './treePages.ts'

/** How well lineages are traced over so many generated trees. */
export function measureTrees(trees: number, seed: number, hardship: Hardship = usual) {
  const sums = { edges: 0, rightEdges: 0, copies: 0, found: 0, claims: 0, falseClaims: 0, exact: 0 }
  const timeClaims = { claimed: 0, claimedWrong: 0, seen: 0, seenWrong: 0 }
  let millis = 0
  for (let index = 0; index < trees; index++) {
    const tree = growTree(seed * 100_000 + index, hardship)
    const start = performance.now()
    const { nodes, first, independentOrigins } = traceLineage(tree.input)
    millis += performance.now() - start
    for (const { id, parent } of nodes) {
      const truth = tree.parents.get(id) ?? null
      if (truth !== null) sums.copies++
      if (parent === null) continue
      sums.edges++
      if (parent === truth) sums.rightEdges++
      if (parent === truth) sums.found++
    }
    if (first.overall !== 'unknown') sums.claims++
    if (first.overall !== 'unknown' && first.overall !== tree.first) sums.falseClaims++
    if (first.claimed !== 'unknown') timeClaims.claimed++
    if (first.claimed !== 'unknown' && first.claimed !== tree.first) timeClaims.claimedWrong++
    if (first.seen !== 'unknown') timeClaims.seen++
    if (first.seen !== 'unknown' && first.seen !== tree.first) timeClaims.seenWrong++
    if (independentOrigins === tree.origins) sums.exact++
  }
  return {
    trees,
    edges: sums.edges,
    edgePrecision: sums.rightEdges / Math.max(1, sums.edges),
    edgeRecall: sums.found / Math.max(1, sums.copies),
    firstClaimed: sums.claims / trees,
    falseFirst: sums.falseClaims / trees,
    falseAmongClaims: sums.falseClaims / Math.max(1, sums.claims),
    originsExact: sums.exact / trees,
    ...timeClaims,
    microsPerTree: Math.round((1000 * millis) / trees),
  }
}
