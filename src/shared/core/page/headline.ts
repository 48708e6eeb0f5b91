import type { Block } from './outline.ts'
import { comparableText } from './text.ts'

const headlineTags: ReadonlySet<string> = new Set(['h1', 'h2', 'h3'])

/** Index of the heading that repeats one of the page's titles, else of the first `h1`, else -1. */
export function headlineBlock(blocks: readonly Block[], titles: readonly string[]): number {
  const known = titles.map(comparableText)
  const repeated = blocks.findIndex((block) => {
    if (!headlineTags.has(block.tag)) return false
    const text = comparableText(block.text.slice(0, 400))
    return text.length > 12 && known.some((title) => repeatsTitle(text, title))
  })
  return repeated >= 0 ? repeated : blocks.findIndex((block) => block.tag === 'h1')
}

function repeatsTitle(heading: string, title: string): boolean {
  return title.startsWith(heading.slice(0, 40)) || title.includes(heading)
}
