import { expect, test } from 'vitest'
import { UsageError } from '../../src/shared/errors.ts'
import { prepareKeyspace } from '../../src/shared/keyspace.ts'
import { contentOf, openContext, type TestContext } from '../support/testContext.ts'

async function prepare(context: TestContext, demo: boolean): Promise<readonly string[]> {
  const said: string[] = []
  await prepareKeyspace(context, { demo, say: (line) => said.push(line) })
  return said
}

async function openWith(demo: boolean): Promise<TestContext> {
  const context = openContext()
  await prepare(context, demo)
  await context.redis.set(context.keys.story('s1'), 'a story')
  return context
}

test('real data stay when the pipeline starts again', async () => {
  const context = await openWith(false)
  const before = await contentOf(context)
  expect(await prepare(context, false)).toEqual([])
  expect(await contentOf(context)).toEqual(before)
})

test('the sample news web refuses to mix with real data and leaves them alone', async () => {
  const context = await openWith(false)
  const before = await contentOf(context)
  await expect(prepare(context, true)).rejects.toThrow(UsageError)
  await expect(prepare(context, true)).rejects.toThrow('set FEEDS, or another KEY_PREFIX')
  expect(await contentOf(context)).toEqual(before)
})

test.each([true, false])(
  'what the sample news web left is thrown away (next is a sample: %s)',
  async (demo) => {
    const context = await openWith(true)
    expect(await prepare(context, demo)).toHaveLength(1)
    expect(await context.redis.exists(context.keys.story('s1'))).toBe(0)
    expect(await context.redis.exists(context.keys.demo)).toBe(demo ? 1 : 0)
  },
)

test('throwing away touches no other prefix, not even one that begins alike', async () => {
  const context = await openWith(true)
  const neighbour = openContext({ settings: { KEY_PREFIX: `${context.keys.prefix}x` } })
  await neighbour.redis.set(neighbour.keys.story('s1'), 'another story')
  await prepare(context, true)
  expect(await neighbour.redis.exists(neighbour.keys.story('s1'))).toBe(1)
})

test('data of another schema are refused and left alone', async () => {
  const context = await openWith(false)
  await context.redis.set(context.keys.schema, '999')
  const before = await contentOf(context)
  await expect(prepare(context, false)).rejects.toThrow(/schema 999, this wirefold needs \d+/)
  expect(await contentOf(context)).toEqual(before)
})

test('a role that works on what is there leaves the sample news web alone', async () => {
  const context = await openWith(true)
  const before = await contentOf(context)
  await prepareKeyspace(context, { demo: false, joins: true, say: () => {} })
  expect(await contentOf(context)).toEqual(before)
})
