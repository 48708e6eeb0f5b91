import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEvent } from '../../../src/shared/client/events.ts'
import { gapBefore, hasApplied, parseProgress } from '../../../src/shared/client/progress.ts'
import { eventData } from '../../../src/shared/schemas.ts'

/** The text that stands for a set of numbers. */
function written(seqs: ReadonlySet<number>): string {
  const ranges: [number, number][] = []
  for (const seq of [...seqs].sort((one, two) => one - two)) {
    const last = ranges.at(-1)
    if (last && last[1] === seq - 1) last[1] = seq
    else ranges.push([seq, seq])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}

const seqSets = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((seqs) => new Set(seqs))

test('progress knows exactly the numbers that were applied', () => {
  fc.assert(
    fc.property(seqSets, fc.integer({ min: 1, max: 61 }), (seqs, seq) => {
      expect(hasApplied(parseProgress(written(seqs)), seq)).toBe(seqs.has(seq))
    }),
  )
})

test('a gap is the run of missing numbers right before', () => {
  fc.assert(
    fc.property(seqSets, fc.integer({ min: 1, max: 61 }), (seqs, seq) => {
      let from = seq
      while (from > 1 && !seqs.has(from - 1)) from -= 1
      const gap = from < seq ? { from, to: seq - 1 } : null
      expect(gapBefore(parseProgress(written(seqs)), seq, true)).toEqual(gap)
    }),
  )
})

test('a group that began in the middle misses nothing before its first event of a story', () => {
  expect(gapBefore([], 7, false)).toBeNull()
  expect(gapBefore([[9, 9]], 7, false)).toBeNull()
  expect(gapBefore([[3, 4]], 7, false)).toEqual({ from: 5, to: 6 })
})

const fields = { id: 'x', subject: 's1', seq: '1', data: '{}' }

test('every type of the schemas is known to consumers', () => {
  const kinds = Object.keys(eventData).map(
    (type) => parseEvent({ fields: { ...fields, type } }).kind,
  )
  expect(new Set(kinds)).toEqual(new Set(['known']))
})

test('parsing never throws, and keeps fields it does not know', () => {
  const type = 'wirefold.story.joined.v1'
  expect(parseEvent({ fields: { ...fields, type, mood: 'calm' } })).toMatchObject({
    event: { mood: 'calm', data: {} },
  })
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(fields), 'type'), fc.string()),
      (any) => {
        expect(['known', 'unknown', 'malformed']).toContain(parseEvent({ fields: any }).kind)
      },
    ),
  )
})
