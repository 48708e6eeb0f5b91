import { hasDigit } from './dateFinder.ts'
import { labelIn } from './dateLabels.ts'
import type { DateStatement, StatementReader } from './dateStatements.ts'
import type { Block } from './outline.ts'

/** Longer lines are paragraphs, and what dates one stands within so many characters. */
const longestLine = 120
const longestOpening = 80

/** Longer lines say more than what the next line is. */
const longestLabel = 40

/** Lines of one block that are read, for an old page may be one block with a headline on top; and lines in all. */
const mostLinesOfBlock = 6
const mostLines = 600

/** What the lines from one block to before another state. */
export function statementsBetween(
  blocks: readonly Block[],
  [from, to]: readonly [number, number],
  statementsIn: StatementReader,
): readonly DateStatement[] {
  const lines = blocks.slice(Math.max(from - 1, 0), Math.max(to, 0)).flatMap(firstLines)
  const before = from > 0 ? firstLines(blocks[from - 1]).length : 0
  return lines.slice(before, before + mostLines).flatMap((line, at) => {
    const stated = [line, openingOf(line)].map(statementsIn)
    const statements = stated.find(({ length }) => length > 0) ?? []
    const called = () => calledBefore(lines[before + at - 1] ?? '')
    return statements.map(({ date, label }) => ({ date, label: label ?? called() }))
  })
}

function firstLines(block: Block | undefined): readonly string[] {
  if (block === undefined) return []
  return block.lines.length > 0 ? block.lines.slice(0, mostLinesOfBlock) : [block.text]
}

/** `Berlin, 25 January 2022 (dpa) – The first sentence …`: of a paragraph, what stands before the dash. */
function openingOf(line: string): string {
  const opening = line.length > longestLine ? line.slice(0, longestOpening) : ''
  if (!hasDigit(opening)) return ''
  const [start = ''] = opening.split(/\s(?:[|–—-]|--)\s/)
  return start.length < opening.length ? start : ''
}

function calledBefore(line: string): DateStatement['label'] {
  const label = labelAlone(line)
  return label === 'event' ? null : label
}

/** What a line that is a label and no more calls the next: `Updated:`. */
export function labelAlone(line: string): ReturnType<typeof labelIn> {
  return line.length > longestLabel || /\p{Nd}/u.test(line) ? null : labelIn(line, 'before')
}
