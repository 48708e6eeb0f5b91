import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { Redis } from '../../src/shared/ioredis.ts'
import { repairLog, startRedisServer } from '../../src/shared/provide/redisProcess.ts'
import { redisBinary } from '../support/e2eRedis.ts'

/** Counts, and keeps the number: half of it done would be seen. */
const script = `redis.call('INCR', 'seq') redis.call('RPUSH', 'told', redis.call('GET', 'seq'))`

async function live(
  binary: { readonly path: string; readonly libraries: string },
  folder: string,
  work: (redis: Redis) => Promise<unknown>,
) {
  const server = await startRedisServer(binary, { folder, maxMemoryMb: 64 })
  const redis = new Redis(server.port)
  await work(redis)
  const kept = { seq: await redis.get('seq'), told: await redis.lrange('told', 0, -1) }
  redis.disconnect()
  await server.stop()
  return kept
}

test('a transaction of which a killed Redis wrote the half takes no effect, however often it is started', async ({
  skip,
}) => {
  const binary = await redisBinary(inject('redisUrl'))
  if (!binary) return skip('the JavaScript store has no append-only file')
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-repair-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const tell = (redis: Redis) => redis.eval(script, 0)
  await live(binary, folder, async (redis) => {
    await tell(redis)
    await tell(redis)
  })
  expect(await repairLog(binary, folder)).toBe(false)
  const logs = join(folder, 'appendonlydir')
  const file = join(logs, readdirSync(logs).find((name) => name.includes('.incr.')) ?? '')
  truncateSync(file, readFileSync(file, 'latin1').lastIndexOf('RPUSH') + 3)

  expect(await live(binary, folder, tell)).toEqual({ seq: '2', told: ['1', '2'] })
  expect(await live(binary, folder, async () => {})).toEqual({ seq: '2', told: ['1', '2'] })
})

test('a server that cannot be run repairs nothing, and is told of by the start that follows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-repair-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'appendonlydir'))
  writeFileSync(join(folder, 'appendonlydir/appendonly.aof.manifest'), '')
  const binary = { path: join(folder, 'redis-server'), libraries: '' }
  expect(await repairLog(binary, folder)).toBe(false)
})
