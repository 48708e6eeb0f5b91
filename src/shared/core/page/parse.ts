import { Parser } from 'htmlparser2'
import { pageLimits } from './limits.ts'
import type { PageOutline } from './outline.ts'
import { type Limit, OutlineWriter } from './outlineWriter.ts'
import { PageTokenizer } from './pageTokenizer.ts'
import type { Markup, PageDropReason } from './types.ts'

/** The outline of a page, or why there is none. */
export type ParseResult =
  | { readonly ok: true; readonly outline: PageOutline }
  | { readonly ok: false; readonly reason: PageDropReason; readonly detail: string }

/**
 * Reads the outline of a page in one pass over its tags and text: no tree is built. Ends as soon as the elements nest too
 * deep or are too many: 100,000 nested `div` cost milliseconds this way, and half a minute otherwise.
 */
export function parsePage({ html, textOf }: Markup): ParseResult {
  const writer = new OutlineWriter({ textOf, stop: () => parser.pause() })
  const parser = new Parser(writer, { decodeEntities: false, Tokenizer: PageTokenizer })
  parser.end(html.slice(0, pageLimits.characters))
  if (writer.exceeded === null) return { ok: true, outline: writer.finish() }
  return { ok: false, ...exceededLimits[writer.exceeded] }
}

const exceededLimits = {
  depth: { reason: 'page_too_deep', detail: `more than ${pageLimits.depth} nested elements` },
  nodes: { reason: 'page_too_many_nodes', detail: `more than ${pageLimits.nodes} nodes` },
} as const satisfies Record<Limit, { reason: PageDropReason; detail: string }>
