import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { placesOf } from '../../src/commands/completion.ts'
import { buildProgram, type ProgramParts } from '../../src/commands/program.ts'
import { startAssigner } from '../../src/workers/roles.ts'
import { anRssFeed, aReadArticle } from '../support/builders.ts'
import { redisBinary } from '../support/e2eRedis.ts'
import { eventually } from '../support/eventually.ts'
import { openNewsSite } from '../support/newsSite.ts'
import { runCommand } from '../support/runCommand.ts'
import { openContext, runRole, type TestContext } from '../support/testContext.ts'
import { reports } from '../support/texts.ts'

const never = async () => {
  throw new Error('not in this test')
}

const programOf = (run: ProgramParts['run']) =>
  buildProgram({ run, mainFile: '', openDemo: never, startRole: never })

/** A store with two stories and a place for files. */
interface Desk {
  readonly context: TestContext
  readonly stories: readonly string[]
  file(name: string): string
}

const ferry = 'http://a.example/ferry'

async function openDesk(): Promise<Desk> {
  const context = openContext()
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-json-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  await runRole(context, startAssigner)
  for (const [url, report] of [
    [ferry, reports.ferry],
    ['http://b.example/comet', reports.comet],
  ] as const) {
    const article = aReadArticle({ url, report })
    await context.queues.enqueue('assign', [{ id: article.entryId, payload: article }])
  }
  const ids = () => context.redis.zrange(context.keys.stories, '0', '-1')
  await eventually('both stories are there', async () => (await ids()).length === 2)
  return { context, stories: await ids(), file: (name) => join(folder, name) }
}

type Row = (desk: Desk) => readonly string[] | Promise<readonly string[]>

/** Arguments with which each command has something to say. */
const commands: Readonly<Record<string, Row>> = {
  '/stories': () => [],
  '/story': ({ stories: [one = ''] }) => [one],
  '/story/merge': ({ stories }) => stories,
  '/story/split': ({ stories: [one = ''] }) => [one, '--articles', ferry],
  '/story/pin': ({ stories: [one = ''] }) => [one, '--undo'],
  '/story/keep-apart': ({ stories }) => stories,
  '/explain': () => [ferry],
  '/feeds/check': async () => {
    const site = await openNewsSite()
    site.answer('/feed', anRssFeed([site.url('/one')]))
    return [site.url('/feed')]
  },
  '/feeds/list': async ({ context }) => {
    await follow(context)
    return []
  },
  '/feeds/add': () => [feed, 'http://b.example/feed'],
  '/feeds/pause': ({ context }) => follow(context),
  '/feeds/resume': ({ context }) => follow(context),
  '/feeds/remove': ({ context }) => follow(context),
  '/feeds/import': ({ file }) => {
    writeFileSync(file('feeds.txt'), feed)
    return [file('feeds.txt')]
  },
  '/feeds/export': async ({ context }) => {
    await follow(context)
    return []
  },
  '/ledger': () => [],
  '/doctor': () => [],
  '/export': ({ file }) => ['--out', file('out')],
  '/dead/list': async ({ context: { redis, keys } }) => {
    await redis.xadd(keys.deadEvents('desk'), '*', 'id', 'x', 'data', '{"a":1}', 'reason', 'full')
    return ['--group', 'desk']
  },
  '/dead/retry': () => [],
  '/dead/drop': () => ['--group', 'desk'],
}

const feed = 'http://a.example/feed'

async function follow(context: TestContext): Promise<readonly string[]> {
  await runCommand(context, (config) => runProgram(['feeds', 'add', feed, '--json'], config))
  return [feed]
}

/** Runs the program in this process; exit code of the command. */
async function runProgram(args: readonly string[], config: TestContext['config']): Promise<number> {
  let exitCode = -1
  const program = programOf(async (work) => {
    exitCode = await work(config)
  })
  await program.parseAsync([...args], { from: 'user' })
  return exitCode
}

async function jsonOf({ context }: Desk, args: readonly string[]): Promise<readonly unknown[]> {
  const { text } = await runCommand(context, (config) => runProgram([...args, '--json'], config))
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line): unknown => JSON.parse(line))
}

/** Commands that start processes or need wirefold at rest: `test/e2e/terminal.test.ts` and the tests below. */
const elsewhere = ['/up', '/start', '/replay', '/snapshot', '/restore']
/** Its output is a script for a shell. */
const withoutJson = ['/completion']
/** Names of others, no commands. */
const groups = ['', '/feeds', '/dead']

test('every command has --json, and a row in this table', () => {
  const places = placesOf(programOf(never))
  const known = [...Object.keys(commands), ...elsewhere, ...withoutJson, ...groups]
  expect(places.map(({ place }) => place).toSorted()).toEqual(known.toSorted())
  const without = places.filter(({ words }) => !words.includes('--json'))
  expect(without.map(({ place }) => place).toSorted()).toEqual(
    [...withoutJson, ...groups].toSorted(),
  )
})

test.each(Object.keys(commands))('with --json %s prints JSON and nothing else', async (place) => {
  const desk = await openDesk()
  const args = (await commands[place]?.(desk)) ?? []
  const found = await jsonOf(desk, [...place.slice(1).split('/'), ...args])
  expect(found.length).toBeGreaterThan(0)
  for (const value of found) expect(value).toBeTypeOf('object')
})

test('with --json snapshot and restore say how many keys there were', async ({ skip }) => {
  if (!(await redisBinary(inject('redisUrl')))) return skip('the JavaScript store has no DUMP')
  const context = openContext()
  await context.redis.set(context.keys.commits, '7')
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-json-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'state.gz')
  const desk = (own: TestContext): Desk => ({ context: own, stories: [], file: () => file })
  const written = { file, prefix: context.keys.prefix, keys: 1 }
  expect(await jsonOf(desk(context), ['snapshot', file])).toEqual([written])
  const other = openContext()
  expect(await jsonOf(desk(other), ['restore', file])).toEqual([
    { ...written, prefix: other.keys.prefix },
  ])
  expect(await other.redis.get(other.keys.commits)).toBe('7')
})
