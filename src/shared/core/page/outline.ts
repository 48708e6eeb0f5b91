import type { Mark } from './marks.ts'
import type { NameTraits } from './names.ts'

/** A box of the page: a block element, or an inline one that is probably not article text. */
export interface Container {
  readonly tag: string
  /** Index of the enclosing container, always smaller than its own; -1 for the document. */
  readonly parent: number
  readonly names: NameTraits
  /** Probably not article text, by its tag, ARIA role or names. */
  readonly isSuspect: boolean
  /** Suspect, and of a kind that rarely holds the article even when it holds much text. */
  readonly isHard: boolean
  /** Named as the container of an article's text is named. */
  readonly isBody: boolean
}

/** Text between two block boundaries: a paragraph, a line, a cell. */
export interface Block {
  /** Index of the innermost container. */
  readonly container: number
  /** Tag of that container. */
  readonly tag: string
  /** White space folded, never empty. */
  readonly text: string
  /** Characters that are not white space; and those of them inside links. */
  readonly length: number
  readonly linkLength: number
  /** The text by lines, where single line breaks cut it; else empty. */
  readonly lines: readonly string[]
  /** All of it stands in `time` elements. */
  readonly isTime: boolean
}

/** What the tags that nobody sees say, in document order and as written. */
export interface HeadFacts {
  readonly documentTitle: string
  /** Content of `meta` tags by lower-case `property`, `name`, `itemprop` or `http-equiv`. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  readonly canonicalLinks: readonly string[]
  readonly htmlLanguage: string | null
  /** Raw text of the JSON-LD scripts. */
  readonly jsonLd: readonly string[]
}

/** Everything the extractor knows of a page, from one pass over its tags and text. */
export interface PageOutline {
  readonly head: HeadFacts
  readonly marks: readonly Mark[]
  /** In document order; the first one is the document. */
  readonly containers: readonly Container[]
  readonly blocks: readonly Block[]
  /** Containers with an image in them, one entry an image. */
  readonly imageContainers: readonly number[]
}
