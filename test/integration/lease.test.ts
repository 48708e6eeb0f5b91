import { expect, onTestFinished, test } from 'vitest'
import { competeFor } from '../../src/shared/lease.ts'
import { eventually } from '../support/eventually.ts'
import { openContext } from '../support/testContext.ts'

test('who gets the lease anew and loses it again while the former work ends does not begin', async () => {
  const context = openContext()
  const { redis, keys, scripts } = context
  const [lease, fence] = [keys.lease('webhook'), keys.fence('webhook')]
  const taken: number[] = []
  const ending = Promise.withResolvers<void>()
  const take = (token: number) => {
    taken.push(token)
    return { close: () => ending.promise }
  }
  const competing = competeFor({ name: 'webhook', take }, context)
  onTestFinished(() => {
    ending.resolve()
    return competing.close()
  })
  await eventually('it is in charge', () => taken.length === 1)
  // it was paused until its lease ran out, and ends its work for longer than the next one lasts
  await redis.del(lease)
  await eventually('it has the lease anew', async () => (await redis.get(lease)) === '2')
  await redis.del(lease)
  const other = await scripts.holdLease([lease, fence], [0, 60_000])
  ending.resolve()
  await competing.close()
  expect(taken).toEqual([1])
  expect(await redis.get(lease)).toBe(String(other))
})
