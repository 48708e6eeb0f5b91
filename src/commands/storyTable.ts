import type { StoryRecord } from '../shared/storyRecord.ts'
import { age, cut, table } from './terminal.ts'

const head = ['story', 'articles', 'sources', 'languages', 'updated', 'headline']
/** Columns before the headline, at their widest. */
const factColumns = 71
const leastHeadline = 20

/** Stories as rows that fit into a window. */
export function storyTable(
  stories: readonly StoryRecord[],
  { nowMs, columns }: { nowMs: number; columns: number },
): string {
  const headlineColumns = Math.max(leastHeadline, columns - factColumns)
  const rows = stories.map((story) => [
    story.id,
    String(story.size),
    String(story.sources.length),
    cut(story.languages.join(' '), 16),
    age(nowMs - story.updatedMs),
    cut(story.headline, headlineColumns),
  ])
  const lines = table([head, ...rows]).split('\n')
  return lines.map((line) => cut(line, columns - 1)).join('\n')
}
