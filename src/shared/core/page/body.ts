import { cleanLines, type ScoredBlock } from './lines.ts'
import type { PageOutline } from './outline.ts'
import { type Pick, pickBody } from './pick.ts'
import { standfirstBlocks } from './standfirst.ts'

/** The article's text as the page shows it. */
export interface Body {
  readonly paragraphs: readonly string[]
  /** The outermost lines of its container as they were before the line filters. */
  readonly edges: { readonly first: readonly string[]; readonly last: readonly string[] }
  readonly pick: Pick
}

const edgeLines = 3

/** Finds the text of the article in a page; null when the page has no prose. `headline` is the index of its block, or -1. */
export function findBody(page: PageOutline, headline: number): Body | null {
  const pick = pickBody(page, headline)
  if (pick === null) return null
  const blocks = blocksOf(page, pick)
  const edges = {
    first: blocks.slice(0, edgeLines).map((block) => block.text),
    last: blocks.slice(-edgeLines).map((block) => block.text),
  }
  return { paragraphs: cleanLines(blocks).map((block) => block.text), edges, pick }
}

/** The blocks of the chosen container that the pass reads, after the standfirst above it. */
function blocksOf(page: PageOutline, pick: Pick): readonly ScoredBlock[] {
  const inside = containersInside(page, pick)
  const chosen: number[] = []
  page.blocks.forEach((block, at) => {
    if (inside[block.container] === 1) chosen.push(at)
  })
  const lead = standfirstBlocks(page, pick, chosen[0] ?? -1)
  return [...lead, ...chosen].flatMap((at) => {
    const block = page.blocks[at]
    return block === undefined ? [] : [{ ...block, score: pick.scores[at] ?? 0 }]
  })
}

function containersInside(page: PageOutline, pick: Pick): Uint8Array {
  const inside = new Uint8Array(page.containers.length)
  page.containers.forEach((container, at) => {
    const isInside = at === pick.container || inside[container.parent] === 1
    if (isInside && pick.off[at] === 0) inside[at] = 1
  })
  return inside
}
