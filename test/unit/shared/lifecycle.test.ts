import { expect, test, vi } from 'vitest'
import { pause, repeat } from '../../../src/shared/lifecycle.ts'

const untimed = new AbortController().signal

test('works again and again until closed', async () => {
  const thirdTurn = Promise.withResolvers<void>()
  let turns = 0
  const running = repeat(
    0,
    async () => {
      turns += 1
      if (turns === 3) thirdTurn.resolve()
    },
    () => {},
  )
  await thirdTurn.promise
  await running.close()
  const atClose = turns
  await pause(0, untimed)
  expect(turns).toBe(atClose)
})

test('reports a failure and tries the next turn', async () => {
  const reported: unknown[] = []
  const secondTurn = Promise.withResolvers<void>()
  const work = vi
    .fn<() => Promise<void>>()
    .mockRejectedValueOnce(new Error('first'))
    .mockImplementation(async () => secondTurn.resolve())
  const running = repeat(0, work, (error) => reported.push(error))
  await secondTurn.promise
  await running.close()
  expect(reported).toEqual([new Error('first')])
})

test('close waits for the work that is under way', async () => {
  const finish = Promise.withResolvers<void>()
  let finished = false
  const running = repeat(
    0,
    () =>
      finish.promise.then(() => {
        finished = true
      }),
    () => {},
  )
  const closed = running.close()
  finish.resolve()
  await closed
  expect(finished).toBe(true)
})

test('close does not wait for the pause between two turns', async () => {
  const firstTurn = Promise.withResolvers<void>()
  const running = repeat(
    3_600_000,
    async () => firstTurn.resolve(),
    () => {},
  )
  await firstTurn.promise
  await running.close()
})

test('a pause ends when its signal is given, and at once when it was given before', async () => {
  const stop = new AbortController()
  const paused = pause(3_600_000, stop.signal)
  stop.abort()
  await paused
  await pause(3_600_000, stop.signal)
})
