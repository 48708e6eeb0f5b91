import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { writeEvent } from '../support/consuming.ts'
import { needOldNode, oldestNode } from '../support/oldNode.ts'
import { root } from '../support/sourceTree.ts'
import { openContext } from '../support/testContext.ts'

const run = promisify(execFile)
const project = mkdtempSync(join(tmpdir(), 'wirefold-package-'))
const bin = join(project, 'node_modules', '.bin')

// an empty project of somebody else's, with the packed package installed as npm does it
beforeAll(async () => {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  await run('npm', ['pack', '--pack-destination', project, ...quiet], { cwd: root })
  writeFileSync(join(project, 'package.json'), '{"private":true,"type":"module"}')
  const lean = ['--omit=optional', '--ignore-scripts', '--prefer-offline', ...quiet]
  await run('npm', ['install', './wirefold-0.1.0.tgz', ...lean], { cwd: project })
}, 300_000)

afterAll(() => rmSync(project, { recursive: true, force: true }))

test('the command works from node_modules', async () => {
  const wirefold = (...args: readonly string[]) =>
    run(process.execPath, [join(bin, 'wirefold'), ...args], {
      cwd: project,
      env: { ...process.env, REDIS_URL: inject('redisUrl'), KEY_PREFIX: openContext().keys.prefix },
    })
  expect((await wirefold('--help')).stdout).toContain('Usage: wirefold')
  expect((await wirefold('stories')).stdout).toBe('no stories yet\n')
})

/** What a program of somebody else's prints on this Node: stories of the snapshot, then an event. */
async function consumeOn(node: string): Promise<string> {
  const context = openContext()
  await writeEvent(context, { story: 'a', seq: 1 })
  const script = `
    import { consume, snapshot } from 'wirefold/client'
    const place = { redis: '${inject('redisUrl')}', prefix: '${context.keys.prefix}' }
    const { stories } = await snapshot(place)
    for await (const { story } of stories) console.log(story.headline)
    for await (const event of consume({ ...place, group: 'g', consumer: 'c' })) {
      console.log(event.type, event.data.story.headline)
      break
    }`
  writeFileSync(join(project, 'consume.js'), script)
  return (await run(node, ['consume.js'], { cwd: project })).stdout
}

test('a program consumes events through wirefold/client', async () => {
  expect(await consumeOn(process.execPath)).toBe('wirefold.story.joined.v1 Ferry\n')
})

test(`it does so on Node ${oldestNode} too`, { timeout: 300_000 }, async (task) => {
  expect(await consumeOn(await needOldNode(task))).toBe('wirefold.story.joined.v1 Ferry\n')
})

test('its types tell the events apart', async () => {
  const program = `
    import { consume, snapshot } from 'wirefold/client'
    const { cursor, stories } = await snapshot({ redis: 'redis://localhost' })
    for await (const { story, seq } of stories) console.log(story.headline.trim(), seq + 1)
    for await (const event of consume({ redis: 'redis://localhost', group: 'g', consumer: 'c', from: cursor })) {
      if (event.type === 'wirefold.story.merged.v1') event.data.merged.join()
      // @ts-expect-error a closed story comes without an article
      if (event.type === 'wirefold.story.closed.v1') event.data.article
    }`
  writeFileSync(join(project, 'program.ts'), program)
  const compilerOptions = {
    strict: true,
    module: 'nodenext',
    target: 'es2024',
    noEmit: true,
    typeRoots: [join(root, 'node_modules', '@types')],
    types: ['node'],
  }
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['program.ts'] }),
  )
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = await run(process.execPath, [compiler, '-p', project]).catch((error) => error)
  expect(stdout).toBe('')
})
