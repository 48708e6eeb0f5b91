import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createStoryIndex, type ListPosition } from '../../../src/web/storyIndex.ts'

const storyAt = (number: number, updatedMs: number, seq = 1) => ({
  story: {
    id: `s${String(number).padStart(20, '0')}`,
    size: 1 + (number % 5),
    headline: `Story ${number}`,
    languages: [number % 2 ? 'en' : 'de'],
    sources: ['a.example'],
    openedAt: new Date(updatedMs).toISOString(),
    updatedAt: new Date(updatedMs).toISOString(),
  },
  state: 'open' as const,
  seq,
})

test('pages through a list give every story once, in order, whatever the page size', () => {
  const times = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 })
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 7 }), (updated, limit) => {
      const index = createStoryIndex()
      for (const [at, ms] of updated.entries()) index.put(storyAt(at, ms))
      const seen: number[] = []
      let after: ListPosition | null = null
      do {
        const page: ReturnType<typeof index.list> = index.list({}, after, limit)
        seen.push(...page.stories.map(({ story }) => Date.parse(story.updatedAt)))
        after = page.next
      } while (after)
      expect(seen).toEqual(updated.toSorted((one, two) => two - one))
    }),
  )
})

test('an older state never replaces a newer one', () => {
  const index = createStoryIndex()
  index.put(storyAt(1, 2_000, 7))
  index.put(storyAt(1, 1_000, 6))
  expect(index.get(storyAt(1, 0).story.id)?.seq).toBe(7)
})

test('finds words of the headline without regard to case and accents', () => {
  const index = createStoryIndex()
  const { story, ...rest } = storyAt(1, 1)
  index.put({ ...rest, story: { ...story, headline: 'Élections à Brežno: recount' } })
  const found = (text: string) => index.list({ text }, null, 9).stories.length
  expect([found('elections BREZNO'), found('recount elections'), found('election of')]).toEqual([
    1, 1, 0,
  ])
})

test('a split shows both stories, a merge only the one that lives on', () => {
  const index = createStoryIndex()
  const [one, two] = [storyAt(1, 1_000), storyAt(2, 2_000)]
  index.put(one)
  const about = {
    specversion: '1.0',
    source: 'wirefold',
    time: '',
    lang: '',
    relation: '',
  } as const
  const split = {
    story: one.story,
    to: two.story.id,
    articles: [],
    toStory: two.story,
    receipt: {},
  }
  const subject = one.story.id
  index.apply({
    ...about,
    id: 'x',
    type: 'wirefold.story.split.v1',
    subject,
    seq: '2',
    data: split,
  })
  expect(index.list({}, null, 9).stories.map(({ story }) => story.id)).toEqual([
    two.story.id,
    subject,
  ])
  const merged: [string] = [two.story.id]
  const data = { story: one.story, merged, receipt: {} }
  index.apply({ ...about, id: 'y', type: 'wirefold.story.merged.v1', subject, seq: '3', data })
  expect(index.list({}, null, 9).stories.map(({ story }) => story.id)).toEqual([subject])
})

test('stays in order and knows its languages, whatever changes between two lists', () => {
  const change = fc.tuple(fc.nat(12), fc.integer({ min: 0, max: 50 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
      const index = createStoryIndex()
      const latest = new Map<string, ReturnType<typeof storyAt>>()
      for (const [seq, [number, ms, looks]] of changes.entries()) {
        const story = storyAt(number, ms, seq + 1)
        index.put(story)
        latest.set(story.story.id, story)
        if (looks) index.list({}, null, 5)
      }
      const expected = [...latest.values()].sort(
        (one, other) =>
          Date.parse(other.story.updatedAt) - Date.parse(one.story.updatedAt) ||
          (one.story.id < other.story.id ? -1 : 1),
      )
      const listed = index.list({}, null, 100).stories.map(({ story }) => story.id)
      expect(listed).toEqual(expected.map(({ story }) => story.id))
      const tags = new Set(expected.flatMap(({ story }) => story.languages))
      expect(index.languages()).toEqual([...tags].sort())
    }),
  )
})
