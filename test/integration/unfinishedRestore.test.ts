import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildProgram } from '../../src/commands/program.ts'
import { UsageError } from '../../src/shared/errors.ts'
import { storyId } from '../support/consuming.ts'
import { runCommand } from '../support/runCommand.ts'
import { contentOf, openContext, type TestContext } from '../support/testContext.ts'

const never = async () => {
  throw new Error('not in this test')
}

/** A store in which a restore is at work, or was broken off. */
async function aPart(): Promise<TestContext> {
  const context = openContext()
  await context.redis.set(context.keys.restoring, '1')
  await context.redis.zadd(context.keys.stories, 1, storyId('a'))
  return context
}

const runOn = (context: TestContext, args: readonly string[]) =>
  runCommand(context, async (config) => {
    let exitCode = -1
    const run = async (work: (own: typeof config) => Promise<number>) => {
      exitCode = await work(config)
    }
    const program = buildProgram({ run, mainFile: '', openDemo: never, startRole: never })
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  })

test.each([
  'stories',
  'stories --follow',
  'story saaaaaaaaaaaaaaaaaaaa',
  'story pin saaaaaaaaaaaaaaaaaaaa --undo',
  'explain http://a.example/ferry',
  `export --out ${join(tmpdir(), 'wirefold-never')}`,
  'ledger',
  'dead list',
  'dead drop --group desk',
  'feeds list',
  'feeds add http://a.example/feed',
  `snapshot ${join(tmpdir(), 'wirefold-never.gz')}`,
])('wirefold %s takes no part for the whole, and says what to do', async (line) => {
  const context = await aPart()
  const before = await contentOf(context)
  const refused = runOn(context, line.split(' '))
  await expect(refused).rejects.toThrow(UsageError)
  await expect(refused).rejects.toThrow(/wait for it, .* run `wirefold restore FILE` again/)
  expect(await contentOf(context)).toEqual(before)
})

test('doctor names the restore that has not come to its end', async () => {
  const { exitCode, text } = await runOn(await aPart(), ['doctor'])
  expect(exitCode).toBe(1)
  expect(text).toContain('what is there is a part')
})
