import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyBrakes,
  backlogSeconds,
  noBrakes,
  observeRate,
  type PressureReading,
  plannedBytes,
  pressureLevel,
  withEntries,
} from '../../../../src/shared/core/polling/pressure.ts'

const calm: PressureReading = { memoryShare: 0, plannedShare: 0, workSeconds: 0, readSeconds: 0 }
const full = (share: number) => ({ ...calm, memoryShare: share, plannedShare: share })
const both = { polling: true, fetching: true }

test('polling stops at 70 % of the memory or 20 minutes of work', () => {
  expect(applyBrakes(noBrakes, { ...full(0.69), workSeconds: 1_199 })).toEqual(noBrakes)
  expect(applyBrakes(noBrakes, full(0.7)).polling).toBe(true)
  expect(applyBrakes(noBrakes, { ...full(0.1), plannedShare: 0.7 })).toEqual({
    polling: true,
    fetching: false,
  })
  expect(applyBrakes(noBrakes, { ...calm, workSeconds: 1_200 }).polling).toBe(true)
})

test('entries that no look has seen count with the room they will take', () => {
  const measured = { reading: full(0.5), limitBytes: 38_000_000 }
  expect(withEntries(measured, 100)).toEqual({ ...full(0.5), plannedShare: 0.6 })
  expect(withEntries({ ...measured, limitBytes: Number.POSITIVE_INFINITY }, 9_999)).toEqual(
    full(0.5),
  )
})

test('fetching stops at 85 % of the memory or five minutes of unread pages', () => {
  expect(applyBrakes(noBrakes, full(0.84)).fetching).toBe(false)
  expect(applyBrakes(noBrakes, full(0.85))).toEqual(both)
  expect(applyBrakes(noBrakes, { ...calm, readSeconds: 300 })).toEqual({
    polling: false,
    fetching: true,
  })
})

test('a brake is let go well below the line that put it on', () => {
  expect(applyBrakes(both, full(0.8))).toEqual(both)
  expect(applyBrakes(both, full(0.7))).toEqual({
    polling: true,
    fetching: false,
  })
  expect(applyBrakes(both, { ...full(0.59), workSeconds: 700 }).polling).toBe(true)
  expect(applyBrakes(both, { ...full(0.59), workSeconds: 500 })).toEqual(noBrakes)
})

const readings = fc.record({
  memoryShare: fc.double({ min: 0, max: 1, noNaN: true }),
  plannedShare: fc.double({ min: 0, max: 3, noNaN: true }),
  workSeconds: fc.double({ min: 0, max: 5_000, noNaN: true }),
  readSeconds: fc.double({ min: 0, max: 5_000, noNaN: true }),
})

test('the same reading twice changes nothing the second time, and more never lets go', () => {
  fc.assert(
    fc.property(
      fc.record({ polling: fc.boolean(), fetching: fc.boolean() }),
      readings,
      (before, reading) => {
        const once = applyBrakes(before, reading)
        expect(applyBrakes(once, reading)).toEqual(once)
        const more = { ...reading, memoryShare: Math.min(1, reading.memoryShare + 0.2) }
        expect(Number(applyBrakes(before, more).polling)).toBeGreaterThanOrEqual(
          Number(once.polling),
        )
      },
    ),
  )
})

test('what waits counts with the room it will take', () => {
  const none = { toFetch: 0, delayed: 0, toRead: 0, toAssign: 0 }
  expect(plannedBytes(none)).toBe(0)
  const some = plannedBytes({ ...none, toFetch: 1_000 })
  expect(some).toBe(38_000_000)
  for (const kind of ['delayed', 'toRead', 'toAssign'] as const) {
    const bytes = plannedBytes({ ...none, [kind]: 1_000 })
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(some)
  }
})

test('the level is the strictest brake that is on', () => {
  expect(pressureLevel(noBrakes)).toBe('none')
  expect(pressureLevel({ polling: true, fetching: false })).toBe('polling')
  expect(pressureLevel(both)).toBe('fetching')
})

test('a backlog is told by the rate, and by the oldest job as long as there is none', () => {
  expect(backlogSeconds(0, null, 0)).toBe(0)
  expect(backlogSeconds(600, 10, 5)).toBe(60)
  expect(backlogSeconds(600, null, 45)).toBe(45)
  expect(backlogSeconds(600, 0, 900)).toBe(900)
})

test('the rate follows what is done, slowly', () => {
  expect(observeRate(null, 30, 2)).toBe(15)
  expect(observeRate(15, 0, 0)).toBe(15)
  const later = observeRate(10, 20, 1)
  expect(later).toBeGreaterThan(10)
  expect(later).toBeLessThan(12)
})
