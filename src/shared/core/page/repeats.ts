import { hash } from 'node:crypto'
import { comparableText } from './text.ts'
import { shareSaid } from './titleWords.ts'

/** What is remembered of a page: the feed's title for it, or its own, and its text. */
export interface PageText {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** What was seen of a source before the page at hand. Pages of one title count once: they are one article read again. */
export interface SeenBlocks {
  /** Pages of the source so far; counts and pages are halved together now and then. */
  readonly pages: number
  /** How many of them had what a key stands for, by key. */
  readonly counts: ReadonlyMap<string, number>
}

/** Paragraphs looked at on either end: boilerplate stands there, and what stands between is never touched. */
const headBlocks = 4
const tailBlocks = 6
/** Blocks by which an article is known again: boilerplate is rarely among them. */
const longestBlocks = 3
/** Used from the third page on. */
const fewestPages = 2
/** Boilerplate is on many pages of a source; a background paragraph of a running affair is on few. */
const leastShareOfPages = 0.3
/** More than this share of the text is never dropped: a republished article must not delete itself. */
const mostShareOfText = 0.3

/** What a page is counted by: see `pageKey` and `blockKeys`. */
export interface PageKeys {
  readonly page: string
  readonly blocks: readonly string[]
}

/** The keys of a page. */
export function pageKeys(page: PageText): PageKeys {
  return { page: pageKey(page), blocks: blockKeys(page) }
}

/** Key of a page by its title: two readings of one article have the same. */
export function pageKey({ title }: PageText): string {
  return `page:${digestOf(comparableText(title))}`
}

/**
 * Keys of what is counted of a page, each once: the blocks at its head and at its tail; its longest blocks, to the letter;
 * and all of it when it is short.
 */
export function blockKeys({ paragraphs }: PageText): readonly string[] {
  const edges = edgesOf(paragraphs).map(keyOf)
  const longest = byLength(paragraphs).slice(0, longestBlocks).map(exactKey)
  const whole = lengthOf(paragraphs) <= longestPlaceholder ? [textKey(paragraphs)] : []
  return [...new Set([...edges, ...longest, ...whole])]
}

/**
 * Drops the runs of repeated blocks at the head and at the tail of an article. Blocks in the middle stay. Nothing is
 * dropped when the runs are more than 30 % of the text, or when the longest block that would be left was seen too: then it
 * is the article that repeats, and not what stands around it.
 */
export function dropRepeats(paragraphs: readonly string[], seen: SeenBlocks): readonly string[] {
  const needed = Math.max(fewestPages, leastShareOfPages * seen.pages)
  const isRepeated = (paragraph: string) => countOf(seen, keyOf(paragraph)) >= needed
  const first = runLength(paragraphs.slice(0, headBlocks), isRepeated)
  const last = runLength(paragraphs.slice(first).slice(-tailBlocks).reverse(), isRepeated)
  if (first + last === 0) return paragraphs
  const kept = paragraphs.slice(first, paragraphs.length - last)
  const dropped = lengthOf(paragraphs) - lengthOf(kept)
  const [longest] = byLength(kept)
  const isKnown = longest === undefined || countOf(seen, exactKey(longest)) > 0
  return isKnown || dropped > mostShareOfText * lengthOf(paragraphs) ? paragraphs : kept
}

/**
 * Keys of the blocks that were dropped, by which other versions of the page are rid of them too; none of what also stands
 * in the text that is kept.
 */
export function droppedKeys(
  paragraphs: readonly string[],
  kept: readonly string[],
): readonly string[] {
  if (kept.length === paragraphs.length) return []
  const left = new Set(kept.map(keyOf))
  return [...new Set(paragraphs.map(keyOf))].filter((key) => !left.has(key))
}

/** A text without the blocks of these keys. */
export function withoutBlocks(
  paragraphs: readonly string[],
  keys: ReadonlySet<string>,
): readonly string[] {
  return keys.size === 0 ? paragraphs : paragraphs.filter((each) => !keys.has(keyOf(each)))
}

function countOf({ counts }: SeenBlocks, key: string): number {
  return counts.get(key) ?? 0
}

function edgesOf(paragraphs: readonly string[]): readonly string[] {
  const tail = paragraphs.slice(headBlocks).slice(-tailBlocks)
  return [...paragraphs.slice(0, headBlocks), ...tail]
}

function byLength(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.toSorted((a, b) => b.length - a.length)
}

/** Gaps that are not one space already: replacing each space by itself took most of the time of a key. */
const wideGap = /\s\s+|[^\S ]/g

/** Figures count as equal: "12 comments" and "7 comments" are one block. */
function keyOf(paragraph: string): string {
  return digestOf(paragraph.toLowerCase().replace(/\d+/g, '0').replace(wideGap, ' ').trim())
}

/** Figures tell articles apart: two reports of the weather are not one. */
function exactKey(paragraph: string): string {
  return `long:${digestOf(paragraph)}`
}

/** 12 hex digits. */
function digestOf(text: string): string {
  return hash('sha1', text, 'hex').slice(0, 12)
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
/** A short report may get a few titles as it is passed around; what stands under more of them is no article. */
const fewestCopies = 4
const leastShareOfCopies = 0.1
/** Share of the title's words that the text of a wall has by chance; a report says most of them again. */
const mostOfTitle = 0.15

function textKey(paragraphs: readonly string[]): string {
  return `text:${keyOf(paragraphs.join('\n'))}`
}

/** Under how many other titles the source has shown this very text. */
export function copiesOf({ paragraphs }: PageText, seen: SeenBlocks): number {
  return countOf(seen, textKey(paragraphs))
}

/**
 * Whether a short text stands under so many titles of a source, and says so little of the title at hand, that it is a
 * placeholder: a consent wall, a login form, a notice, in whatever language. Reprints, revisions and reposts keep their
 * title or speak of it.
 */
export function isPlaceholder(page: PageText, seen: SeenBlocks): boolean {
  const isShort = lengthOf(page.paragraphs) <= longestPlaceholder
  const needed = Math.max(fewestCopies, leastShareOfCopies * seen.pages)
  return isShort && copiesOf(page, seen) >= needed && !speaksOfTitle(page)
}

function speaksOfTitle({ title, paragraphs }: PageText): boolean {
  const share = shareSaid(title, paragraphs.join(' '))
  return share === null || share > mostOfTitle
}
