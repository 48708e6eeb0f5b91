import { expect, test } from 'vitest'
import { demoEvents } from '../../../demo/events/index.ts'
import { outletById, outlets } from '../../../demo/outlets.ts'
import { planPublications } from '../../../demo/plan.ts'

const options = { seed: 7, startMs: Date.UTC(2026, 10, 22, 12), durationSeconds: 120 }
const plan = planPublications(demoEvents, options)
const ofKind = (kind: string) => plan.filter(({ truth }) => truth.kind === kind)

test('is the same for the same seed and another for another seed', () => {
  expect(planPublications(demoEvents, options)).toEqual(plan)
  expect(planPublications(demoEvents, { ...options, seed: 8 })).not.toEqual(plan)
})

test('has enough of everything', () => {
  expect(new Set(plan.map(({ outletId }) => outletId))).toEqual(
    new Set(outlets.map(({ id }) => id)),
  )
  expect(outlets.length).toBeGreaterThanOrEqual(12)
  expect(demoEvents.length).toBeGreaterThanOrEqual(25)
  expect(new Set(plan.map(({ text }) => text.lang)).size).toBeGreaterThanOrEqual(8)
  expect(plan.length).toBeGreaterThanOrEqual(120)
})

test('prints every text of every event once, besides the copies', () => {
  const texts = demoEvents.flatMap((event) => event.texts.map(({ key }) => `${event.id}/${key}`))
  const own = plan.filter(({ id, originalId }) => originalId === null && !id.includes('/service/'))
  expect(own.map(({ id }) => id.split('/').slice(1).join('/')).sort()).toEqual(texts.sort())
})

test('prints texts in outlets of their language', () => {
  for (const { outletId, text } of plan) expect(outletById(outletId).lang).toBe(text.lang)
})

test('gives every publication an address of its own', () => {
  expect(new Set(plan.map(({ outletId, path }) => outletId + path)).size).toBe(plan.length)
  expect(new Set(plan.map(({ id }) => id)).size).toBe(plan.length)
})

test('releases in order, from the start to second 110', () => {
  const seconds = plan.map(({ releaseSecond }) => releaseSecond)
  expect(seconds).toEqual(seconds.toSorted((one, other) => one - other))
  expect(seconds.filter((second) => second === 0).length).toBeGreaterThan(10)
  expect(seconds.at(-1)).toBe(110)
})

test('never states a time of publication after the release', () => {
  for (const { publishedOffsetMs, releaseSecond } of plan) {
    expect(publishedOffsetMs).toBeLessThanOrEqual(1000 * releaseSecond)
  }
})

test('spreads the news over 20 hours and the old stories further back', () => {
  const fresh = plan.filter(({ text }) => text.daysBefore === 0)
  const earliest = Math.min(...fresh.map(({ publishedOffsetMs }) => publishedOffsetMs))
  expect(earliest).toBeGreaterThanOrEqual(-20 * 3_600_000)
  expect(earliest).toBeLessThan(-15 * 3_600_000)
  for (const { publishedOffsetMs } of ofKind('background')) {
    expect(publishedOffsetMs).toBeLessThan(-24 * 3_600_000)
  }
})

test('brings every copy after its original, in another outlet, with words of the original only', () => {
  const byId = new Map(plan.map((publication) => [publication.id, publication]))
  const copies = plan.filter(({ originalId }) => originalId !== null)
  expect(copies.length).toBeGreaterThan(30)
  for (const copy of copies) {
    const original = byId.get(copy.originalId ?? '')
    expect(original?.truth.kind).toBe('original')
    expect(original?.outletId).not.toBe(copy.outletId)
    expect(original?.releaseSecond).toBeLessThanOrEqual(copy.releaseSecond)
    expect(original?.text.paragraphs).toEqual(expect.arrayContaining([...copy.text.paragraphs]))
  }
})

test('has each kind of reprint and each dead end', () => {
  for (const kind of ['copy', 'cut', 'stub', 'rewrite', 'retelling', 'update']) {
    expect(ofKind(kind).length, kind).toBeGreaterThanOrEqual(5)
  }
  for (const kind of ['consent', 'missing', 'short']) {
    expect(ofKind(kind).map(({ truth }) => truth.storyId)).toEqual([null])
  }
})

test('keeps an old story and every service page apart from all other stories', () => {
  const template = ofKind('template').map(({ truth }) => truth.storyId)
  expect(template).toHaveLength(11)
  expect(new Set(template).size).toBe(11)
  for (const { truth } of ofKind('background')) expect(truth.storyId).toMatch(/\/background$/)
})
