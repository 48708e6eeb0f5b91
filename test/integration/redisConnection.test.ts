import { Redis } from 'ioredis'
import pino from 'pino'
import { expect, inject, test } from 'vitest'
import { done } from '../../src/shared/outcomes.ts'
import { connectRedis } from '../../src/shared/redis.ts'
import { runStage } from '../../src/shared/runStage.ts'
import { openProxy } from '../support/chaosProxy.ts'
import { eventually } from '../support/eventually.ts'
import { openContext } from '../support/testContext.ts'

test('an outage shorter than the first new attempt is told too, once when it begins and once when it ends', async ({
  onTestFinished,
}) => {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
  const redis = connectRedis(inject('redisUrl'), log)
  const other = new Redis(inject('redisUrl'))
  onTestFinished(() => {
    redis.disconnect()
    other.disconnect()
  })
  const id = await redis.client('ID')
  await other.client('KILL', 'ID', id)
  await eventually('the connection to be new', () => lines.some((l) => l.includes('Redis is back')))
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('Redis is away (the connection ended)')
})

test('a way to Redis that is slow and then fair again gives every command its own reply', async ({
  onTestFinished,
}) => {
  const proxy = await openProxy(inject('redisUrl'))
  const redis = connectRedis(proxy.url, pino({ level: 'silent' }))
  onTestFinished(async () => {
    redis.disconnect()
    await proxy.close()
  })
  const replies: Promise<string>[] = []
  const ask = async () => {
    replies.push(redis.echo(String(replies.length)))
    await new Promise(setImmediate)
  }
  await redis.ping()
  proxy.turn('slow')
  // from the first that is through on, others are always on their way
  let isThrough = false
  void redis.ping().then(() => {
    isThrough = true
  })
  while (!isThrough) await ask()
  proxy.turn('fair')
  for (let more = 0; more < 10; more += 1) await ask()
  const strange = (await Promise.all(replies)).filter((reply, number) => reply !== String(number))
  expect(strange.slice(0, 5)).toEqual([])
})

test('a worker that is closed while its connection waits for the next attempt ends', async ({
  onTestFinished,
}) => {
  const proxy = await openProxy(inject('redisUrl'))
  const context = openContext()
  const log = pino({ level: 'silent' })
  const redis = connectRedis(proxy.url, log)
  onTestFinished(async () => {
    redis.disconnect()
    await proxy.close()
  })
  const connections: Redis[] = []
  const duplicate = redis.duplicate.bind(redis)
  // BullMQ blocks on a connection of its own
  Object.assign(redis, {
    duplicate(override: object) {
      const blocking = duplicate(override)
      connections.push(blocking)
      return blocking
    },
  })
  const worker = runStage('assign', async () => done, { ...context, redis })
  const isWaiting = async () =>
    String(await context.redis.client('LIST'))
      .split('\n')
      .some((line) => line.includes(`name=${context.keys.queues}`) && line.includes('cmd=bzpopmin'))
  await eventually('the worker to wait for jobs', isWaiting)
  const [blocking] = connections
  proxy.turn('refused')
  await eventually('it to wait for its next attempt', () => blocking?.status === 'reconnecting')
  const closed = worker.close()
  await eventually('its connection to end', () => blocking?.status === 'end')
  proxy.turn('fair')
  await closed
})
