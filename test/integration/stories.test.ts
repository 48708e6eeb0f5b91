import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { eventJsonSchema } from '../../src/shared/eventJsonSchema.ts'
import { type EventType, eventFields } from '../../src/shared/schemas.ts'
import { mergeStories, openStory, type StoryRecord } from '../../src/shared/storyRecord.ts'
import { sendCommit } from '../../src/workers/assign/commit.ts'
import { nothingElse } from '../../src/workers/assign/committer.ts'
import {
  noChanges,
  putStory,
  type StoryChanges,
  tellClosed,
  tellMerge,
} from '../../src/workers/assign/storyChanges.ts'
import { eventsOf, sequencesOf, takeLease } from '../support/assigning.ts'
import { anId, noonMs } from '../support/builders.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const storyId = (name: string) => anId(name).replace(/^a/, 's')

function aStory(name: string, seq: number): StoryRecord {
  const addition = {
    lang: 'en',
    source: 'a.example',
    nowMs: noonMs + seq,
    timeMs: noonMs,
    label: null,
  }
  return openStory({ ...addition, id: storyId(name), headline: name, seq })
}

/** Commits changes of stories, one number after the other. */
async function openCommits(context: TestContext) {
  const fencingToken = await takeLease(context)
  let number = 0
  return async (change: (changes: StoryChanges) => void) => {
    const changes = noChanges()
    change(changes)
    number += 1
    const commit = {
      fencingToken,
      number,
      nowMs: noonMs + number,
      changes,
      ...nothingElse,
    }
    expect(await sendCommit(commit, context)).toBe('committed')
  }
}

/** Two stories of one article each, the second merged into the first. */
async function openMerged(context: TestContext) {
  const commit = await openCommits(context)
  const [old, young] = [aStory('old', 1), aStory('young', 2)]
  await commit((changes) => putStory(changes, old).articles.push([anId('one'), 100]))
  await commit((changes) => putStory(changes, young).articles.push([anId('two'), 200]))
  const survivor = mergeStories(old, young, noonMs + 3)
  await commit((changes) => {
    putStory(changes, { ...young, state: 'merged' })
    putStory(changes, survivor).absorbs.push(young.id)
    changes.aliases.set(young.id, old.id)
    tellMerge(changes, { survivor, merged: [young.id], receipt: { rule: 'merge' } })
  })
  return { commit, old, young, survivor }
}

test('after a merge the survivor has the articles of both, and the old id leads to it', async () => {
  const context = openContext()
  const { old, young } = await openMerged(context)
  expect(await context.stories.resolve(young.id)).toBe(old.id)
  expect(await context.stories.story(young.id)).toMatchObject({ id: old.id, size: 2 })
  expect(await context.redis.zrange(context.keys.storyArticles(old.id), '0', '-1')).toEqual(
    ['one', 'two'].map(anId),
  )
})

test('an id leads through merge after merge to the story that lives', async () => {
  const context = openContext()
  const { commit, old, survivor } = await openMerged(context)
  const eldest = aStory('eldest', 0)
  await commit((changes) => {
    putStory(changes, { ...survivor, state: 'merged' })
    putStory(changes, mergeStories(eldest, survivor, noonMs)).absorbs.push(survivor.id)
    changes.aliases.set(old.id, eldest.id)
  })
  expect(await context.stories.resolve(storyId('young'))).toBe(eldest.id)
  expect(await context.stories.resolve(storyId('never merged'))).toBe(storyId('never merged'))
})

test('the list of stories shows each living story once, the latest first', async () => {
  const context = openContext()
  const { commit, old } = await openMerged(context)
  await commit((changes) => putStory(changes, aStory('other', 4)))
  await commit((changes) => putStory(changes, { ...aStory('closed', 5), state: 'closed' }))
  const listed = await context.stories.recent(10)
  expect(listed.map(({ id }) => id)).toEqual([storyId('closed'), storyId('other'), old.id])
})

test('stories that have expired leave the list', async () => {
  const context = openContext()
  const { commit } = await openMerged(context)
  await commit((changes) => putStory(changes, aStory('other', 4)))
  const before = await context.stories.recent(10)
  const newest = Math.max(...before.map(({ updatedMs }) => updatedMs))
  await context.stories.forgetOlderThan(newest - 1)
  expect((await context.stories.recent(10)).map(({ updatedMs }) => updatedMs)).toEqual([newest])
})

test('merged and closed stories are told in events that fit their schemas', async () => {
  const context = openContext()
  const { commit, survivor } = await openMerged(context)
  await commit((changes) => {
    const closed: StoryRecord = { ...survivor, state: 'closed' }
    putStory(changes, closed)
    tellClosed(changes, closed)
  })
  const events = await eventsOf(context)
  expect(events.map(({ fields }) => fields['type'])).toEqual([
    'wirefold.story.merged.v1',
    'wirefold.story.closed.v1',
  ])
  expect(sequencesOf(events)).toEqual(new Map([[survivor.id, [1, 2]]]))
  for (const { fields } of events) {
    expect(Object.keys(fields)).toEqual(eventFields)
    const ajv = new Ajv2020({ strict: true })
    addFormats.default(ajv)
    const validate = ajv.compile(eventJsonSchema(fields['type'] as EventType))
    const event = { ...fields, data: JSON.parse(fields['data'] ?? 'null') }
    expect(validate(event), JSON.stringify(validate.errors)).toBe(true)
  }
})
