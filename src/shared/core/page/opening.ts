import type { ScoredBlock } from './lines.ts'
import { comparableText, visibleLength } from './text.ts'

/** Headline and time stand among the first blocks of their article. */
const firstBlocks = 3
/** More than the longest title with its punctuation. */
const longestLine = 1_000

/**
 * The blocks of an article without the headline and the time they may begin with. Old pages put headline,
 * introduction, date and byline into one block, a line break between each: such a block is cut into its lines, for
 * the line filters to judge.
 */
export function withoutTitle(
  blocks: readonly ScoredBlock[],
  title: string,
): readonly ScoredBlock[] {
  const key = comparableText(title)
  const isTitle = (line = '') => {
    return key !== '' && line.length < longestLine && comparableText(line) === key
  }
  const start = blocks
    .slice(0, firstBlocks)
    .filter((block) => !block.isTime)
    .flatMap((block) => (isTitle(block.lines[0]) ? block.lines.slice(1).map(lineOf(block)) : block))
  return [...start, ...blocks.slice(firstBlocks)]
}

function lineOf(block: ScoredBlock): (text: string) => ScoredBlock {
  const linkShare = block.linkLength / block.length
  return (text) => {
    const length = visibleLength(text)
    return { ...block, text, length, linkLength: linkShare * length, lines: [] }
  }
}
