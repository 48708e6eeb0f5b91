import { createHash } from 'node:crypto'

/** How often blocks were seen at the head or tail of a source's pages, before the page at hand. */
export interface SeenBlocks {
  /** Pages of the source so far; counts and pages are halved together now and then. */
  readonly pages: number
  /** Count of each asked key, in the order of the keys. */
  readonly counts: readonly number[]
}

/** Paragraphs looked at on either end: boilerplate stands there, and what stands between is never touched. */
const headBlocks = 4
const tailBlocks = 6
/** Used from the third page on. */
const fewestPages = 2
/** Boilerplate is on many pages of a source; a background paragraph of a running affair is on few. */
const leastShareOfPages = 0.3
/** More than this share of the text is never dropped: a republished article must not delete itself. */
const mostShareOfText = 0.3

/** Keys of the blocks at the head and at the tail of an article, each once; 12 hex digits of a digest. */
export function edgeKeys(paragraphs: readonly string[]): readonly string[] {
  return [...new Set(edgesOf(paragraphs).map(keyOf))]
}

/**
 * Drops the runs of repeated blocks at the head and at the tail of an article. Blocks in the middle stay, and nothing is
 * dropped when the runs are more than 30 % of the text.
 */
export function dropRepeats(paragraphs: readonly string[], seen: SeenBlocks): readonly string[] {
  const repeated = repeatedKeys(paragraphs, seen)
  if (repeated.size === 0) return paragraphs
  const isRepeated = (paragraph: string) => repeated.has(keyOf(paragraph))
  const first = runLength(paragraphs.slice(0, headBlocks), isRepeated)
  const last = runLength(paragraphs.slice(first).slice(-tailBlocks).reverse(), isRepeated)
  const kept = paragraphs.slice(first, paragraphs.length - last)
  const dropped = lengthOf(paragraphs) - lengthOf(kept)
  return dropped > mostShareOfText * lengthOf(paragraphs) ? paragraphs : kept
}

function repeatedKeys(
  paragraphs: readonly string[],
  { pages, counts }: SeenBlocks,
): ReadonlySet<string> {
  const needed = Math.max(fewestPages, leastShareOfPages * pages)
  return new Set(edgeKeys(paragraphs).filter((_, at) => (counts[at] ?? 0) >= needed))
}

function edgesOf(paragraphs: readonly string[]): readonly string[] {
  const tail = paragraphs.slice(headBlocks).slice(-tailBlocks)
  return [...paragraphs.slice(0, headBlocks), ...tail]
}

/** Figures count as equal: "12 comments" and "7 comments" are one block. */
function keyOf(paragraph: string): string {
  const folded = paragraph.toLowerCase().replace(/\d+/g, '0').replace(/\s+/g, ' ').trim()
  return createHash('sha1').update(folded).digest('hex').slice(0, 12)
}

function runLength(paragraphs: readonly string[], test: (paragraph: string) => boolean): number {
  const end = paragraphs.findIndex((paragraph) => !test(paragraph))
  return end < 0 ? paragraphs.length : end
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0)
}

/** Longer texts are articles, however often a site serves them. */
const longestPlaceholder = 1_200
/** A short report may stand in three sections of a site; what stands at more addresses is no article. */
const fewestCopies = 4
const leastShareOfCopies = 0.1

/** Key of a whole text, to be counted per source beside the keys of its edges. */
export function textKey(paragraphs: readonly string[]): string {
  return `text:${keyOf(paragraphs.join('\n'))}`
}

/**
 * Whether a short text stands at so many addresses of a source that it is a placeholder: a consent wall, a login form,
 * a notice. `copies` counts the earlier pages of the source with the same `textKey`, `pages` all of its pages.
 */
export function isPlaceholder(
  paragraphs: readonly string[],
  seen: { readonly pages: number; readonly copies: number },
): boolean {
  const isShort = lengthOf(paragraphs) <= longestPlaceholder
  return isShort && seen.copies >= Math.max(fewestCopies, leastShareOfCopies * seen.pages)
}
