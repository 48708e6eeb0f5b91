import { type DateLabel, labelIn } from './dateLabels.ts'
import { labelAlone } from './dateLines.ts'
import type { DateStatement, StatementReader } from './dateStatements.ts'
import type { Mark, MarkKind } from './marks.ts'
import type { PageOutline } from './outline.ts'

/** Longer lines are prose and label nothing. */
const longestLine = 120

/** Values of the marks of one kind that the line they stand in calls neither an update nor an event. */
export function unlabelledMarks(
  page: PageOutline,
  kind: MarkKind,
  statementsIn: StatementReader,
): readonly string[] {
  return marksOf(page, kind)
    .filter((mark) => isOpen(labelOf(page, mark, statementsIn)))
    .map(({ value }) => value)
}

function isOpen(label: DateLabel | null): boolean {
  return label === null || label === 'published'
}

/** Values of the marks that say when the page changed, or that stand in a line which says so. */
export function updateMarks(page: PageOutline, statementsIn: StatementReader): readonly string[] {
  const isUpdate = (mark: Mark) =>
    mark.kind === 'updated' ||
    (mark.kind === 'time' && labelOf(page, mark, statementsIn) === 'updated')
  return page.marks.filter(isUpdate).map(({ value }) => value)
}

/** What the texts of elements that are called a date state. */
export function textMarks(
  page: PageOutline,
  statementsIn: StatementReader,
): readonly DateStatement[] {
  return marksOf(page, 'dateText').flatMap(({ value }) => statementsIn(value))
}

function marksOf(page: PageOutline, kind: MarkKind): readonly Mark[] {
  return page.marks.filter((mark) => mark.kind === kind)
}

/** What the line around a mark calls it, else the line before, if that is a label and no more. */
function labelOf(page: PageOutline, mark: Mark, statementsIn: StatementReader): DateLabel | null {
  const line = page.blocks[mark.block]?.text ?? ''
  if (line.length > longestLine) return null
  const before = page.blocks[mark.block - 1]?.text ?? ''
  return labelInLine(page, mark, statementsIn) ?? labelAlone(before)
}

function labelInLine(
  page: PageOutline,
  mark: Mark,
  statementsIn: StatementReader,
): DateLabel | null {
  const line = page.blocks[mark.block]?.text ?? ''
  const dates = statementsIn(line)
  if (dates.length === 0) return labelIn(line, 'before')
  const beside = page.marks.filter(({ kind, block }) => kind === mark.kind && block === mark.block)
  return dates[Math.min(beside.indexOf(mark), dates.length - 1)]?.label ?? null
}
