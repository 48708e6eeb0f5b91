import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, inject, onTestFinished, test } from 'vitest'
import { restoreBackup } from '../../src/shared/backup/restore.ts'
import { writeBackup } from '../../src/shared/backup/write.ts'
import { UsageError } from '../../src/shared/errors.ts'
import { prepareKeyspace } from '../../src/shared/keyspace.ts'
import { next } from '../../src/shared/outcomes.ts'
import { runStage } from '../../src/shared/runStage.ts'
import { createAssigner } from '../../src/workers/assign/assignArticle.ts'
import { eventsOf, takeLease } from '../support/assigning.ts'
import { anEntry, aPageRef, aReadArticle } from '../support/builders.ts'
import { redisBinary } from '../support/e2eRedis.ts'
import { eventually } from '../support/eventually.ts'
import { onSmallRedis } from '../support/smallRedis.ts'
import { contentOf, openContext, type TestContext } from '../support/testContext.ts'
import { reports } from '../support/texts.ts'

const isReal = async () => (await redisBinary(inject('redisUrl'))) !== null

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'state.gz')
}

/** A pipeline at rest, with a story, and a job that waits. */
async function atRest(): Promise<TestContext> {
  const context = openContext()
  const token = await takeLease(context)
  const { handler } = createAssigner(context, token)
  await handler(aReadArticle())
  await context.scripts.releaseLease([context.keys.lease('assigner')], [token])
  const waiting = anEntry({ url: 'http://a.example/waiting' })
  await context.queues.enqueue('fetch', [{ id: waiting.entryId, payload: waiting }])
  return context
}

/** Keys without their prefix, and what the hash of the article holds: a large hash has no order of its own. */
async function stateOf(context: TestContext) {
  const names = Object.keys(await contentOf(context))
  const article = await context.redis.hgetall(context.keys.article(aReadArticle().articleId))
  return { names: names.map((name) => name.slice(context.keys.prefix.length)), article }
}

test('what was written comes back under another prefix, and the pipeline goes on with it', async ({
  skip,
}) => {
  if (!(await isReal())) return skip('the JavaScript store has no DUMP')
  const context = await atRest()
  const file = aFile()
  const written = await writeBackup(context, file)
  const other = openContext()
  expect(await restoreBackup(other, file)).toBe(written)
  expect(await stateOf(other)).toEqual(await stateOf(context))
  expect(await other.queues.depth('fetch')).toMatchObject({ waiting: 1 })
  const { handler } = createAssigner(other, await takeLease(other))
  // known already: nothing happens; a new one joins what was restored
  await handler(aReadArticle())
  await handler(aReadArticle({ url: 'http://other.example/ferry', source: 'other.example' }))
  const [first, second, ...more] = await eventsOf(other)
  expect(more).toEqual([])
  expect(second?.fields['subject']).toBe(first?.fields['subject'])
})

test('a long stream of events is written in parts, and counts as one key', async ({ skip }) => {
  if (!(await isReal())) return skip('the JavaScript store has no DUMP')
  const context = await atRest()
  const { redis, keys } = context
  const adding = redis.pipeline()
  for (let at = 0; at < 6_000; at += 1) adding.xadd(keys.events, '*', 'number', at)
  await adding.exec()
  await redis.xgroup('CREATE', keys.events, 'kit', '0')
  const file = aFile()
  const written = await writeBackup(context, file)
  expect(gunzipSync(readFileSync(file)).toString()).toContain('"starts":true')
  const other = openContext()
  const told: number[] = []
  expect(await restoreBackup(other, file, (done) => told.push(done))).toBe(written)
  expect(told.at(-1)).toBe(written)
  expect(await other.redis.xrange(other.keys.events, '-', '+')).toEqual(
    await redis.xrange(keys.events, '-', '+'),
  )
  expect(await other.redis.xinfo('GROUPS', other.keys.events)).toEqual(
    await redis.xinfo('GROUPS', keys.events),
  )
})

test('expiry times are kept', async ({ skip }) => {
  if (!(await isReal())) return skip('the JavaScript store has no DUMP')
  const context = await atRest()
  await context.redis.set(context.keys.page('some'), 'page', 'PX', 3_600_000)
  const file = aFile()
  await writeBackup(context, file)
  const other = openContext()
  await restoreBackup(other, file)
  expect(await other.redis.pttl(other.keys.page('some'))).toBeGreaterThan(3_500_000)
  expect(await other.redis.ttl(other.keys.ledger)).toBe(-1)
})

test('a pipeline at work is not written, and leaves no file behind', async () => {
  const context = openContext()
  await takeLease(context)
  const file = aFile()
  await expect(writeBackup(context, file)).rejects.toThrow(/the pipeline is at work/)
  expect(existsSync(file)).toBe(false)
})

/** As a reader does that was not stopped: a page leaves one queue and its article enters the next. */
async function readOnePage(context: TestContext): Promise<void> {
  const { queues } = context
  const reader = runStage('read', async () => next(aReadArticle()), context)
  await eventually('it is passed on', async () => (await queues.depth('assign')).waiting === 1)
  await reader.close()
}

test('a page that a reader moves while the keys are read is noticed', async ({ skip }) => {
  if (!(await isReal())) return skip('the JavaScript store has no DUMP')
  const context = await atRest()
  const { entryId } = aReadArticle()
  await context.queues.enqueue('read', [{ id: entryId, payload: aPageRef(anEntry({ entryId })) }])
  let looks = 0
  const ledger = async () => {
    looks += 1
    if (looks === 2) await readOnePage(context)
    return context.entries.ledger()
  }
  const file = aFile()
  const written = writeBackup({ ...context, entries: { ...context.entries, ledger } }, file)
  await expect(written).rejects.toThrow(/the pipeline is at work/)
  expect(existsSync(file)).toBe(false)
})

test('a file that is damaged, cut off or something else changes nothing', async ({ skip }) => {
  if (!(await isReal())) return skip('the JavaScript store has no DUMP')
  const file = aFile()
  await writeBackup(await atRest(), file)
  const lines = gunzipSync(readFileSync(file)).toString().split('\n')
  const other = openContext()
  const refuses = async (content: string | Buffer, why: RegExp) => {
    writeFileSync(file, typeof content === 'string' ? gzipSync(content) : content)
    await expect(restoreBackup(other, file)).rejects.toThrow(why)
  }
  await refuses(lines.slice(0, -3).join('\n'), /damaged or not complete/)
  await refuses(lines.toSpliced(2, 1).join('\n'), /damaged or not complete/)
  await refuses(readFileSync(file).subarray(0, 400), /cannot read|damaged/)
  await refuses('{"hello":1}\n', /no snapshot of wirefold/)
  await refuses(lines.join('\n').replace(/"schema":"\d+"/, '"schema":"0"'), /is of schema 0/)
  await refuses(Buffer.from(reports.ferry.title), /cannot read .*incorrect header/)
  expect(await contentOf(other)).toEqual({})
})

test('keys that are there already are never written over', async ({ skip }) => {
  if (!(await isReal())) return skip('the JavaScript store has no DUMP')
  const context = await atRest()
  const file = aFile()
  await writeBackup(context, file)
  await expect(restoreBackup(context, file)).rejects.toThrow(/there are keys under .* already/)
})

/** So many keys that `memory` bytes do not hold them; in several batches. */
async function aLargeSnapshot(memory: number): Promise<string> {
  const { redis, keys, ...context } = await atRest()
  for (let at = 0; at < 800; at += 1)
    await redis.set(keys.page(`p${at}`), randomBytes(Math.ceil(memory / 400)))
  const file = aFile()
  await writeBackup({ ...context, redis, keys }, file)
  return file
}

test('a restore for which memory runs out is told, nothing starts on the part, and the next begins anew', async ({
  skip,
}) => {
  const small = await onSmallRedis()
  if (!small || !(await isReal())) return skip('the JavaScript store has no DUMP')
  const { redis, keys } = small
  const room = 2 * 1_048_576
  const file = await aLargeSnapshot(room)
  const used = Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1])
  await redis.config('SET', 'maxmemory', used + room)
  const failed = restoreBackup(small, file)
  await expect(failed).rejects.toThrow(UsageError)
  await expect(failed).rejects.toThrow(
    /\(OOM .*\): give it more memory .* `wirefold restore` again/,
  )
  expect(await redis.exists(keys.restoring)).toBe(1)
  const part = await redis.dbsize()
  expect(part).toBeGreaterThan(200)

  const start = prepareKeyspace(small, { demo: false, say: () => {} })
  await expect(start).rejects.toThrow(/run `wirefold restore FILE` again/)
  await expect(writeBackup(small, aFile())).rejects.toThrow(/what is there is a part/)
  // of the part nothing must stay, not even what the snapshot does not have
  await redis.config('SET', 'maxmemory', 0)
  await redis.set(keys.page('of the part'), 'page')
  const count = await restoreBackup(small, file)
  expect(count).toBeGreaterThan(part)
  expect(await redis.exists(keys.restoring, keys.page('of the part'))).toBe(0)
  await prepareKeyspace(small, { demo: false, say: () => {} })
})

test('what is no plain file, such as /dev/stdout, is not replaced by one', async () => {
  const link = aFile()
  symlinkSync('/proc/self/fd/1', link)
  await expect(writeBackup(await atRest(), link)).rejects.toThrow(/no plain file/)
  expect(readlinkSync(link)).toBe('/proc/self/fd/1')
})

test('a file that cannot be written or is not there is told by name', async () => {
  const context = openContext()
  await expect(writeBackup(context, '/no/such/folder/state.gz')).rejects.toThrow(
    /cannot write \/no\/such/,
  )
  await expect(restoreBackup(context, '/no/such/file.gz')).rejects.toThrow(/cannot read \/no\/such/)
})
