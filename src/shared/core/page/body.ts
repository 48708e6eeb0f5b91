import { pageLimits } from './limits.ts'
import { cleanLines, type ScoredBlock } from './lines.ts'
import { withoutTitle } from './opening.ts'
import type { PageOutline } from './outline.ts'
import { type BodyPick, pickBody } from './pick.ts'
import { standfirstBlocks } from './standfirst.ts'

/** The article's text as the page shows it. */
export interface Body {
  readonly paragraphs: readonly string[]
  /** The outermost lines of its container as they were before the line filters. */
  readonly edges: { readonly first: readonly string[]; readonly last: readonly string[] }
  /** The lines of the page right after the last one of the container that the pass reads. */
  readonly after: readonly string[]
  readonly pick: BodyPick
}

const edgeLines = 3
const linesAfter = 4

/** What the metadata tell about the text. */
export interface BodyHints {
  /** Index of the block with the headline, or -1. */
  readonly headline: number
  readonly byline: string | null
  /** Empty when unknown. */
  readonly title: string
}

/** Finds the text of the article in a page; null when the page has no prose. */
export function findBody(page: PageOutline, hints: BodyHints): Body | null {
  const pick = pickBody(page, hints.headline)
  if (pick === null) return null
  const chosen = chosenBlocks(page, pick)
  const blocks = withoutTitle(scoredBlocks(page, pick, chosen), hints.title)
  const edges = {
    first: blocks.slice(0, edgeLines).map((block) => block.text),
    last: blocks.slice(-edgeLines).map((block) => block.text),
  }
  const next = (chosen.at(-1) ?? page.blocks.length) + 1
  return {
    paragraphs: cleanLines(blocks, hints.byline).map((block) => block.text),
    edges,
    after: page.blocks.slice(next, next + linesAfter).map((block) => block.text),
    pick,
  }
}

/** Indices of the blocks of the chosen container that the pass reads, after the standfirst above it. */
function chosenBlocks(page: PageOutline, pick: BodyPick): readonly number[] {
  const inside = containersInside(page, pick)
  const chosen: number[] = []
  page.blocks.forEach((block, at) => {
    if (inside[block.container] === 1 && !isAboveHeadline(pick, at)) chosen.push(at)
  })
  const lead = standfirstBlocks(page, pick, chosen[0] ?? -1)
  return [...lead, ...chosen].slice(0, pageLimits.lines)
}

function scoredBlocks(
  page: PageOutline,
  pick: BodyPick,
  chosen: readonly number[],
): readonly ScoredBlock[] {
  return chosen.flatMap((at) => {
    const block = page.blocks[at]
    return block === undefined ? [] : [{ ...block, score: pick.scores[at] ?? 0 }]
  })
}

/** Lines between the start of the container and the headline name its section. */
function isAboveHeadline(pick: BodyPick, at: number): boolean {
  return pick.isAtHeadline && at < pick.headline
}

function containersInside(page: PageOutline, pick: BodyPick): Uint8Array {
  const inside = new Uint8Array(page.containers.length)
  page.containers.forEach((container, at) => {
    const isInside = at === pick.container || inside[container.parent] === 1
    if (isInside && pick.off[at] === 0) inside[at] = 1
  })
  return inside
}
