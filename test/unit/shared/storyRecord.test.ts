import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  eventStory,
  joinStory,
  mergeStories,
  openStory,
  type StoryRecord,
  storyRecordFromFields,
  storyRecordToFields,
} from '../../../src/shared/storyRecord.ts'

const opening = {
  id: 's1',
  headline: 'Ferry aground',
  lang: 'en',
  source: 'a.example',
  nowMs: 1_000,
  seq: 7,
}

const anyRecord: fc.Arbitrary<StoryRecord> = fc.record({
  id: fc.string({ minLength: 1 }),
  state: fc.constantFrom('open', 'closed', 'merged'),
  size: fc.nat(),
  headline: fc.string(),
  languages: fc.array(fc.string()),
  sources: fc.array(fc.string(), { maxLength: 100 }),
  openedMs: fc.nat(),
  updatedMs: fc.nat(),
  openedSeq: fc.nat(),
})

function fieldsOf(record: StoryRecord): Record<string, string> {
  const flat = storyRecordToFields(record)
  return Object.fromEntries(
    flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? '']] : [])),
  )
}

test('opens with one article', () => {
  expect(openStory(opening)).toEqual({
    id: 's1',
    state: 'open',
    size: 1,
    headline: 'Ferry aground',
    languages: ['en'],
    sources: ['a.example'],
    openedMs: 1_000,
    updatedMs: 1_000,
    openedSeq: 7,
  })
})

test('grows by one with every article and keeps the headline of the first', () => {
  const joined = joinStory(openStory(opening), { lang: 'de', source: 'b.example', nowMs: 2_000 })
  expect(joined).toMatchObject({
    size: 2,
    headline: 'Ferry aground',
    languages: ['en', 'de'],
    sources: ['a.example', 'b.example'],
    openedMs: 1_000,
    updatedMs: 2_000,
  })
})

test('names each language and each publisher once', () => {
  const again = joinStory(openStory(opening), { lang: 'en', source: 'a.example', nowMs: 2_000 })
  expect(again).toMatchObject({ size: 2, languages: ['en'], sources: ['a.example'] })
})

test('remembers the first hundred publishers', () => {
  let story = openStory(opening)
  for (let at = 0; at < 150; at += 1) {
    story = joinStory(story, { lang: 'en', source: `${at}.example`, nowMs: at })
  }
  expect(story.size).toBe(151)
  expect(story.sources).toHaveLength(100)
  expect(story.sources[0]).toBe('a.example')
})

test('the survivor of a merge keeps its name and gets everything of the other', () => {
  const survivor = openStory(opening)
  const absorbed = openStory({ ...opening, id: 's2', headline: 'Fähre', lang: 'de', nowMs: 500 })
  expect(mergeStories(survivor, absorbed, 3_000)).toEqual({
    ...survivor,
    size: 2,
    languages: ['en', 'de'],
    openedMs: 500,
    updatedMs: 3_000,
  })
})

test('survives the way through its hash', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expect(storyRecordFromFields(fieldsOf(record))).toEqual(record)
    }),
  )
})

test('a merge keeps the count and forgets no language', () => {
  fc.assert(
    fc.property(anyRecord, anyRecord, (survivor, absorbed) => {
      const merged = mergeStories(survivor, absorbed, 1)
      expect(merged.id).toBe(survivor.id)
      expect(merged.size).toBe(survivor.size + absorbed.size)
      expect(new Set(merged.languages)).toEqual(
        new Set([...survivor.languages, ...absorbed.languages]),
      )
    }),
  )
})

test('there is no story in an empty hash', () => {
  expect(storyRecordFromFields({})).toBeNull()
})

test('tells its times in ISO form and nothing of its inner state', () => {
  expect(eventStory(openStory(opening))).toEqual({
    id: 's1',
    size: 1,
    headline: 'Ferry aground',
    languages: ['en'],
    sources: ['a.example'],
    openedAt: '1970-01-01T00:00:01.000Z',
    updatedAt: '1970-01-01T00:00:01.000Z',
  })
})
