import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, packItem, unpackItem } from '../../../src/shared/jobData.ts'
import { type Entry, jobIdOf } from '../../../src/shared/schemas.ts'
import { stages } from '../../../src/shared/stages.ts'
import { anEntry, aPageRef, aReadArticle } from '../../support/builders.ts'

/** As Redis has it in between. */
const stored = (id: string, payload: object) =>
  JSON.parse(JSON.stringify(packItem(id, { ...payload }))) as unknown

const url = fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.constant('https://a.example/b'))
const text = fc.option(fc.oneof(fc.string({ unit: 'binary' }), url))
const anyEntry = fc
  .record({
    url,
    feed: url,
    guid: text,
    title: text,
    summary: text,
    publishedAt: text,
    hasContent: fc.boolean(),
    firstSeenMs: fc.nat(),
    version: fc.option(fc.stringMatching(/^[0-9a-f]{10}$/)),
  })
  .map((told): Entry => anEntry(told))

test('an entry comes back from its job as it was', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const id = jobIdOf(entry)
      expect(stages.fetch.input.parse(unpackItem(id, stored(id, entry)))).toEqual(entry)
    }),
  )
})

test('a fetched page comes back from its job as it was, redirected or not', () => {
  fc.assert(
    fc.property(anyEntry, url, fc.boolean(), (entry, target, redirected) => {
      const id = jobIdOf(entry)
      const ref = { ...aPageRef(entry), ...(redirected ? { url: target } : {}) }
      expect(stages.read.input.parse(unpackItem(id, stored(id, ref)))).toEqual(ref)
      expect(addressOf(id, stored(id, ref))).toBe(ref.url)
    }),
  )
})

test('a read article comes back from its job as it was', () => {
  const whole = aReadArticle({ dated: false, version: '0123456789' })
  for (const article of [aReadArticle(), whole, { ...whole, cut: ['0123456789ab', 'cdef'] }]) {
    const id = jobIdOf(article)
    expect(stages.assign.input.parse(unpackItem(id, stored(id, article)))).toEqual(article)
  }
})

test('a job of an earlier release, whole as it was enqueued, is understood', () => {
  const entry = anEntry({ version: '0123456789' })
  const whole: unknown = JSON.parse(JSON.stringify(aPageRef(entry)))
  expect(stages.read.input.parse(unpackItem(jobIdOf(entry), whole))).toEqual(aPageRef(entry))
  const article = aReadArticle()
  const { cut: _, ...earlier } = article
  const job: unknown = unpackItem(jobIdOf(article), earlier)
  expect(stages.assign.input.parse(job)).toEqual(article)
})

test('what waits holds no empty field, no address twice and nothing of the id', () => {
  const entry = anEntry({ guid: 'http://news.example/?p=7', title: 'Ferry' })
  expect(packItem(jobIdOf(entry), { ...aPageRef(entry) })).toEqual({
    contentType: 'text/html; charset=utf-8',
    entry: {
      url: 'http://news.example/ferry',
      feed: [22, 'ed'],
      guid: [20, '?p=7'],
      title: 'Ferry',
      firstSeenMs: entry.firstSeenMs,
    },
  })
})

test('a job that holds no item is left to its schema', () => {
  for (const data of [null, 7, 'text', [1]]) {
    expect(unpackItem('a', data)).toEqual(data)
    expect(addressOf('a', data)).toBe('')
  }
})
