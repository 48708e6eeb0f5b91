import { Redis } from 'ioredis'
import pino from 'pino'
import { expect, inject, test } from 'vitest'
import { connectRedis } from '../../src/shared/redis.ts'
import { eventually } from '../support/eventually.ts'

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
