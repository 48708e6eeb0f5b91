import { expect, test } from 'vitest'
import { type DeadEventsWish, deadEventsCommand } from '../../src/commands/deadEvents.ts'
import { doctorCommand } from '../../src/commands/doctor.ts'
import { mostDead } from '../../src/shared/client/handOut.ts'
import { startConsumer, writeEvent } from '../support/consuming.ts'
import { eventually } from '../support/eventually.ts'
import { runCommand } from '../support/runCommand.ts'
import { openContext, type TestContext } from '../support/testContext.ts'

const dead = (context: TestContext, wish: Partial<DeadEventsWish> = {}) =>
  runCommand(context, (config) =>
    deadEventsCommand(config, { action: 'list', group: 'g', json: false, ...wish }),
  )

/** A group that gave up the first two of three events, for a reason each. */
async function withDead(): Promise<TestContext> {
  const context = openContext()
  for (const seq of [1, 2, 3]) await writeEvent(context, { story: 'a', seq })
  const consumer = startConsumer(context, {
    work(event) {
      if (event.seq === '1') event.reject('no such Language here')
      if (event.seq === '2') event.reject('disk full')
    },
  })
  await eventually('two are dead', () => consumer.notices.length === 2)
  await eventually('all are settled', async () => (await pendingOf(context)) === 0)
  await consumer.close()
  return context
}

async function pendingOf({ redis, keys }: TestContext): Promise<number> {
  return ((await redis.xpending(keys.events, 'g')) as [number])[0]
}

const lettersOf = ({ redis, keys }: TestContext) => redis.xlen(keys.deadEvents('g'))

test('lists what a group gave up and why, for people and as JSON', async () => {
  const context = await withDead()
  const { text } = await dead(context)
  expect(text).toMatch(/story\.joined +saaaaaaaaaaaaaaaaaaaa 1 +no such Language here\n/)
  expect(text).toMatch(/2 dead letters\n$/)
  const json = await dead(context, { json: true, reason: 'disk' })
  expect(JSON.parse(json.text)).toMatchObject({
    reason: 'disk full',
    event: { seq: '2', data: { story: { headline: 'Ferry' } } },
  })
  expect((await dead(context, { group: 'other' })).text).toBe('no dead letters of group other\n')
})

test('what is retried goes to that group alone, in the words of the reason', async () => {
  const context = await withDead()
  const other = startConsumer(context, { group: 'h' })
  await eventually('the other group is through', () => other.given.length === 3)
  const { text } = await dead(context, { action: 'retry', reason: 'LANGUAGE' })
  expect(text).toBe('1 event given to group g again\n')
  const consumer = startConsumer(context, { consumer: 'two' })
  await eventually('it is given out again', () => consumer.given.join(' ') === 'a1')
  expect(consumer.events[0]?.deliveries).toBe(1)
  await eventually('it is done', async () => (await pendingOf(context)) === 0)
  expect(await lettersOf(context)).toBe(1)
  expect(other.given).toHaveLength(3)
})

test('an event that the stream has no longer stays a dead letter', async () => {
  const context = await withDead()
  await context.redis.xtrim(context.keys.events, 'MAXLEN', 1)
  const { text, notes } = await dead(context, { action: 'retry' })
  expect(text).toBe('0 events given to group g again\n')
  expect(notes).toContain('2 events left the stream long ago')
  expect(await lettersOf(context)).toBe(2)
})

test('a retry of a group that is gone says so, and loses nothing', async () => {
  const context = await withDead()
  await context.redis.xgroup('DESTROY', context.keys.events, 'g')
  await expect(dead(context, { action: 'retry' })).rejects.toThrow('no consumer group g reads')
  expect(await lettersOf(context)).toBe(2)
})

test('drops what is meant and leaves the rest', async () => {
  const context = await withDead()
  expect((await dead(context, { action: 'drop', since: Date.now() + 60_000 })).text).toBe(
    '0 dead letters removed\n',
  )
  const dropped = await dead(context, { action: 'drop', reason: 'disk', json: true })
  expect(JSON.parse(dropped.text)).toEqual({ drop: 1 })
  expect(await lettersOf(context)).toBe(1)
})

test('doctor names a group whose dead letters are full, and the commands for it', async () => {
  const context = await withDead()
  const { redis, keys } = context
  const pipeline = redis.pipeline()
  for (let at = 0; at < mostDead; at += 1) pipeline.xadd(keys.deadEvents('g'), '*', 'reason', 'x')
  await pipeline.exec()
  const { text } = await runCommand(context, (config) => doctorCommand(config, { json: false }))
  expect(text).toContain(`group g has given up ${mostDead + 2} events, and older ones are lost`)
  expect(text).toContain('`wirefold dead list --group g` shows why')
})
