import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { Redis } from '../../src/shared/ioredis.ts'
import {
  isTorn,
  keepLogSynced,
  repairLog,
  syncLog,
} from '../../src/shared/provide/appendOnlyFile.ts'
import { canShimSync, ownRedis, redisBinary } from '../support/e2eRedis.ts'
import { openBench } from '../support/e2eRun.ts'
import { eventually } from '../support/eventually.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-aof-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test.for([
  [10, 'Reached EOF before reading EXEC for MULTI', true],
  [10, 'Expected to read 99 bytes, got 9 bytes', true],
  [40_000_000, 'Expected to read 99999999 bytes, got 39999999 bytes', false],
  [10, "Expected prefix '*', got: 'Z'", false],
  [10, 'Unexpected MULTI in AOF', false],
  [10, 'AOF incr format error', false],
  [0, '', false],
] as const)('%i bytes behind what is whole, %s: torn %s', ([cut, why, torn]) => {
  const said = `AOF analyzed: filename=base, size=89, ok_up_to=89, diff=0\n0x 81b: ${why}\nAOF analyzed: filename=incr, size=99, ok_up_to=9, diff=${cut}\n`
  expect(isTorn(said)).toBe(torn)
})

test('a server that cannot be run repairs nothing, and is told of by the start that follows', async () => {
  const folder = aFolder()
  mkdirSync(join(folder, 'appendonlydir'))
  writeFileSync(join(folder, 'appendonlydir/appendonly.aof.manifest'), '')
  const binary = { path: join(folder, 'redis-server'), libraries: '' }
  expect(await repairLog(binary, folder)).toBe(false)
})

/** Counts on a Redis whose disk has become slow, kills it, and returns how far it had answered and how far it is after that. */
async function countOnSlowDisk(
  binary: { readonly path: string; readonly libraries: string },
  settings: Readonly<Record<string, string>>,
) {
  const bench = openBench()
  onTestFinished(() => bench.close())
  const server = await ownRedis(bench, binary, { settings, onSlowDisk: true })
  onTestFinished(() => server.kill())
  await server.start()
  const redis = new Redis(server.url, { retryStrategy: () => 25, maxRetriesPerRequest: null })
  redis.on('error', () => {})
  onTestFinished(() => redis.disconnect())
  server.slowDisk()
  const isSyncing = async () => /aof_pending_bio_fsync:1/.test(await redis.info('persistence'))
  const isOld = async () => /uptime_in_seconds:[3-9]/.test(await redis.info('server'))
  // it syncs, if it ever does, in its second second
  while (!(await isSyncing()) && !(await isOld())) await redis.incr('answered')
  const answered = await redis.incr('answered')
  await server.kill()
  await server.start()
  return { answered, kept: Number(await redis.get('answered')) }
}

test('what Redis answered outlives it, however slow its disk', async ({ skip }) => {
  const binary = await redisBinary(inject('redisUrl'))
  if (!binary || !(await canShimSync()))
    return skip('needs a real Redis on Linux, and a C compiler')
  const { answered, kept } = await countOnSlowDisk(binary, {})
  expect(kept).toBe(answered)
})

test('a Redis that syncs every second by itself forgets what it answered while it synced', async ({
  skip,
}) => {
  const binary = await redisBinary(inject('redisUrl'))
  if (!binary || !(await canShimSync()))
    return skip('needs a real Redis on Linux, and a C compiler')
  const { answered, kept } = await countOnSlowDisk(binary, { appendfsync: 'everysec' })
  // the day this fails, ADR 26 can go
  expect(kept).toBeLessThan(answered)
})

test('the files that grow are synced, those of newer and of older servers, and none that is gone', async () => {
  const folder = aFolder()
  expect(await syncLog(folder)).toEqual([])
  writeFileSync(join(folder, 'appendonly.aof'), 'x')
  expect(await syncLog(folder)).toEqual(['appendonly.aof'])
  rmSync(join(folder, 'appendonly.aof'))
  const logs = join(folder, 'appendonlydir')
  mkdirSync(logs)
  for (const name of ['a.1.base.rdb', 'a.1.incr.aof', 'a.2.incr.aof', 'a.manifest'])
    writeFileSync(join(logs, name), 'x')
  expect(await syncLog(folder)).toEqual(['a.1.incr.aof', 'a.2.incr.aof'])
})

test('a folder that cannot be read is no reason to go on as if it were synced', async () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'appendonlydir'), 'no folder')
  await expect(syncLog(folder)).rejects.toThrow('ENOTDIR')
})

test('a sync that fails is told to whoever started Redis', async () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'appendonlydir'), 'no folder')
  const told: string[] = []
  onTestFinished(keepLogSynced(folder, (line) => told.push(line)))
  await eventually('the failure to be told', () => told.length > 0)
  expect(told[0]).toMatch(/does not reach the disk: ENOTDIR/)
})
