import { isAuthorNote } from './authorNote.ts'
import { isDateLine } from './dateLine.ts'
import { isNothingAfter, isRelatedKey } from './labels.ts'
import { junkOpenings, wholeLines } from './lineWords.ts'
import type { Block } from './outline.ts'
import { openingPhrase, phraseKey } from './phrases.ts'
import { headingTags } from './tags.ts'

/** A block of the chosen container with its score. */
export interface ScoredBlock extends Block {
  readonly score: number
}

/** Removes the lines that stand inside the article's container without being part of the story. */
export function cleanLines(blocks: readonly ScoredBlock[]): readonly ScoredBlock[] {
  const kept: ScoredBlock[] = []
  const seen = new Set<string>()
  let isInRelatedList = false
  blocks.forEach((block, at) => {
    if (block.tag === 'h1') return
    if (isPostSignature(block.text)) {
      kept.push(block)
      return
    }
    if (isGalleryCounter(block.text) || isReporterNote(block.text) || isShoutedLink(block)) return
    if (isRelatedLine(block)) {
      isInRelatedList = block.text.length < 60 && linkShare(block) < 0.5
      return
    }
    if (isInRelatedList && isRelatedItem(block)) return
    isInRelatedList = false
    if (isJunkLine(block.text) || isDateLine(block.text)) return
    if (linkShare(block) > 0.7 && !isLinkedParagraph(blocks, at)) return
    if (block.text.length > 40 && seen.has(block.text)) return
    seen.add(block.text)
    kept.push(block)
  })
  return withoutTail(kept)
}

/** `— Name (@handle) November 19, 2019` belongs to the quoted post above it. */
function isPostSignature(text: string): boolean {
  return text.length < 140 && /^[—–-] .{0,60}@\w+/.test(text)
}

/** `Image 1 of 5`, `2 / 14`. */
function isGalleryCounter(text: string): boolean {
  return /^\D{0,12}\d{1,3}\s?(?:of|von|de|di|sur|из|z|av|\/)\s?\/?\s?\d{1,3}$/iu.test(text)
}

function isReporterNote(text: string): boolean {
  return text.length < 260 && /^(?:\(?reporting by|.{0,80}\bcontributed (?:to this (?:report|story|article)|reporting)|reach the reporters?)/i.test(text)
}

/** A paragraph that is one link in capitals leads to another article. */
function isShoutedLink(block: Block): boolean {
  const { text } = block
  return linkShare(block) > 0.7 && text === text.toUpperCase() && text !== text.toLowerCase()
}

function linkShare(block: Block): number {
  return block.linkLength / block.length
}

/** `Read more: …`, and headings of lists of other articles. */
function isRelatedLine(block: Block): boolean {
  const { text } = block
  if (text.length >= 160) return false
  const key = phraseKey(text)
  const isRelated = isRelatedKey(key)
  return isRelated && (headingTags.has(block.tag) || linkShare(block) > 0.3 || text.length < 60)
}

function isRelatedItem(block: Block): boolean {
  const { length } = block.text
  if (linkShare(block) > 0.4) return true
  return (block.tag === 'li' && length < 200) || (length < 40 && !headingTags.has(block.tag))
}

function isJunkLine(text: string): boolean {
  if (text.length > 300) return false
  const key = phraseKey(text)
  const whole = openingPhrase(key, wholeLines)
  if (whole !== null && isNothingAfter(key, whole)) return true
  const { labels, requests } = junkOpenings
  const label = text.length <= labels.limit ? openingPhrase(key, labels.phrases) : null
  if (label !== null && key.charAt(label.length) === ':') return true
  return text.length <= requests.limit && openingPhrase(key, requests.phrases) !== null
}

/** A paragraph that is one link stays when prose stands before and after it. */
function isLinkedParagraph(blocks: readonly ScoredBlock[], at: number): boolean {
  return blocks[at]?.tag === 'p' && isProse(blocks[at - 1]) && isProse(blocks[at + 1])
}

function isProse(block: ScoredBlock | undefined): boolean {
  return block !== undefined && block.score > 50 && linkShare(block) < 0.5
}

/** Notes about the author and headings that head nothing end many articles. */
function withoutTail(blocks: readonly ScoredBlock[]): readonly ScoredBlock[] {
  let end = blocks.length
  while (end > 1) {
    const last = blocks[end - 1]
    if (last === undefined || !(headingTags.has(last.tag) || isAuthorNote(last.text))) break
    end -= 1
  }
  return blocks.slice(0, end)
}
