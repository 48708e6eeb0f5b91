import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { createKeys } from '../../src/shared/keys.ts'
import {
  functionsOf,
  literalOf,
  readSources,
  root,
  type SourceFile,
  textOf,
} from '../support/sourceTree.ts'

const sources = readSources('src')
const core = sources.filter(({ path }) => path.startsWith('src/shared/core/'))
const rooms = ['markup', 'feed', 'page', 'text', 'copies', 'stories']

/** `file → imported file` for every import the rule forbids. */
function forbidden(files: readonly SourceFile[], rule: (from: string, to: string) => boolean) {
  return files.flatMap(({ path, files: targets }) =>
    targets.filter((target) => rule(path, target)).map((target) => `${path} → ${target}`),
  )
}

const isIn = (folder: string) => (path: string) => path.startsWith(`${folder}/`)

test('producers and workers never import each other', () => {
  const crosses = (from: string, to: string) =>
    (isIn('src/producers')(from) && isIn('src/workers')(to)) ||
    (isIn('src/workers')(from) && isIn('src/producers')(to))
  expect(forbidden(sources, crosses)).toEqual([])
})

test('the shell imports no role and no command', () => {
  const shell = sources.filter(({ path }) => isIn('src/shared')(path))
  const mayImport = (path: string) => isIn('src/shared')(path) || path === 'package.json'
  expect(forbidden(shell, (_, to) => !mayImport(to))).toEqual([])
})

test('only the composition root imports the roles and the sample web', () => {
  const roles = (path: string) =>
    ['src/producers', 'src/workers', 'src/web', 'src/webhook', 'demo'].some((at) => isIn(at)(path))
  const others = sources.filter(({ path }) => !roles(path) && path !== 'src/main.ts')
  expect(forbidden(others, (_, to) => roles(to))).toEqual([])
})

test('the product imports no tests and no benchmarks', () => {
  expect(forbidden(sources, (_, to) => isIn('test')(to) || isIn('bench')(to))).toEqual([])
})

const roomOf = (path: string) => path.split('/')[3] ?? ''

test('the core imports nothing of the shell', () => {
  expect(forbidden(core, (_, to) => !isIn('src/shared/core')(to))).toEqual([])
})

test('a room of the core imports only rooms to its left', () => {
  const reaches = (from: string, to: string) => {
    const [own, other] = [roomOf(from), roomOf(to)]
    if (own === other) return false
    if (own === 'polling') return !['markup', 'feed'].includes(other)
    return !rooms.includes(other) || rooms.indexOf(other) > rooms.indexOf(own)
  }
  expect([...new Set(core.map(({ path }) => roomOf(path)))].toSorted()).toEqual(
    [...rooms, 'polling'].toSorted(),
  )
  expect(forbidden(core, reaches)).toEqual([])
})

test('no file imports itself by way of others', () => {
  const importsOf = new Map(sources.map(({ path, files }) => [path, files]))
  const cleared = new Set<string>()
  const cycleFrom = (path: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (cleared.has(path)) return null
    for (const target of importsOf.get(path) ?? []) {
      const cycle = cycleFrom(target, [...trail, path])
      if (cycle) return cycle
    }
    cleared.add(path)
    return null
  }
  for (const { path } of sources) expect(cycleFrom(path, [])).toBeNull()
})

// the loader of the language engines reads a native module of a package
const engineLoader = 'src/shared/core/text/languageEngines.ts'

test('the core has no clock, no chance and no process', () => {
  const impure = /^(Date\.now|Math\.random|performance\.now|process\.\w+|new Date(\(\))?)$/
  const found = core.flatMap((file) =>
    file.nodes
      .filter(({ type }) => type === 'MemberExpression' || type === 'NewExpression')
      .map((node) => textOf(file, node))
      .filter((text) => impure.test(text))
      .map((text) => `${file.path}: ${text}`),
  )
  expect(found).toEqual([])
})

test('the core does no input or output', () => {
  const pure = new Set(['node:crypto', 'node:buffer', 'node:util', 'node:module'])
  const found = core.flatMap(({ path, packages }) =>
    packages
      .filter((name) => name.startsWith('node:') && !pure.has(name))
      .map((name) => `${path}: ${name}`),
  )
  expect(found).toEqual([])
  const loaders = core.filter(({ packages }) => packages.includes('node:module'))
  expect(loaders.map(({ path }) => path)).toEqual([engineLoader])
})

/** Files of the shell and the roles, apart from the one that may, with a literal that begins as the pattern says. */
function withLiteral(pattern: RegExp, allowed: string): readonly string[] {
  return sources
    .filter((file) => file.path !== allowed && !core.includes(file))
    .flatMap(({ path, nodes }) =>
      nodes
        .map(literalOf)
        .filter((literal) => literal !== null && pattern.test(literal))
        .map((literal) => `${path}: ${literal}`),
    )
}

test('Redis keys are spelt out in one file', () => {
  const keys = Object.values(createKeys('PREFIX')).map((key) =>
    typeof key === 'function' ? key('1' as never, 2 as never, 3 as never) : key,
  )
  const parts = keys.flatMap((key) => /^PREFIX:(\w+)/.exec(key)?.[1] ?? [])
  expect(parts).toContain('entry')
  const spelt = new RegExp(`^(${[...new Set(parts)].join('|')}):`)
  expect(withLiteral(spelt, 'src/shared/keys.ts')).toEqual([])
})

test('Lua scripts touch only the keys they are given', () => {
  const scripts = globSync('src/shared/lua/*.lua', { cwd: root })
  expect(scripts.length).toBeGreaterThan(5)
  const spelt = scripts.filter((path) =>
    // XINFO names what it asks for before the key
    /call\('(?!XINFO)\w+',\s*['"[]/.test(readFileSync(join(root, path), 'utf8')),
  )
  expect(spelt).toEqual([])
})

test('metrics are named and made in one file', () => {
  const metrics = 'src/shared/metrics.ts'
  expect(withLiteral(/^wirefold_/, metrics)).toEqual([])
  const makers = sources.filter(({ text }) => /new (Counter|Gauge|Histogram|Summary)\b/.test(text))
  expect(makers.map(({ path }) => path)).toEqual([metrics])
})

test('ioredis is loaded where its harm to strings is undone', () => {
  const loading = sources.filter(({ loads }) => loads.includes('ioredis'))
  expect(loading.map(({ path }) => path)).toEqual(['src/shared/ioredis.ts'])
})

test('environment variables are read in few places and named in one', () => {
  const reading = sources.filter(({ text }) => text.includes('process.env'))
  expect(reading.map(({ path }) => path)).toEqual([
    'src/commands/processTree.ts',
    'src/main.ts',
    'src/shared/provide/debianRedis.ts',
    'src/shared/provide/redis.ts',
  ])
})

test('every export has a name', () => {
  const found = sources.filter(({ nodes }) =>
    nodes.some(({ type }) => type === 'ExportDefaultDeclaration'),
  )
  expect(found.map(({ path }) => path)).toEqual([])
})

test('no file is a drawer for odds and ends', () => {
  const drawers = /^(utils?|helpers?|misc|common|lib)\b/i
  expect(sources.map(({ path }) => path).filter((path) => drawers.test(basename(path)))).toEqual([])
})

test('the consumer kit loads little, and nothing that Node 20 lacks', () => {
  const loads = new Map(sources.map((file) => [file.path, file.loads]))
  const loaded = new Set(['src/shared/client/index.ts'])
  for (const path of loaded) for (const target of loads.get(path) ?? []) loaded.add(target)
  const packages = [...loaded].filter((target) => !loads.has(target))
  expect(packages.toSorted()).toEqual(['ioredis', 'node:crypto', 'node:fs'])
  expect(loaded.size).toBeLessThan(25)
})

/** Longest allowed, and what is aimed at. */
const limits = { fileLines: 260, functionLines: 60, aimedFileLines: 200, aimedFunctionLines: 40 }

test('files can be read in one sitting; only tables are longer', () => {
  const withCode = sources.filter((file) => functionsOf(file).length > 0)
  const long = withCode.flatMap(({ path, text }) => {
    const lines = text.split('\n').length - 1
    return lines > limits.aimedFileLines ? [{ path, lines }] : []
  })
  const tooLong = long.filter(({ lines }) => lines > limits.fileLines)
  if (long.length > 0) console.info('files over the aim:', long)
  expect(tooLong).toEqual([])
})

test('functions fit on a screen', () => {
  const long = sources.flatMap((file) =>
    functionsOf(file)
      .filter(({ lines }) => lines > limits.aimedFunctionLines)
      .map(({ line, lines }) => ({ place: `${file.path}:${line}`, lines })),
  )
  if (long.length > 0) console.info('functions over the aim:', long)
  expect(long.filter(({ lines }) => lines > limits.functionLines)).toEqual([])
})
