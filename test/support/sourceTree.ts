import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vitest/node'

/** Folder of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A node of the syntax tree; its other properties depend on its type. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [property: string]: unknown
}

/** One source file, parsed. */
export interface SourceFile {
  /** Relative to the checkout. */
  readonly path: string
  readonly text: string
  readonly nodes: readonly SyntaxNode[]
  /** Files of the checkout it imports, relative to it, dynamically too. */
  readonly files: readonly string[]
  /** Packages and Node modules it imports. */
  readonly packages: readonly string[]
  /** What is loaded with it when it runs, files and packages: imports of types are not. */
  readonly loads: readonly string[]
}

/** Every TypeScript file of a folder. */
export function readSources(folder: string): readonly SourceFile[] {
  return globSync(`${folder}/**/*.ts`, { cwd: root }).sort().map(readSource)
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8')
  const nodes = [...nodesOf(parseAst(text, { lang: 'ts' }, path) as unknown)]
  const place = (target: string) =>
    isRelative(target) ? normalize(join(dirname(path), target)) : target
  const targets = nodes.flatMap(importOf)
  const ofValues = nodes.filter((node) => (node['importKind'] ?? node['exportKind']) !== 'type')
  return {
    path,
    text,
    nodes,
    files: targets.filter(isRelative).map(place),
    packages: targets.filter((target) => !isRelative(target)),
    loads: ofValues.flatMap(importOf).map(place),
  }
}

const isRelative = (target: string) => target.startsWith('.')

function* nodesOf(value: unknown): Generator<SyntaxNode> {
  if (typeof value !== 'object' || value === null) return
  if (isNode(value)) yield value
  for (const child of Object.values(value)) yield* nodesOf(child)
}

function isNode(value: object): value is SyntaxNode {
  return 'type' in value && typeof value.type === 'string'
}

function importOf(node: SyntaxNode): readonly string[] {
  const hasSource = /^(Import|ExportNamed|ExportAll)(Declaration|Expression)$/.test(node.type)
  const target = hasSource ? literalOf(node['source']) : null
  return target === null ? [] : [target]
}

/** The value of a string literal, or the beginning of a template; null for anything else. */
export function literalOf(node: unknown): string | null {
  if (typeof node !== 'object' || node === null || !isNode(node)) return null
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateLiteral') return null
  const [first] = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]
  return first?.value.cooked ?? null
}

/** The source text of a node. */
export function textOf({ text }: SourceFile, { start, end }: SyntaxNode): string {
  return text.slice(start, end)
}

/** Every function of a file: first line, and number of lines that do not belong to a function inside it. */
export function functionsOf({ text, nodes }: SourceFile) {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const functions = nodes
    .filter(({ type, body }) => /Function/.test(type) && !type.startsWith('TS') && body)
    .map(({ start, end }) => ({ first: lineAt(start), last: lineAt(end) }))
  return functions.map((outer) => {
    const inner = new Set<number>()
    for (const { first, last } of functions) {
      const isInside = first > outer.first && last <= outer.last
      // the first and the last line of an inner function are shared with the outer
      for (let line = first + 1; isInside && line < last; line += 1) inner.add(line)
    }
    return { line: outer.first, lines: outer.last - outer.first + 1 - inner.size }
  })
}
