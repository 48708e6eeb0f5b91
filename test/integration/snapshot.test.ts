import { expect, test } from 'vitest'
import { resolveStory, type StorySnapshot, snapshot } from '../../src/shared/client/index.ts'
import { anAssigner } from '../support/assigning.ts'
import { aReadArticle } from '../support/builders.ts'
import { startConsumer } from '../support/consuming.ts'
import { eventually } from '../support/eventually.ts'
import { openContext, type TestContext } from '../support/testContext.ts'
import { reports } from '../support/texts.ts'

async function take({ redis, keys }: TestContext) {
  const { cursor, stories } = await snapshot({ redis, prefix: keys.prefix })
  const found: StorySnapshot[] = []
  for await (const story of stories) found.push(story)
  return { cursor, stories: found }
}

test('a snapshot and the events after its cursor give the present state, none twice', async () => {
  const context = openContext()
  const { handler } = await anAssigner(context)
  await handler(aReadArticle({ report: reports.ferry, url: 'http://a.example/1' }))
  const before = await take(context)
  expect(before.stories).toMatchObject([{ state: 'open', seq: 1, story: { size: 1 } }])
  const consumer = startConsumer(context, { from: before.cursor })
  await handler(aReadArticle({ report: reports.ferry, url: 'http://b.example/2', source: 'b' }))
  await eventually('the new event comes', () => consumer.events.length === 1)
  const [event] = consumer.events
  const [after] = (await take(context)).stories
  expect(event).toMatchObject({ type: 'wirefold.story.joined.v1', seq: '2', gap: null })
  expect(event?.data.story).toEqual(after?.story)
  expect(after?.seq).toBe(2)
})

test('a snapshot of an empty store is empty, and its cursor is the beginning', async () => {
  expect(await take(openContext())).toEqual({ cursor: '0', stories: [] })
})

test('an id of a merged story leads to the one it went into', async () => {
  const context = openContext()
  const { redis, keys } = context
  await redis.hset(keys.aliases, { one: 'two', two: 'three' })
  const place = { redis, prefix: keys.prefix }
  expect(await resolveStory('one', place)).toBe('three')
  expect(await resolveStory('other', place)).toBe('other')
})

test('ten thousand stories come whole, though some change meanwhile', async () => {
  const context = openContext()
  const { redis, keys } = context
  const ids = Array.from({ length: 10_000 }, (_, at) => `s${String(at).padStart(20, '0')}`)
  const pipeline = redis.pipeline()
  for (const [at, id] of ids.entries()) {
    pipeline.zadd(keys.stories, at, id)
    pipeline.hset(keys.story(id), {
      id,
      state: 'open',
      headline: id,
      size: 1,
      openedMs: 1,
      updatedMs: at,
      seq: 1,
    })
  }
  await pipeline.exec()
  const { stories } = await snapshot({ redis, prefix: keys.prefix })
  const found = new Set<string>()
  for await (const { story } of stories) {
    if (found.size % 500 === 0) await redis.zadd(keys.stories, 99_999, ids[found.size] ?? '')
    found.add(story.id)
  }
  expect(found.size).toBe(10_000)
})
