import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { eventLine } from '../../../src/commands/eventLine.ts'

const story = { headline: 'Ferry runs aground', size: 3, languages: ['en', 'de'], sources: [] }
const article = { source: 'news.example', lang: 'de' }

function lineOf(type: string, data: object): string | null {
  const fields = { type, time: '2026-11-22T12:34:56.000Z', data: JSON.stringify(data) }
  const line = eventLine({ streamId: '1-0', fields }, (source) => source.toUpperCase())
  return line && stripVTControlCharacters(line)
}

test('tells of a new story', () => {
  expect(lineOf('wirefold.story.opened.v1', { story, article })).toBe(
    '12:34:56  ● opened  Ferry runs aground  NEWS.EXAMPLE · de',
  )
})

test('tells how an article relates to the story it joins', () => {
  const relation = { kind: 'copy', jaccard: 0.876 }
  expect(lineOf('wirefold.story.joined.v1', { story, article, relation })).toBe(
    '12:34:56  + joined  Ferry runs aground  same text 88 % in NEWS.EXAMPLE · de — now 3 articles, en de',
  )
})

test('leaves the share out where texts were not compared', () => {
  const relation = { kind: 'translated', jaccard: null }
  expect(lineOf('wirefold.story.joined.v1', { story, article, relation })).toContain(
    'other language in NEWS.EXAMPLE',
  )
})

test('tells of a merge', () => {
  expect(lineOf('wirefold.story.merged.v1', { story, merged: ['s1'] })).toContain(
    'took in 1 story, now 3 articles, en de',
  )
})

test('tells of a split', () => {
  expect(lineOf('wirefold.story.split.v1', { story, articles: [{}, {}] })).toContain(
    '2 articles left',
  )
})

test('tells of a closed story', () => {
  expect(lineOf('wirefold.story.closed.v1', { story })).toContain('○ closed  Ferry runs aground')
})

test('cuts a long headline', () => {
  const long = { ...story, headline: 'word '.repeat(40) }
  expect(lineOf('wirefold.story.closed.v1', { story: long })).toContain('…')
})

test('says nothing of a type it does not know', () => {
  expect(lineOf('wirefold.story.renamed.v1', {})).toBeNull()
})
