import { type Document, DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'
import { pageLimits } from './limits.ts'
import { skippedTags } from './tags.ts'
import type { PageDropReason } from './types.ts'

/** The tree of a page, or why there is none. */
export type ParseResult =
  | { readonly ok: true; readonly root: Document }
  | { readonly ok: false; readonly reason: PageDropReason; readonly detail: string }

/**
 * Parses a page into a tree that leaves out comments and the content of elements that hold no article text (scripts,
 * styles, drawings, form fields); JSON-LD stays. Ends as soon as the tree grows too deep or too large: 100,000 nested
 * `div` cost milliseconds this way, and half a minute otherwise.
 */
export function parsePage(html: string): ParseResult {
  const handler = new LimitedHandler()
  const parser = new Parser(handler)
  handler.stop = () => parser.pause()
  parser.end(html.slice(0, pageLimits.characters))
  if (handler.exceeded === null) return { ok: true, root: handler.root }
  return { ok: false, ...exceededLimits[handler.exceeded] }
}

type Limit = 'depth' | 'nodes'

const exceededLimits = {
  depth: { reason: 'page_too_deep', detail: `more than ${pageLimits.depth} nested elements` },
  nodes: { reason: 'page_too_many_nodes', detail: `more than ${pageLimits.nodes} nodes` },
} as const satisfies Record<Limit, { reason: PageDropReason; detail: string }>

/** Builds the tree and pauses the parser, which then never goes on, at the first limit passed. */
class LimitedHandler extends DomHandler {
  exceeded: Limit | null = null
  stop: () => void = () => {}
  private nodes = 0
  /** How many elements are open that are left out, the outermost of them included. */
  private ignored = 0

  override onopentag(name: string, attributes: { [key: string]: string }): void {
    if (this.tagStack.length + this.ignored > pageLimits.depth) this.exceed('depth')
    if (this.ignored > 0) {
      this.ignored += 1
      return
    }
    super.onopentag(name, attributes)
    this.count()
    if (skippedTags.has(name) && !isJsonLd(attributes['type'])) this.ignored = 1
  }

  override onclosetag(): void {
    if (this.ignored > 0) this.ignored -= 1
    if (this.ignored === 0) super.onclosetag()
  }

  override ontext(data: string): void {
    if (this.ignored > 0) return
    if (this.lastNode === null) this.count()
    super.ontext(data)
  }

  override oncomment(): void {}

  override onprocessinginstruction(): void {}

  private count(): void {
    this.nodes += 1
    if (this.nodes > pageLimits.nodes) this.exceed('nodes')
  }

  private exceed(limit: Limit): void {
    this.exceeded ??= limit
    this.stop()
  }
}

/** Whether a `script` of this type carries structured data. */
export function isJsonLd(type: string | undefined): boolean {
  return type?.toLowerCase().includes('ld+json') ?? false
}
