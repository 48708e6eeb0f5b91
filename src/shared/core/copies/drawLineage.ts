import type { Lineage, LineageNode } from './lineageTypes.ts'

/** Longest line drawn, in characters. */
const width = 100

/** Confidence below which an edge is drawn with a question mark. */
const fairlySure = 0.8

/**
 * Draws the copies of a story as a tree for the terminal, one line an article, one tree an origin; last line: who
 * was first, and how many origins there are.
 */
export function drawLineage(lineage: Lineage): string[] {
  const children = Map.groupBy(lineage.nodes, ({ parent }) => parent ?? '')
  const tops = children.get('') ?? []
  const origins = Map.groupBy(tops, ({ origin }) => origin)
  const trees = [...origins.values()].flatMap((group) => {
    const roots = group.toSorted((one, other) => Number(other.isOrigin) - Number(one.isOrigin))
    return roots.flatMap((root) => [cut(label(root)), ...drawBelow(root, children)])
  })
  return [...trees, cut(summary(lineage))]
}

interface Level {
  readonly node: LineageNode
  readonly prefix: string
  readonly isLast: boolean
}

function drawBelow(
  root: LineageNode,
  children: ReadonlyMap<string, readonly LineageNode[]>,
): readonly string[] {
  const lines: string[] = []
  const waiting = levelsOf(children.get(root.id) ?? [], '')
  for (let level = waiting.pop(); level !== undefined; level = waiting.pop()) {
    const { node, prefix, isLast } = level
    lines.push(cut(`${prefix}${isLast ? '└─ ' : '├─ '}${label(node)}`))
    waiting.push(...levelsOf(children.get(node.id) ?? [], `${prefix}${isLast ? '   ' : '│  '}`))
  }
  return lines
}

/** A stack: the first child on top. */
function levelsOf(nodes: readonly LineageNode[], prefix: string): Level[] {
  const ordered = nodes.toSorted((one, other) => one.seenMs - other.seenMs)
  return ordered.map((node, at) => ({ node, prefix, isLast: at === ordered.length - 1 })).reverse()
}

function label(node: LineageNode): string {
  const time = new Date(node.claimedMs ?? node.seenMs).toISOString().slice(0, 16).replace('T', ' ')
  return [
    node.source,
    node.claimedMs === null ? `seen ${time}` : time,
    ...(node.parent === null ? [] : [`${Math.round(100 * node.share)} % copied${doubt(node)}`]),
    ...(node.parent === null && !node.isOrigin ? ['copied from one of these'] : []),
    ...(node.credit === null ? [] : [`credits ${node.credit}`]),
  ].join(' · ')
}

function doubt({ confidence }: LineageNode): string {
  return confidence < fairlySure ? '?' : ''
}

function summary({ nodes, first, independentOrigins }: Lineage): string {
  const source = nodes.find(({ id }) => id === first.overall)?.source ?? 'unknown'
  const origins =
    independentOrigins === 1 ? '1 independent origin' : `${independentOrigins} independent origins`
  return `${nodes.length} articles · ${origins} · first: ${source}`
}

function cut(line: string): string {
  const characters = [...line]
  return characters.length <= width ? line : `${characters.slice(0, width - 1).join('')}…`
}
