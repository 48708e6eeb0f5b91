import { isAuthorNote } from './authorNote.ts'
import { authorName } from './byline.ts'
import { isRelatedKey } from './labels.ts'
import { isNoise, isPostSignature, linkShare } from './lineRules.ts'
import type { Block } from './outline.ts'
import { phraseKey } from './phrases.ts'
import { isSupplyNote } from './supplyNote.ts'
import { headingTags } from './tags.ts'

/** A block of the chosen container with its score. */
export interface ScoredBlock extends Block {
  readonly score: number
}

/** Removes the lines that stand inside the article's container without being part of the story. */
export function cleanLines(
  blocks: readonly ScoredBlock[],
  byline: string | null,
): readonly ScoredBlock[] {
  const lines = blocks.filter((block) => !isNoise(block) && !isByline(block.text, byline))
  const kept = withoutRelatedLists(lines)
  return withoutTail(withoutRepeats(kept.filter((block, at) => !isLoneLink(kept, block, at))))
}

function isByline(text: string, byline: string | null): boolean {
  return (
    byline !== null && text.length < 120 && text.includes(byline) && authorName(text) === byline
  )
}

/** Removes `Read more: …` lines and headings, with the list of links after them. */
function withoutRelatedLists(blocks: readonly ScoredBlock[]): readonly ScoredBlock[] {
  let isInList = false
  return blocks.filter((block) => {
    const isHeading = isRelatedLine(block)
    if (isHeading) isInList = block.text.length < 60 && linkShare(block) < 0.5
    else if (isInList) isInList = isRelatedItem(block)
    return !isHeading && !isInList
  })
}

function isRelatedLine(block: Block): boolean {
  const { text } = block
  if (text.length >= 160 || !isRelatedKey(phraseKey(text))) return false
  return headingTags.has(block.tag) || linkShare(block) > 0.3 || text.length < 60
}

function isRelatedItem(block: Block): boolean {
  const { length } = block.text
  if (linkShare(block) > 0.4) return true
  return (block.tag === 'li' && length < 200) || (length < 40 && !headingTags.has(block.tag))
}

/** A line that is all link leaves, unless it is a paragraph with prose before and after it. */
function isLoneLink(blocks: readonly ScoredBlock[], block: ScoredBlock, at: number): boolean {
  if (linkShare(block) <= 0.7 || isPostSignature(block)) return false
  return block.tag !== 'p' || !isProse(blocks[at - 1]) || !isProse(blocks[at + 1])
}

function isProse(block: ScoredBlock | undefined): boolean {
  return block !== undefined && block.score > 50 && linkShare(block) < 0.5
}

/** More repeats than pull quotes explain. */
const mostRepeats = 4

/**
 * Of long lines that repeat, as pull quotes and captions do, the first one stays. A text that repeats itself often,
 * such as a plan for every day of the week, means to.
 */
function withoutRepeats(blocks: readonly ScoredBlock[]): readonly ScoredBlock[] {
  const seen = new Set<string>()
  const repeats = new Set<ScoredBlock>()
  for (const block of blocks) {
    const { text } = block
    if (text.length > 40 && seen.has(text) && !isPostSignature(block)) repeats.add(block)
    seen.add(text)
  }
  const isMeant = repeats.size > mostRepeats
  return isMeant ? blocks : blocks.filter((block) => !repeats.has(block))
}

/** Notes about the author or the supplier, and headings that head nothing, end many articles. */
function withoutTail(blocks: readonly ScoredBlock[]): readonly ScoredBlock[] {
  const last = blocks.findLastIndex((block) => {
    return !headingTags.has(block.tag) && !isAuthorNote(block.text) && !isSupplyNote(block.text)
  })
  return blocks.slice(0, Math.max(last, 0) + 1)
}
