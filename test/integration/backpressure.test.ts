import { expect, test } from 'vitest'
import { watchPressure } from '../../src/shared/backpressure.ts'
import { done } from '../../src/shared/outcomes.ts'
import { runStage } from '../../src/shared/runStage.ts'
import type { Handler } from '../../src/shared/stages.ts'
import { anEntry } from '../support/builders.ts'
import { eventually } from '../support/eventually.ts'
import { limitMb, onSmallRedis } from '../support/smallRedis.ts'
import { run, type TestContext } from '../support/testContext.ts'

async function fillTo(context: TestContext, share: number): Promise<void> {
  const { redis, keys } = context
  await redis.del(keys.page('filling'))
  const used = Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1])
  const missing = Math.round(share * limitMb * 1_048_576 - used)
  await redis.setrange(keys.page('filling'), missing - 1, '.')
}

const levelOf = async ({ metrics }: TestContext) =>
  (await metrics.backpressure.get()).values.find(({ value }) => value === 1)?.labels.level

test('polling and fetching are held back while Redis fills up, and go on when it is drained', async ({
  skip,
}) => {
  const context = await onSmallRedis()
  if (!context) return skip('the JavaScript store has no memory limit')
  const fetched: string[] = []
  const fetch: Handler<'fetch'> = async ({ entryId }) => {
    fetched.push(entryId)
    return done
  }
  const fetching = run(runStage('fetch', fetch, context))
  const pressure = run(watchPressure(context, fetching))
  await eventually('the first look', async () => (await levelOf(context)) === 'none')
  expect(pressure.mayPoll()).toBe(true)

  await fillTo(context, 0.75)
  await eventually('polling to stop', () => !pressure.mayPoll())
  expect(await levelOf(context)).toBe('polling')
  await fillTo(context, 0.88)
  await eventually('fetching to stop', async () => (await levelOf(context)) === 'fetching')
  // a worker that was waiting when it was held may take one job more
  const entries = Array.from({ length: 40 }, (_, at) => anEntry({ url: `http://a.example/${at}` }))
  await context.queues.enqueue(
    'fetch',
    entries.map((payload) => ({ id: payload.entryId, payload })),
  )
  await fillTo(context, 0.65)
  await eventually('fetching to go on', () => fetched.length === entries.length)
  expect(pressure.mayPoll()).toBe(false)
  await fillTo(context, 0.4)
  await eventually('polling to go on', () => pressure.mayPoll())
  expect(await levelOf(context)).toBe('none')
  expect(context.logged.map(({ msg }) => msg.replace(/ \(.*/, ''))).toEqual([
    'polling of feeds paused until work is drained',
    'fetching of pages paused until work is drained',
    'fetching of pages goes on',
    'polling of feeds goes on',
  ])
})

test('what a poll took counts at once, and not at the next look', async ({ skip }) => {
  const context = await onSmallRedis()
  if (!context) return skip('the JavaScript store has no memory limit')
  const fetching = run(runStage('fetch', async () => done, context))
  const pressure = run(watchPressure(context, fetching))
  await eventually('the first look', async () => (await levelOf(context)) === 'none')
  pressure.took(10)
  expect(pressure.mayPoll()).toBe(true)
  // 38 KB each: more than the 16 MB hold
  pressure.took(500)
  expect(pressure.mayPoll()).toBe(false)
  // the queues know of none
  await eventually('the next look', () => pressure.mayPoll())
})
