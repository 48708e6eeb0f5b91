import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storyRecordFromFields, storyRecordToFields } from '../../../src/shared/storyFields.ts'
import {
  eventStory,
  joinStory,
  mergeStories,
  openStory,
  recountStory,
  type StoryRecord,
} from '../../../src/shared/storyRecord.ts'

const opening = {
  id: 's1',
  headline: 'Ferry aground',
  lang: 'en',
  source: 'a.example',
  nowMs: 1_000,
  timeMs: 900,
  label: { terms: ['ferry'], names: ['tarvik'] },
  seq: 7,
}

/** What another article adds that is not typical of its language. */
const another = { nowMs: 2_000, timeMs: 950, headline: null, label: null }

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
  headlines: fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }),
  pinned: fc.string(),
  terms: fc.array(fc.string()),
  names: fc.array(fc.string()),
  firstMs: fc.nat(),
  lastMs: fc.nat(),
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
    headlines: { en: 'Ferry aground' },
    pinned: '',
    terms: ['ferry'],
    names: ['tarvik'],
    firstMs: 900,
    lastMs: 900,
  })
})

test('grows by one with every article and keeps the headline of the first', () => {
  const joined = joinStory(openStory(opening), { ...another, lang: 'de', source: 'b.example' })
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
  const again = joinStory(openStory(opening), { ...another, lang: 'en', source: 'a.example' })
  expect(again).toMatchObject({ size: 2, languages: ['en'], sources: ['a.example'] })
})

test('remembers the first hundred publishers', () => {
  let story = openStory(opening)
  for (let at = 0; at < 150; at += 1) {
    story = joinStory(story, { ...another, lang: 'en', source: `${at}.example`, nowMs: at })
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
    headlines: { de: 'Fähre', en: 'Ferry aground' },
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
    headlines: { en: 'Ferry aground' },
    terms: ['ferry'],
    names: ['tarvik'],
    firstAt: '1970-01-01T00:00:00.900Z',
    lastAt: '1970-01-01T00:00:00.900Z',
  })
})

test('a more typical article gives its language another headline, and the story when it is the first language', () => {
  const typical = { ...another, source: 'b.example' }
  const german = joinStory(openStory(opening), { ...typical, lang: 'de', headline: 'Fähre fest' })
  expect(german).toMatchObject({
    headline: 'Ferry aground',
    headlines: { en: 'Ferry aground', de: 'Fähre fest' },
  })
  const english = joinStory(german, { ...typical, lang: 'en', headline: 'Ferry stuck off Tarvik' })
  expect(english).toMatchObject({
    headline: 'Ferry stuck off Tarvik',
    headlines: { en: 'Ferry stuck off Tarvik', de: 'Fähre fest' },
  })
})

test('a pinned headline stays until its article leaves', () => {
  const facts = { lang: 'en', source: 'a.example', timeMs: 900 }
  const articles = [
    { ...facts, id: 'a1', title: 'Ferry aground' },
    { ...facts, id: 'a2', title: 'The pinned one' },
  ]
  const count = { articles, typical: new Set(['a1']), size: 2, nowMs: 3_000 }
  const pinned = recountStory({ ...openStory(opening), pinned: 'a2' }, count)
  expect(pinned).toMatchObject({ headline: 'The pinned one', pinned: 'a2', size: 2 })
  const typical = { ...another, lang: 'en', source: 'c.example', headline: 'Another' }
  expect(joinStory(pinned, typical).headline).toBe('The pinned one')
  const left = recountStory(pinned, { ...count, articles: articles.slice(0, 1), size: 1 })
  expect(left).toMatchObject({ headline: 'Ferry aground', pinned: '', size: 1 })
})
