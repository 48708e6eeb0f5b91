import { type Document, DomHandler, isTag } from 'domhandler'
import { Parser } from 'htmlparser2'
import { pageLimits } from './limits.ts'
import type { PageDropReason } from './types.ts'

/** The tree of a page, or why there is none. */
export type ParseResult =
  | { readonly ok: true; readonly root: Document }
  | { readonly ok: false; readonly reason: PageDropReason; readonly detail: string }

/**
 * Parses a page into a tree without comments, scripts and style sheets (JSON-LD blocks stay). Ends as soon as
 * the tree grows too deep or too large: 100,000 nested `div` cost milliseconds this way, and half a minute otherwise.
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

  override onopentag(name: string, attributes: { [key: string]: string }): void {
    if (this.tagStack.length > pageLimits.depth) this.exceed('depth')
    super.onopentag(name, attributes)
    this.count()
  }

  override ontext(data: string): void {
    if (this.insideIgnoredText()) return
    if (this.lastNode === null) this.count()
    super.ontext(data)
  }

  override oncomment(): void {
    this.lastNode = null
  }

  override onprocessinginstruction(): void {
    this.lastNode = null
  }

  private insideIgnoredText(): boolean {
    const parent = this.tagStack.at(-1)
    if (parent === undefined || !isTag(parent)) return false
    const { name, attribs } = parent
    return name === 'style' || (name === 'script' && !isJsonLd(attribs['type']))
  }

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
