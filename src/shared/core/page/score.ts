import type { Block, Container, PageOutline } from './outline.ts'
import { cellTags, headingTags } from './tags.ts'
import { tuning } from './tuning.ts'

/** How much each block speaks for (positive) or against being article text, in weighted characters. */
export type BlockScores = Float64Array

const denseScript = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/
const sentenceEnd = /[.!?。！？…"”’)»:]$/

/** Scores all blocks of a page. */
export function scoreBlocks(blocks: readonly Block[]): BlockScores {
  return Float64Array.from(blocks, scoreBlock)
}

function scoreBlock(block: Block): number {
  if (headingTags.has(block.tag)) return 0
  const { menuLinkShare, menuCost, labelLength, sentenceLength, unstoppedWeight } = tuning.block
  const linkShare = block.linkLength / block.length
  if (linkShare > menuLinkShare) return -Math.min(block.length, menuCost)
  const length = weightedLength(block)
  if (length < labelLength) return scoreLabel(block, { length, linkShare })
  if (length < sentenceLength && linkShare > 0.35) return -length / 2
  const score = length * (1 - linkShare)
  return length < sentenceLength && !endsSentence(block.text) ? score * unstoppedWeight : score
}

function scoreLabel(block: Block, label: { length: number; linkShare: number }): number {
  if (label.linkShare > 0.3) return -label.length
  if (endsSentence(block.text)) return label.length / 2
  return cellTags.has(block.tag) ? 0 : -label.length * tuning.block.unstoppedWeight
}

function weightedLength(block: Block): number {
  return block.length * (denseScript.test(block.text) ? tuning.block.denseScriptWeight : 1)
}

/** Whether a text ends as sentences do, in any script that has a full stop. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text)
}

/** Sums of the block scores inside each container, those of its inner containers included. */
export interface Tally {
  readonly score: Float64Array
  /** The positive part: the prose. */
  readonly prose: Float64Array
  /** Index of the first block of prose, or the number of blocks when there is none. */
  readonly first: Int32Array
}

/** Adds up block scores by container, leaving out containers that are switched off. */
export function tallyContainers(
  page: PageOutline,
  scores: BlockScores,
  isOff: (container: number) => boolean,
): Tally {
  const size = page.containers.length
  const tally: Tally = {
    score: new Float64Array(size),
    prose: new Float64Array(size),
    first: new Int32Array(size).fill(page.blocks.length),
  }
  page.blocks.forEach((block, at) => {
    if (!isOff(block.container)) addBlock(tally, block.container, { at, score: scores[at] ?? 0 })
  })
  addToParents(tally, page.containers)
  return tally
}

function addBlock(tally: Tally, container: number, block: { at: number; score: number }): void {
  add(tally.score, container, block.score)
  if (block.score <= 0) return
  add(tally.prose, container, block.score)
  if (block.score > 40) lower(tally.first, container, block.at)
}

/** Parents come before their children, so one pass from the end reaches every ancestor. */
function addToParents(tally: Tally, containers: readonly Container[]): void {
  for (let at = containers.length - 1; at > 0; at--) {
    const parent = containers[at]?.parent ?? 0
    add(tally.score, parent, tally.score[at] ?? 0)
    add(tally.prose, parent, tally.prose[at] ?? 0)
    lower(tally.first, parent, tally.first[at] ?? 0)
  }
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value
}

function lower(least: Int32Array, at: number, value: number): void {
  if (value < (least[at] ?? 0)) least[at] = value
}
