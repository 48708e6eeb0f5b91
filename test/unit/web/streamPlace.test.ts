import { afterEach, expect, test, vi } from 'vitest'
import { createStreamPlace } from '../../../src/web/streamPlace.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** Whether a promise has been kept by now. */
async function isKept(promise: Promise<void>): Promise<boolean> {
  let kept = false
  void promise.then(() => {
    kept = true
  })
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  return kept
}

const { signal } = new AbortController()

test.each([
  ['0', '0'],
  ['5-3', '5-3'],
  ['5-3', '5-2'],
  ['10-0', '9-7'],
])('at %s nobody waits for %s', async (place, wanted) => {
  expect(await isKept(createStreamPlace(place).passed(wanted, signal))).toBe(true)
})

test.each([
  ['0', '1-0'],
  ['5-3', '5-4'],
  ['9-7', '10-0'],
])('at %s it is waited for %s', async (start, wanted) => {
  vi.useFakeTimers()
  const place = createStreamPlace(start)
  const passed = place.passed(wanted, signal)
  expect(await isKept(passed)).toBe(false)
  place.moveTo('100-0')
  expect(await isKept(passed)).toBe(true)
})

test('who is not interested any more does not wait', async () => {
  const gone = new AbortController()
  const passed = createStreamPlace('0').passed('1-0', gone.signal)
  gone.abort()
  expect(await isKept(passed)).toBe(true)
})

test('a reader that stands still holds up one wait, until it moves again', async () => {
  vi.useFakeTimers()
  const place = createStreamPlace('0')
  const first = place.passed('1-0', signal)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await isKept(first)).toBe(true)
  expect(await isKept(place.passed('2-0', signal))).toBe(true)
  place.moveTo('1-0')
  expect(await isKept(place.passed('2-0', signal))).toBe(false)
})
